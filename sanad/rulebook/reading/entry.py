"""One mapping of a file, read key by key: what is wrong is noted with its line, and reading goes on."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import TypeGuard, TypeVar

from sanad.engine.rules.declared import Expression, Literals, Published, Where, Words
from sanad.engine.rules.problems import quoted
from sanad.rulebook.reading.caps import shown
from sanad.rulebook.reading.notes import Notes, did_you_mean
from sanad.rulebook.reading.scalars import Scalar
from sanad.rulebook.reading.strict_yaml import Block, Items, Node

LANGUAGES = ("en", "ar")
EXAMPLES = {
    "label": "`{en: Rent, ar: إيجار}`",
    "says": "`{en: The home is not damaged., ar: المسكن غير متضرر.}`",
    "source": "an id of `sources.yaml`",
    "checked_on": "`2026-01-31`",
    "when": "an expression, as `damage_grade >= 4`",
    "amount": "an expression, as `grant[damage]`",
    "is": "an expression, as `area * rate`",
}
Chosen = TypeVar("Chosen", bound=str)


class Entry:
    """`name` is what a message calls it; keys that are not `known` are noted at once."""

    def __init__(self, block: Block, notes: Notes, name: str, known: Sequence[str]) -> None:
        self.block, self.notes, self.name = block, notes, name
        for key in block:
            if key not in known:
                message = f"`{shown(str(key))}` is not known in {name}."
                notes.problem(self.where(str(key)), "unknown_key", message, did_you_mean(str(key), known))

    def where(self, key: str | None = None) -> Where:
        return Where(self.block.file, self.block.lines.get(key or "", self.block.line))

    def has(self, key: str) -> bool:
        return key in self.block

    def wrong(self, key: str, needed: str) -> None:
        """Note that the key's value is not what is needed."""
        value = self.block[key]
        message = f"`{key}` of {self.name} is {_described(value)}."
        self.notes.problem(self.where(key), "wrong_type", message, f"Write {needed}.")

    def missing(self, key: str) -> None:
        todo = f"Add `{key}:` ({EXAMPLES[key]})." if key in EXAMPLES else f"Add `{key}:`."
        self.notes.problem(self.where(), "missing", f"{self.name} has no `{key}`.", todo)

    def text(self, key: str, default: str | None = None) -> str:
        """Required, unless there is a default."""
        value = self.block.get(key)
        if isinstance(value, str) and value.strip():
            return value.strip()
        if value is not None:
            self.wrong(key, "text, in quotes if it looks like a number")
        elif default is None:
            self.missing(key)
        return default or ""

    def source(self) -> str:
        """The id of the source that the entry cites."""
        cited = self.text("source")
        if cited:
            self.notes.cited.append((cited, self.where("source")))
        return cited

    def one_of(self, key: str, options: Sequence[Chosen], default: Chosen | None = None) -> Chosen:
        value = self.block.get(key)
        for option in options:
            if value == option:
                return option
        if value is not None:
            self.wrong(key, f"one of {quoted(options)}")
        elif default is None:
            self.missing(key)
        return default or options[0]

    def words(self, key: str, required: bool = True) -> Words:
        """The text in every language; Arabic and English are both needed."""
        value = self.block.get(key)
        if isinstance(value, Block):
            return _in_languages(Entry(value, self.notes, f"`{key}` of {self.name}", LANGUAGES))
        if value is not None:
            self.wrong(key, f"`{key}: {{en: ..., ar: ...}}`")
        elif required:
            self.missing(key)
        return {}

    def published(self, key: str, default: str | None = None) -> Published:
        """Text as it is, or the text in every language."""
        return self.words(key) if isinstance(self.block.get(key), Block) else self.text(key, default)

    def day(self, key: str, required: bool = False) -> date | None:
        value = self.block.get(key)
        if isinstance(value, date):
            return value
        self._absent(key, value, required, "a date, as 2016-09-26")
        return None

    def number(self, key: str, required: bool = False) -> Decimal | None:
        value = self.block.get(key)
        if is_number(value):
            return Decimal(value)
        self._absent(key, value, required, "a number, as 8_000 or 0.5")
        return None

    def whole(self, key: str, default: int | None = None) -> int | None:
        value = self.block.get(key)
        if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            return value
        self._absent(key, value, False, "a whole number")
        return default

    def flag(self, key: str) -> bool:
        value = self.block.get(key)
        if isinstance(value, bool):
            return value
        self._absent(key, value, False, "true or false")
        return False

    def _absent(self, key: str, value: Node | None, required: bool, needed: str) -> None:
        if value is not None:
            self.wrong(key, needed)
        elif required:
            self.missing(key)

    def expression(self, key: str) -> Expression | None:
        value = self.block.get(key)
        if value is None:
            return None
        if isinstance(value, Block | Items | date):
            self.wrong(key, "an expression as text, in quotes if YAML needs them")
        return Expression(str(value).strip(), self.where(key))

    def day_expression(self, key: str) -> Expression | None:
        """A date as it is, or an expression that comes to one."""
        value = self.block.get(key)
        if isinstance(value, date):
            return Expression(f"date('{value}')", self.where(key))
        return self.expression(key)

    def needed_expression(self, key: str) -> Expression:
        found = self.expression(key)
        if found is None:
            self.missing(key)
        return found or Expression("", self.where())

    def inner(self, key: str, known: Sequence[str]) -> "Entry | None":
        """The mapping of the key, read in its turn; none when the key is left out."""
        value = self.block.get(key)
        if isinstance(value, Block):
            return Entry(value, self.notes, f"`{key}` of {self.name}", known)
        self._absent(key, value, False, f"a mapping, as {key}: {{name: value}}")
        return None

    def names(self, key: str) -> tuple[str, ...]:
        """A list of names; none when the key is left out."""
        value = self.block.get(key, Items(self.block.file, self.block.line))
        if isinstance(value, Items) and all(isinstance(item, str) for item in value):
            return tuple(str(item) for item in value)
        self.wrong(key, f"a list of names, as `{key}: [first, second]`")
        return ()

    def entries(self, key: str, known: Sequence[str], required: bool = False) -> Iterator[tuple[str, "Entry"]]:
        """The named mappings within the key's mapping."""
        value = self.block.get(key)
        if isinstance(value, Block):
            yield from named_entries(value, self.notes, known)
        else:
            self._absent(key, value, required, "names, each with its own lines below it")

    def listed(self, key: str, known: Sequence[str], required: bool = False) -> Iterator["Entry"]:
        """The mappings of the key's list."""
        value = self.block.get(key)
        if isinstance(value, Items):
            yield from listed_entries(value, self.notes, key, known)
        else:
            self._absent(key, value, required, "a list, each item beginning with `- `")


def named_entries(block: Block, notes: Notes, known: Sequence[str]) -> Iterator[tuple[str, Entry]]:
    for name, inner in block.items():
        where = Where(block.file, block.lines[name])
        if not isinstance(name, str):
            notes.problem(where, "wrong_type", f"`{name}` is no name.", "Write a name, in quotes if it is a number.")
        elif isinstance(inner, Block):
            inner.line = where.line
            yield name, Entry(inner, notes, f"`{shown(name)}`", known)
        else:
            notes.problem(where, "wrong_type", f"`{shown(name)}` has no lines of its own.", "Write them below it.")


def listed_entries(items: Items, notes: Notes, name: str, known: Sequence[str]) -> Iterator[Entry]:
    for place, inner in enumerate(items):
        if isinstance(inner, Block):
            yield Entry(inner, notes, f"item {place + 1} of `{name}`", known)
        else:
            where = Where(items.file, items.lines[place])
            notes.problem(where, "wrong_type", f"Item {place + 1} of `{name}` is no mapping.", "Write `key: value`.")


def is_number(value: object) -> TypeGuard[int | Decimal]:
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


def literal(value: Scalar) -> Literals:
    """The value as declarations hold it: every number is a Decimal."""
    return value if isinstance(value, bool) or not isinstance(value, int) else Decimal(value)


def _described(value: Node) -> str:
    if isinstance(value, Block):
        return "a mapping"
    return "a list" if isinstance(value, Items) else f"`{shown(str(value))}`"


def _in_languages(entry: Entry) -> Words:
    return {language: entry.text(language) for language in LANGUAGES}
