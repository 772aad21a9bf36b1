"""The typed tree as Ibis columns. Group operators and deep trees have been cut out before (see frames)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import add, and_, eq, ge, gt, le, lt, mul, ne, or_, sub
from typing import Any

import ibis

from sanad.engine.batch.banding import banded
from sanad.engine.batch.calendars import Reached, calendar_call, reached
from sanad.engine.batch.cells import Cell, bit, choose, holds, union, when, where_null
from sanad.engine.batch.functions import DAYS, SHARES, WIDE_SHARES, Column, absent, big
from sanad.engine.rules.dated_reads import known_day
from sanad.engine.rules.declared import Unpublished
from sanad.engine.rules.outcomes import RIVAL, RIVAL_UNDECIDED
from sanad.engine.rules.rows import Banded, Exact, Rows, alike
from sanad.engine.rules.ruleset import Gap, RuleSet
from sanad.engine.rules.tree import (
    GRANTED,
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
    Identifier,
    IfElse,
    Lookup,
    Node,
    Not,
    OneOf,
    Or,
    Rescale,
    Result,
    Round,
    RoundDate,
    Share,
    Unknown,
)  # fmt: skip
from sanad.engine.rules.types import Boolean, Choice, Day, Number, Type, Value

_ARITHMETIC: dict[str, Callable[[Any, Any], Any]] = {"+": add, "-": sub, "*": mul}
_COMPARISONS: dict[str, Callable[[Any, Any], Any]] = {
    "==": eq,
    "!=": ne,
    "<": lt,
    "<=": le,
    ">": gt,
    ">=": ge,
}


Reach = Callable[[Rows], Cell]
"""What is made of the rows that stand behind the keys of a table."""


@dataclass(frozen=True, slots=True)
class Computed:
    """A column of the frame that an earlier stage computed."""

    type: Type
    column: str


@dataclass(frozen=True, slots=True)
class Stage:
    """The table as it stands, and the mask words of the columns computed so far."""

    rules: RuleSet
    on: date
    table: Column
    words: Mapping[str, tuple[int, ...]]
    full: frozenset[str]
    """Fields that are nowhere absent in this snapshot."""

    def cell(self, node: "Node | Computed | Reached") -> Cell:
        return _WAYS[type(node)](self, node)

    def computed(self, node: Computed) -> Cell:
        mask = {place: self.table[mask_column(node.column, place)] for place in self.words[node.column]}
        return Cell(self.table[node.column], mask)

    def fact(self, node: Fact) -> Cell:
        column = self.table[fact_column(node.name)]
        if node.name in self.full:
            return Cell(column)
        return Cell(column, when(column.isnull(), bit(self.rules.bits[Gap("fact", node.name)])))

    def granted(self, node: Granted) -> Cell:
        column = self.table[fact_column(GRANTED)]
        return Cell(column, when(column.isnull(), bit(self.rules.bits[Gap(RIVAL, RIVAL_UNDECIDED)])))

    def unknown(self, node: Unknown) -> Cell:
        bits = [bit(self.rules.bits[Gap("fact", name)]) for name in node.facts]
        return Cell(null(node.type), union(bits))

    def strict(self, act: Callable[..., Column], *items: Node) -> Cell:
        """An operator whose SQL is NULL when a side is."""
        cells = [self.cell(item) for item in items]
        return Cell(act(*(cell.value for cell in cells)), union(cell.mask for cell in cells))

    def kleene(self, node: And | Or) -> Cell:
        """SQL's own AND and OR are Kleene, as long as NULL means undecided, which `Cell` promises."""
        cells = [self.cell(item) for item in node.items]
        value = reduce(and_ if isinstance(node, And) else or_, (cell.value for cell in cells))
        mask = union(cell.mask for cell in cells)
        return Cell(value, where_null(value, mask) if mask else mask)

    def if_else(self, node: IfElse) -> Cell:
        condition, then, other = (self.cell(item) for item in (node.condition, node.then, node.other))
        if not condition.mask:
            return choose([(condition.value, then)], other)
        branches = ibis.cases((condition.value, then.value), (~condition.value, other.value), else_=null(node.type))
        then_mask, other_mask = when(condition.value, then.mask), when(~condition.value, other.mask)
        return Cell(branches, union([condition.mask, then_mask, other_mask]))

    def extreme(self, node: Extreme) -> Cell:
        """GREATEST and LEAST skip NULL on DuckDB, so an absent side is asked for first."""
        cells = [self.cell(item) for item in node.items]
        pick = ibis.least if node.op == "min" else ibis.greatest
        value = pick(*(cell.value for cell in cells))
        unsure = [cell.value.isnull() for cell in cells if cell.mask]
        if unsure:
            value = ibis.ifelse(reduce(or_, unsure), null(node.type), value)
        return Cell(value, union(cell.mask for cell in cells))

    def share(self, node: Share) -> Cell:
        function = (WIDE_SHARES if node.wide else SHARES)[node.mode]
        return self.strict(function, node.of, node.part, node.whole)

    def round(self, node: Round) -> Cell:
        function = SHARES[node.mode]
        return self.strict(lambda x: function(x, big(1), big(node.divisor)) * big(node.factor), node.of)

    # dated values

    def lookup(self, node: Lookup) -> Cell:
        return self.dated(node, node.type, (), lambda rows: self.leaf(rows, node))

    def dated(self, node: Lookup, kind: Type, beside: Sequence[Cell], reach: Reach) -> Cell:
        """What `reach` makes of the rows behind the keys, on the day that selects; `beside` must be there too."""
        value = self.rules.values[node.value]
        keys = [self.cell(key) for key in node.keys]
        known = known_day(node.selector, self.on)
        if known:
            version = value.at(known)
            found = self.rows(version.rows, keys, reach) if version else self.gap("not_in_force", kind, node)
            return self.known(found, [*keys, *beside], kind)
        day = self.cell(node.selector)
        branches = [
            (self.in_force(day.value, version.since, version.until), self.rows(version.rows, keys, reach))
            for version in value.versions
        ]
        return self.known(choose(branches, self.gap("not_in_force", kind, node)), [day, *keys, *beside], kind)

    def in_force(self, day: Column, since: date, until: date | None) -> Column:
        started = (day >= literal(since)).fill_null(False)
        return started & (day < literal(until)).fill_null(False) if until else started

    def known(self, found: Cell, keys: list[Cell], kind: Type) -> Cell:
        """The found cell where every key is there, else the keys' gaps."""
        mask = union(key.mask for key in keys)
        if not mask:
            return found
        unknown = reduce(or_, (key.value.isnull() for key in keys if key.mask))
        return choose([(unknown, Cell(null(kind), mask))], found)

    def gap(self, gap: str, kind: Type, node: Lookup) -> Cell:
        return Cell(null(kind), bit(self.rules.bits[Gap(gap, node.value)]))

    def rows(self, rows: Rows, keys: list[Cell], reach: Reach) -> Cell:
        if not keys:
            return reach(rows)
        if isinstance(rows, Exact):
            branches = [
                (holds(Cell(_is_among(keys[0].value, matches), keys[0].mask)), self.rows(inner, keys[1:], reach))
                for matches, inner in alike(rows)
            ]
            if rows.otherwise is not None:
                return choose(branches, reach(rows.otherwise))
            return choose(branches[:-1], branches[-1][1])
        assert isinstance(rows, Banded)
        branches = [
            (holds(Cell(keys[0].value <= literal(high), keys[0].mask)), self.rows(inner, keys[1:], reach))
            for _, high, inner in rows.rows
        ]
        return choose(branches[:-1], branches[-1][1])

    def leaf(self, rows: Rows, node: Lookup) -> Cell:
        if isinstance(rows, Unpublished):
            return self.gap("unpublished", node.type, node)
        assert not isinstance(rows, Exact | Banded)
        return Cell(literal(rows))

    def by_bands(self, node: ByBands) -> Cell:
        of, factor = self.cell(node.of), 10**node.finer
        hidden = self.gap("unpublished", node.type, node.table)
        return self.dated(node.table, node.type, [of], lambda rows: banded(rows, of.value, factor, hidden))


def _is_among(key: Column, matches: list[Value]) -> Column:
    if len(matches) == 1:
        return key == literal(matches[0])
    return key.isin([literal(match) for match in matches])


def fact_column(name: str) -> str:
    """Facts stand apart from results, so that a field may be called `net` or like a line."""
    return f"fact__{name}"


def mask_column(column: str, place: int) -> str:
    return f"{column}__gaps{place}"


def literal(value: Value) -> Column:
    if isinstance(value, bool):
        return ibis.literal(value)
    if isinstance(value, int):
        return big(value)
    return ibis.literal(value)


def null(kind: Type) -> Column:
    return absent(column_type(kind))


def column_type(kind: Type) -> str:
    match kind:
        case Number():
            return "int64"
        case Boolean():
            return "boolean"
        case Day():
            return "date"
        case Choice():
            return "string"
    return "string"


def _given(stage: Stage, node: Given) -> Cell:
    name = GRANTED if isinstance(node.of, Granted) else node.of.name
    return Cell(stage.table[fact_column(name)].notnull())


def _one_of(stage: Stage, node: OneOf) -> Cell:
    return stage.strict(lambda value: value.isin([literal(option) for option in node.values]), node.of)


_WAYS: dict[type, Callable[[Stage, Any], Cell]] = {
    Const: lambda stage, node: Cell(literal(node.value)),
    Computed: Stage.computed,
    Reached: reached,
    CalendarCall: calendar_call,
    Fact: Stage.fact,
    Granted: Stage.granted,
    Result: lambda stage, node: Cell(stage.table[node.name].fill_null(big(0))),
    RoundDate: lambda stage, node: Cell(literal(stage.on)),
    Identifier: lambda stage, node: Cell(stage.table[f"{node.level}_id"]),
    Lookup: Stage.lookup,
    ByBands: Stage.by_bands,
    Arith: lambda stage, node: stage.strict(_ARITHMETIC[node.op], node.left, node.right),
    Rescale: lambda stage, node: stage.strict(lambda x: x * big(10**node.power), node.of),
    Abs: lambda stage, node: stage.strict(lambda x: x.abs(), node.of),
    Compare: lambda stage, node: stage.strict(_COMPARISONS[node.op], node.left, node.right),
    And: Stage.kleene,
    Or: Stage.kleene,
    Not: lambda stage, node: stage.strict(lambda x: ~x, node.of),
    OneOf: _one_of,
    IfElse: Stage.if_else,
    Share: Stage.share,
    Round: Stage.round,
    Extreme: Stage.extreme,
    DayCall: lambda stage, node: stage.strict(DAYS[node.function], *node.items),
    Given: _given,
    Unknown: Stage.unknown,
}
