"""One claim at a time, in plain Python: for the office, the family's page, and as the oracle of the batch.

Every value comes with its gaps: a bit mask over `RuleSet.gaps`, 0 when the value is there. A value is None exactly
when its mask is not 0.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from operator import add, eq, ge, gt, le, lt, mul, ne, sub
from typing import Any

from sanad.engine.rules import days
from sanad.engine.rules.calendars import WAYS
from sanad.engine.rules.declared import Unpublished
from sanad.engine.rules.grouping import GROUPS
from sanad.engine.rules.records import Record
from sanad.engine.rules.rounding import divide
from sanad.engine.rules.rows import Exact, TypedLeaf, descend, find, parts_within
from sanad.engine.rules.ruleset import Gap, RuleSet
from sanad.engine.rules.tree import (
    Abs,
    And,
    Arith,
    ByBands,
    CalendarCall,
    Compare,
    Const,
    DayCall,
    Extreme,
    Fact,
    Given,
    Granted,
    Group,
    Identifier,
    IfElse,
    Lookup,
    Node,
    Not,
    OneOf,
    Or,
    Ref,
    Rescale,
    Result,
    Round,
    RoundDate,
    Share,
    SortKey,
    Told,
    Unknown,
)  # fmt: skip
from sanad.engine.rules.types import Value

Found = tuple[Value | None, int]
"""A value and its gaps."""

_ARITHMETIC: dict[str, Callable[[Any, Any], Any]] = {"+": add, "-": sub, "*": mul}
_COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "==": eq,
    "!=": ne,
    "<": lt,
    "<=": le,
    ">": gt,
    ">=": ge,
}
_DAYS: dict[str, Callable[..., Any]] = {
    "days_between": lambda first, last: (last - first).days,
    "months_between": days.months_between,
    "add_days": lambda day, number: day + timedelta(days=number),
    "add_months": days.add_months,
    "year": lambda day: day.year,
    "month": lambda day: day.month,
}


def _nobody_said(run: "Interpreter", record: Record) -> Found:
    raise AssertionError("what claims are granted is known to `rules.granting`: hand it over as `granted`")


@dataclass
class Interpreter:
    """Evaluates the nodes of one rule set on one date; definitions are kept, so that each is read once a record.

    `payments` is what was paid before in minor units, by claim and line; `settled` keeps what was found of each claim
    by looking at the others of its groups.
    """

    rules: RuleSet
    on: date
    results: Mapping[str, Value] = field(default_factory=dict)
    kept: dict[tuple[int, str], Found] = field(default_factory=dict)
    payments: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    settled: dict[tuple[int, object], Any] = field(default_factory=dict)
    granted: "Callable[[Interpreter, Record], Found]" = field(default=_nobody_said)
    """What a claim is granted by itself and among its rivals; `rules.granting` knows, which is built upon this."""

    def evaluate(self, node: Node, record: Record) -> Found:
        return _WAYS[type(node)](self, node, record)

    def strict(self, items: tuple[Node, ...], record: Record) -> tuple[list[Any], int]:
        """The values of all, and the union of their gaps: one absent value makes the result absent."""
        found = [self.evaluate(item, record) for item in items]
        gaps = 0
        for _, mask in found:
            gaps |= mask
        return [value for value, _ in found], gaps

    def gap(self, kind: str, name: str) -> Found:
        return None, 1 << self.rules.bits[Gap(kind, name)]

    def unknown(self, node: Unknown, record: Record) -> Found:
        gaps = 0
        for name in node.facts:
            gaps |= self.gap("fact", name)[1]
        return None, gaps

    def fact(self, node: Fact, record: Record) -> Found:
        value = record.fact(node.level, node.name)
        return (value, 0) if value is not None else self.gap("fact", node.name)

    def ref(self, node: Ref, record: Record) -> Found:
        key = (id(record.at(node.level)), node.name)
        if key not in self.kept:
            self.kept[key] = self.evaluate(self.rules.definitions[node.name].node, record.at(node.level))
        return self.kept[key]

    def lookup(self, node: Lookup, record: Record) -> Found:
        (day, *keys), gaps = self.strict((node.selector, *node.keys), record)
        if gaps:
            return None, gaps
        version = self.rules.values[node.value].at(day)
        if version is None:
            return self.gap("not_in_force", node.value)
        leaf = find(version.rows, tuple(keys))
        return self.gap("unpublished", node.value) if isinstance(leaf, Unpublished) else (leaf, 0)

    def is_given(self, of: Fact | Granted, record: Record) -> bool:
        if isinstance(of, Granted):
            return self.evaluate(of, record)[0] is not None
        return record.fact(of.level, of.name) is not None

    def calendar_call(self, node: CalendarCall, record: Record) -> Found:
        values, gaps = self.strict(node.items, record)
        if gaps:
            return None, gaps
        found = WAYS[node.function](self.rules.calendars[node.calendar], *values)
        return self.gap("not_in_force", node.calendar) if found is None else (found, 0)

    def by_bands(self, node: ByBands, record: Record) -> Found:
        """A band whose rate was never published matters where the amount reaches into it."""
        parts, gaps = self.bands_of(node, record)
        if gaps:
            return None, gaps
        if any(part and isinstance(rate, Unpublished) for part, rate in parts):
            return self.gap("unpublished", node.table.value)
        return sum(part * rate for part, rate in parts if isinstance(rate, int)), 0

    def bands_of(self, node: ByBands, record: Record) -> tuple[list[tuple[int, TypedLeaf]], int]:
        """The parts of the amount within each band with the band's rate, and the gaps."""
        table = node.table
        (day, *keys, amount), gaps = self.strict((table.selector, *table.keys, node.of), record)
        if gaps:
            return [], gaps
        version = self.rules.values[table.value].at(day)
        if version is None:
            return [], self.gap("not_in_force", table.value)[1]
        rows = descend(version.rows, tuple(keys))
        assert not isinstance(rows, Exact)
        return parts_within(rows, amount, 10**node.finer), 0

    def if_else(self, node: IfElse, record: Record) -> Found:
        condition, gaps = self.evaluate(node.condition, record)
        if gaps:
            return None, gaps
        return self.evaluate(node.then if condition else node.other, record)

    def kleene(self, node: And | Or, record: Record) -> Found:
        """A decided side decides; else the gaps of every undecided side."""
        decisive = isinstance(node, Or)
        gaps = 0
        for item in node.items:
            value, mask = self.evaluate(item, record)
            if not mask and value is decisive:
                return decisive, 0
            gaps |= mask
        return (None, gaps) if gaps else (not decisive, 0)

    def apply(self, act: Callable[..., Any], items: tuple[Node, ...], record: Record) -> Found:
        values, gaps = self.strict(items, record)
        return (None, gaps) if gaps else (act(*values), 0)

    def share(self, node: Share, record: Record) -> Found:
        return self.apply(lambda x, n, d: divide(x * n, d, node.mode), (node.of, node.part, node.whole), record)

    # groups

    def group(self, node: Group, record: Record) -> Found:
        members = record.at(node.owner).down.get(node.member, [])
        return GROUPS[node.op](self, node, members, record)

    def condition(self, where: Node | None, member: Record) -> Found:
        return (True, 0) if where is None else self.evaluate(where, member)

    def counted(self, node: Group, members: list[Record]) -> tuple[list[Record], int]:
        """The members that count, and the gaps of those of whom it is not known."""
        found = [(member, *self.condition(node.where, member)) for member in members]
        gaps = 0
        for _, _, mask in found:
            gaps |= mask
        return [member for member, value, _ in found if value], gaps

    def values_of(self, node: Group, members: list[Record]) -> tuple[list[Any], int]:
        counted, gaps = self.counted(node, members)
        assert node.of is not None
        found = [self.evaluate(node.of, member) for member in counted]
        for _, mask in found:
            gaps |= mask
        return [value for value, _ in found], gaps

    def ranked(self, keys: tuple[SortKey, ...], members: list[Record]) -> tuple[list[Record], int]:
        """The members in the order of the keys; a missing key matters only where there is more than one member."""
        gaps = 0
        placed = []
        for member in members:
            values, mask = self.strict(tuple(key.of for key in keys), member)
            gaps |= mask
            placed.append((values, member))
        if len(members) < 2:
            return members, 0
        if gaps:
            return members, gaps
        for place in reversed(range(len(keys))):
            placed.sort(key=lambda pair: pair[0][place], reverse=keys[place].descending)
        return [member for _, member in placed], 0


_WAYS: dict[type, Callable[[Interpreter, Any, Record], Found]] = {
    Const: lambda run, node, record: (node.value, 0),
    Fact: Interpreter.fact,
    Ref: Interpreter.ref,
    Granted: lambda run, node, record: run.granted(run, record),
    Result: lambda run, node, record: (run.results[node.name], 0),
    RoundDate: lambda run, node, record: (run.on, 0),
    Identifier: lambda run, node, record: (record.at(node.level).id, 0),
    Lookup: Interpreter.lookup,
    ByBands: Interpreter.by_bands,
    Arith: lambda run, node, record: run.apply(_ARITHMETIC[node.op], (node.left, node.right), record),
    Rescale: lambda run, node, record: run.apply(lambda x: x * 10**node.power, (node.of,), record),
    Abs: lambda run, node, record: run.apply(abs, (node.of,), record),
    Compare: lambda run, node, record: run.apply(_COMPARISONS[node.op], (node.left, node.right), record),
    And: Interpreter.kleene,
    Or: Interpreter.kleene,
    Not: lambda run, node, record: run.apply(lambda x: not x, (node.of,), record),
    OneOf: lambda run, node, record: run.apply(lambda x: x in node.values, (node.of,), record),
    IfElse: Interpreter.if_else,
    Share: Interpreter.share,
    Round: lambda run, node, record: run.apply(
        lambda x: divide(x, node.divisor, node.mode) * node.factor, (node.of,), record
    ),
    Extreme: lambda run, node, record: run.apply(min if node.op == "min" else max, node.items, record),
    DayCall: lambda run, node, record: run.apply(_DAYS[node.function], node.items, record),
    CalendarCall: Interpreter.calendar_call,
    Unknown: Interpreter.unknown,
    Told: lambda run, node, record: run.evaluate(node.of, record),
    Given: lambda run, node, record: (run.is_given(node.of, record), 0),
    Group: Interpreter.group,
}
