"""The options of a choice, with their labels."""

from sanad.engine.rules.declared import Option
from sanad.rulebook.reading.entry import Entry
from sanad.rulebook.reading.names import check_code
from sanad.rulebook.reading.strict_yaml import Block


def read_options(entry: Entry, key: str = "options") -> tuple[Option, ...]:
    """What stands under the key, in its order; empty where nothing does."""
    options = entry.block.get(key)
    if options is None:
        return ()
    if not isinstance(options, Block):
        entry.wrong(key, f"`{key}: {{code: {{en: ..., ar: ...}}}}`")
        return ()
    all_known = Entry(options, entry.notes, key, [str(code) for code in options])
    return tuple(_option(all_known, code) for code in options)


def _option(options: Entry, code: object) -> Option:
    if not isinstance(code, str):
        options.notes.problem(options.where(), "bad_code", f"The option `{code}` is no text.", "Put it in quotes.")
        return Option(str(code), {})
    check_code(code, "an option", options.where(code), options.notes)
    return Option(code, options.words(code))
