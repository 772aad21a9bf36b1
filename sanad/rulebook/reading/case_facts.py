"""What a worked case states of a claim or a member, in the engine's form: scaled integers, codes, dates."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sanad.engine.money import NotAnAmount, scaled
from sanad.engine.rules.declared import Programme
from sanad.engine.rules.fields import TypedField, type_field
from sanad.engine.rules.levels import CLAIM, read_levels
from sanad.engine.rules.problems import quoted
from sanad.engine.rules.types import Boolean, Choice, Day, Number, Type, Value
from sanad.rulebook.reading.caps import shown
from sanad.rulebook.reading.entry import Entry, is_number
from sanad.rulebook.reading.notes import Notes

Shared = Mapping[tuple[str, str, str], Value]
"""By level, id of its thing, and field."""


@dataclass(frozen=True, slots=True)
class Stated:
    """One row of a case as it stands there."""

    id: str
    ids: Mapping[str, str]
    facts: Mapping[str, Value]
    entry: Entry


class FactReader:
    def __init__(self, programme: Programme, notes: Notes) -> None:
        self.notes = notes
        self.fields = {field.name: type_field(field, programme.currency) for field in programme.fields}
        self.above = read_levels(programme.levels).above
        self.within = {level.name: level.within for level in programme.levels}

    def member_levels(self) -> list[str]:
        """The levels that hold neither claims nor are claims."""
        return [level for level in self.above if level != CLAIM and level not in self.above[CLAIM]]

    def known(self, level: str) -> list[str]:
        """What a row of this level may state."""
        levels = (level, *self.above[level])
        return [f"{name}_id" for name in levels] + [field.name for field in self._of(levels)]

    def _of(self, levels: Sequence[str]) -> list[TypedField]:
        return [field for field in self.fields.values() if field.level in levels]

    def read(self, level: str, entry: Entry) -> Stated:
        name = _identity(entry, f"{level}_id") if entry.has(f"{level}_id") else self._nameless(level, entry)
        for outer in self.within[level] if level in self.member_levels() else ():
            if not entry.has(f"{outer}_id"):
                message = f"The {level} `{name}` does not say to which {outer} it belongs."
                self.notes.problem(entry.where(), "no_parent", message, f"Add `{outer}_id:`.")
        ids = {level: name} | {outer: self._outer_id(level, outer, name, entry) for outer in self.above[level]}
        return Stated(name, ids, self._facts(level, entry), entry)

    def restated(self, level: str, earlier: Stated, entry: Entry) -> Stated:
        """What is new of a thing that was stated before, which may now lie within others."""
        moved = {outer: _identity(entry, f"{outer}_id") for outer in self.above[level] if entry.has(f"{outer}_id")}
        return Stated(earlier.id, {**earlier.ids, **moved}, self._facts(level, entry), entry)

    def _facts(self, level: str, entry: Entry) -> dict[str, Value]:
        stated = [field for field in self._of((level, *self.above[level])) if entry.has(field.name)]
        facts = {field.name: self._fact(field, entry) for field in stated}
        return {key: fact for key, fact in facts.items() if fact is not None}

    def _nameless(self, level: str, entry: Entry) -> str:
        entry.missing(f"{level}_id")
        return ""

    def _outer_id(self, level: str, outer: str, name: str, entry: Entry) -> str:
        """As stated; where left out, the one of the nearest thing below that is stated, or one of its own."""
        if entry.has(f"{outer}_id"):
            return _identity(entry, f"{outer}_id")
        for inner in self.above[level]:
            if outer in self.within[inner]:
                return f"{outer} of {self._outer_id(level, inner, name, entry)}"
        return f"{outer} of {name}"

    def _fact(self, field: TypedField, entry: Entry) -> Value | None:
        value = entry.block[field.name]
        fact = read_fact(value, field.type)
        if fact is None:
            message = f"`{shown(str(value))}` is no value of `{field.name}`."
            self.notes.problem(entry.where(field.name), "bad_fact", message, f"Write {_wanted(field)}.")
        return fact

    def shared(self, rows: Iterable[Stated]) -> Shared:
        """What the rows state of each thing; two that disagree are noted."""
        found: dict[tuple[str, str, str], Value] = {}
        for row in rows:
            for name, fact in row.facts.items():
                level = self.fields[name].level
                first = found.setdefault((level, row.ids[level], name), fact)
                if first != fact:
                    message = f"`{name}` of `{row.ids[level]}` is stated in two ways."
                    todo = f"One `{level}` has one `{name}`: state it once."
                    self.notes.problem(row.entry.where(name), "disagree", message, todo)
        return found

    def complete(self, row: Stated, shared: Shared) -> dict[str, Value]:
        """The row's facts, those that another row states of the same house, household ..., and the defaults."""
        found = {}
        for field in self._of(tuple(row.ids)):
            default = read_fact(field.declared.default, field.type)
            fact = shared.get((field.level, row.ids[field.level], field.name), default)
            if fact is not None:
                found[field.name] = fact
        return found


def read_fact(value: object, kind: Type) -> Value | None:
    """The fact in the engine's form; None when it is no value of this type or lies outside its range."""
    if isinstance(kind, Number):
        return _number(value, kind)
    if isinstance(kind, Boolean):
        return value if isinstance(value, bool) else None
    if isinstance(kind, Day):
        return value if isinstance(value, date) and kind.low <= value <= kind.high else None
    if not isinstance(value, str) or (isinstance(kind, Choice) and value not in kind.options):
        return None
    return value


def _number(value: object, kind: Number) -> int | None:
    if not is_number(value):
        return None
    try:
        number = scaled(Decimal(value), kind.scale)
    except NotAnAmount:
        return None
    return number if kind.low <= number <= kind.high else None


def _identity(entry: Entry, key: str) -> str:
    """An id as text; a whole number will do."""
    value = entry.block[key]
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else entry.text(key)


def _wanted(field: TypedField) -> str:
    declared = field.declared
    if declared.options:
        return f"one of {quoted(option.code for option in declared.options[:20])}"
    if declared.kind == "boolean":
        return "true or false"
    ends = f" from {declared.low} to {declared.high}" if declared.low is not None else ""
    decimals = f" with at most {field.type.scale} decimals" if isinstance(field.type, Number) else ""
    return f"a {declared.kind}{ends}{decimals}"
