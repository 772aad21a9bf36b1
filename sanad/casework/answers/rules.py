"""What a programme's rules call things: read once a process for each rule set."""

from collections.abc import Iterable

from sanad.casework.answers.told import Said, Words
from sanad.casework.rounds.reasons import sentence
from sanad.engine.rules.declared import Programme as Declared
from sanad.rulebook.models import RuleSet
from sanad.rulebook.selectors import programme_of

LANGUAGES = ("en", "ar")
_KNOWN: dict[str, Declared] = {}
"""By hash: equal hashes are equal rules."""


def declared_by(rules_hash: str) -> Declared:
    """The rules of this hash; their text is long, and is read once a process."""
    if rules_hash not in _KNOWN:
        _KNOWN[rules_hash] = programme_of(RuleSet.objects.get(hash=rules_hash))
    return _KNOWN[rules_hash]


def line_label(declared: Declared, name: str) -> Words:
    """What the line is called; its name where these rules have no such line."""
    label = next((line.label for line in declared.lines if line.name == name), None)
    return dict(label) if label else _plain(name)


def reasons_said(declared: Declared, outcome: str, codes: Iterable[str]) -> tuple[Said, ...]:
    """Each reason code with the sentence that the rules have for it."""
    return tuple(Said(code, {one: sentence(declared, outcome, code, one) for one in LANGUAGES}) for code in codes)


def option_said(declared: Declared, field: str, code: str) -> Said:
    """A code of a field of choice, as the rules call it."""
    options = [option for one in declared.fields if one.name == field for option in one.options]
    label = next((option.label for option in options if option.code == code), None)
    return Said(code, dict(label) if label else _plain(code))


def _plain(code: str) -> Words:
    return dict.fromkeys(LANGUAGES, code)
