"""A frame: the rows of one level, with columns added in stages.

Each definition is a column of its own stage, since definitions that read each other would otherwise be copied into one
another and grow the query exponentially; so is every subtree deeper than a few nodes. Groups come in between.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Any

from sanad.engine.batch.calendars import Reached
from sanad.engine.batch.cells import Cell
from sanad.engine.batch.functions import Column
from sanad.engine.batch.groups import Counted, Keyed, joined, windowed
from sanad.engine.batch.nodes import Computed, Stage, mask_column
from sanad.engine.rules.ruleset import RuleSet
from sanad.engine.rules.tree import (
    And,
    ByBands,
    CalendarCall,
    Const,
    DayCall,
    Fact,
    Given,
    Granted,
    Group,
    Lookup,
    Node,
    Not,
    Or,
    Ref,
    Result,
    Round,
    RoundDate,
    Share,
    SortKey,
    Told,
)
from sanad.engine.rules.types import Boolean

TALLEST = 5
"""Nodes below one another in one stage: masks repeat conditions, so a taller tree would grow the query fast."""
REPEATING = (Share, Round, DayCall)
"""DuckDB's macros repeat what they are given: one inside another would grow the query fast, so it is a column."""


@dataclass(frozen=True, slots=True)
class Source:
    """The rows of a level as an Ibis table, with the ids of the levels above; `full`: fields nowhere absent."""

    table: Column
    full: frozenset[str]


@dataclass(frozen=True, slots=True)
class Sources:
    rules: RuleSet
    on: date
    levels: Mapping[str, Source]


@dataclass(frozen=True, slots=True)
class _Group:
    """A group operator of which the parts are columns: of this frame, or of the members' own."""

    node: Group
    of: "Computed | None"
    where: "Computed | None"
    keys: tuple[Keyed, ...]
    members: "Frame | None"


@dataclass
class Frame:
    sources: Sources
    level: str
    depth: dict[str, int] = field(default_factory=dict)
    columns: dict[str, Any] = field(default_factory=dict)
    groups: dict[str, _Group] = field(default_factory=dict)
    named: dict[Group, str] = field(default_factory=dict)
    inner: dict[str, "Frame"] = field(default_factory=dict)
    """One frame for each level of members: definitions that several groups read are planned once."""
    late: dict[str, Any] = field(default_factory=dict)
    """Parts that read results of the claim: columns to be added once there are results."""
    built: Stage | None = None
    path: str = ""
    groups_apart: "Frame | None" = None
    """Holds the groups of this level's own rows, with few columns: sorting them by group then moves little."""
    brought: list[str] = field(default_factory=list)

    @classmethod
    def wide(cls, sources: Sources, level: str) -> "Frame":
        """A frame with its groups apart, for many columns over rows whose id is unique."""
        return cls(sources, level, groups_apart=cls(sources, level, path="_apart"))

    def want(self, name: str, node: Node) -> Computed:
        """Plan a column of this name."""
        if name not in self.depth:
            cut = self.cut(node)
            self.columns[name] = cut
            self.depth[name] = 1 + self._depth(cut)
        return Computed(node.type, name)

    def cut(self, node: Node) -> Any:
        """The tree with definitions, groups and deep parts replaced by the columns that hold them."""
        if isinstance(node, Ref):
            return self.want(f"is__{node.name}", self.sources.rules.definitions[node.name].node)
        if isinstance(node, Group):
            return self._group(node)
        if isinstance(node, Given | Fact | Granted):
            return node
        if isinstance(node, Told | ByBands | CalendarCall):
            return self._cut_special(node)
        changed = {place.name: self._cut_part(getattr(node, place.name)) for place in fields(node)}
        if isinstance(node, REPEATING):
            changed = {name: self._once(part) for name, part in changed.items()}
        found = replace(node, **changed)
        if isinstance(found, Lookup):
            found = replace(found, selector=self._simple(found.selector))
        return found if _height(found) < TALLEST else self._part(found)

    def _cut_special(self, node: Told | ByBands | CalendarCall) -> Any:
        """A calendar's answer is a column before it is asked whether there is one."""
        if isinstance(node, Told):
            return self.cut(node.of)
        if isinstance(node, ByBands):
            return self._cut_bands(node)
        items = tuple(self._simple(self.cut(item)) for item in node.items)
        return self._part(Reached(node.type, self._part(replace(node, items=items)), node.calendar))

    def _cut_bands(self, node: ByBands) -> Computed:
        """Each band asks for the amount and each version for the day, so both are columns; so is the whole."""
        keys = tuple(self._simple(self.cut(key)) for key in node.table.keys)
        table = replace(node.table, selector=self._simple(self.cut(node.table.selector)), keys=keys)
        return self._part(replace(node, table=table, of=self._simple(self.cut(node.of))))

    def _simple(self, node: Any) -> Any:
        return node if isinstance(node, Computed | Const | Fact | RoundDate | Result) else self._part(node)

    def _once(self, part: Any) -> Any:
        if isinstance(part, tuple):
            return tuple(self._once(item) for item in part)
        repeats = _is_node(part) and any(isinstance(below, REPEATING) for below in _below(part))
        return self._part(part) if repeats else part

    def _part(self, node: Any) -> Computed:
        if any(isinstance(below, Result) for below in _below(node)) or self.late.keys() & _columns_of(node):
            name = f"late__{len(self.late)}"
            self.late[name] = node
            return Computed(node.type, name)
        name = f"part__{len(self.columns)}"
        self.columns[name] = node
        self.depth[name] = 1 + self._depth(node)
        return Computed(node.type, name)

    def _cut_part(self, part: Any) -> Any:
        if isinstance(part, tuple):
            return tuple(self._cut_part(item) for item in part)
        return self.cut(part) if _is_node(part) else part

    def _depth(self, node: Any) -> int:
        return max((self.depth[column] for column in _columns_of(node)), default=0)

    def _group(self, node: Group) -> Computed:
        if self.groups_apart and node.member == self.level:
            return self._bring(self.groups_apart.cut(node))
        if node not in self.named:
            name = self.named[node] = f"group{self.path}__{len(self.named)}"
            own = node.member == self.level
            members = self if own else self._inner(node.member)
            self.groups[name] = self._parts(node, name, members, own)
            inputs = [self.depth[column.column] for column in _inputs(self.groups[name]) if own]
            self.depth[name] = 1 + max(inputs, default=0)
        return Computed(node.type, self.named[node])

    def _bring(self, column: Computed) -> Computed:
        if column.column not in self.depth:
            self.depth[column.column] = 0
            self.brought.append(column.column)
        return column

    def _inner(self, level: str) -> "Frame":
        return self.inner.setdefault(level, Frame(self.sources, level, path=f"{self.path}_{level}"))

    def _parts(self, node: Group, name: str, members: "Frame", own: bool) -> _Group:
        of, where = _combined(node)
        return _Group(
            node,
            members.want(f"{name}_of", of) if of is not None else None,
            members.want(f"{name}_where", where) if where is not None else None,
            tuple(
                Keyed(members.want(f"{name}_key{place}", key.of), key.descending) for place, key in enumerate(node.by)
            ),
            None if own else members,
        )

    def build(self) -> Stage:
        """The table with every planned column, stage by stage; built once, when all is planned."""
        if self.built is None:
            self.built = self._build()
        return self.built

    def _build(self) -> Stage:
        source = self.sources.levels[self.level]
        stage = Stage(self.sources.rules, self.sources.on, source.table, {}, source.full)
        if self.groups_apart and self.brought:
            stage = self._join_groups(stage, self.groups_apart.build())
        for depth in range(1, max(self.depth.values(), default=0) + 1):
            here = [name for name, own in self.depth.items() if own == depth]
            stage = add(stage, {name: stage.cell(self.columns[name]) for name in here if name in self.columns})
            for name in here:
                if name in self.groups:
                    stage = self._add_group(stage, name, self.groups[name])
        return stage

    def _join_groups(self, stage: Stage, apart: Stage) -> Stage:
        words = {name: apart.words[name] for name in self.brought}
        masks = [mask_column(name, place) for name, places in words.items() for place in places]
        own = f"{self.level}_id"
        groups = apart.table.select(*self.brought, *masks, grouped_id=apart.table[own])
        table = stage.table.left_join(groups, stage.table[own] == groups.grouped_id).drop("grouped_id")
        return replace(stage, table=table, words=words)

    def _add_group(self, stage: Stage, name: str, group: _Group) -> Stage:
        members = group.members.build() if group.members else stage
        counted = Counted(
            group.node,
            name,
            members.table,
            members.computed(group.of) if group.of else None,
            members.computed(group.where) if group.where else None,
            tuple((members.computed(key.column), key.descending) for key in group.keys),
        )
        if group.node.op in ("rank", "before") and group.members is None:
            return add(stage, {name: windowed(counted)})
        table, cell = joined(stage.table, counted)
        stage = replace(stage, table=table)
        return add(stage, {name: cell(stage.table)})


def add(stage: Stage, cells: Mapping[str, Cell]) -> Stage:
    """The stage with these columns and their mask words."""
    if not cells:
        return stage
    columns = {name: cell.value for name, cell in cells.items()}
    for name, cell in cells.items():
        columns |= {mask_column(name, place): word for place, word in cell.mask.items()}
    words = {name: tuple(sorted(cell.mask)) for name, cell in cells.items()}
    return replace(stage, table=stage.table.mutate(**columns), words={**stage.words, **words})


def _combined(node: Group) -> tuple[Node | None, Node | None]:
    """`any` and `all` with a condition are one Kleene expression; the others keep the two apart."""
    if node.op == "any" and node.where is not None and node.of is not None:
        return And(Boolean(), (node.where, node.of)), None
    if node.op == "all" and node.where is not None and node.of is not None:
        return Or(Boolean(), (Not(Boolean(), node.where), node.of)), None
    return node.of, node.where


def _inputs(group: _Group) -> list[Computed]:
    return [part for part in (group.of, group.where, *(key.column for key in group.keys)) if part is not None]


def _is_node(part: object) -> bool:
    return hasattr(part, "type") and not isinstance(part, SortKey)


def _parts_of(node: Any) -> list[Any]:
    parts = [getattr(node, place.name) for place in fields(node)]
    flat = [item for part in parts for item in (part if isinstance(part, tuple) else (part,))]
    return [part for part in flat if _is_node(part)]


def _height(node: Any) -> int:
    return 1 + max((_height(part) for part in _parts_of(node)), default=0)


def _below(node: Any) -> Iterator[Any]:
    yield node
    for part in _parts_of(node):
        yield from _below(part)


def _columns_of(node: Any) -> list[str]:
    return [part.column for part in _below(node) if isinstance(part, Computed)]
