"""A programme, typed and proven: what interpreter, batch and words read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from sanad.engine.rules.calendars import WorkingDays
from sanad.engine.rules.checking.clocks import TypedClock
from sanad.engine.rules.checking.scope import TypedDefinition
from sanad.engine.rules.declared import (
    Clock,
    Definition,
    Programme,
)
from sanad.engine.rules.fields import TypedField
from sanad.engine.rules.levels import CLAIM, Levels
from sanad.engine.rules.tree import (
    Fact,
    Granted,
    Group,
    Lookup,
    Node,
    Ref,
    SortKey,
    children,
    walk,
)
from sanad.engine.rules.typed_rules import (
    TypedChoice,
    TypedGate,
    TypedLimit,
    TypedLine,
    TypedOrder,
    TypedRival,
    TypedSetOff,
    TypedShared,
    TypedThing,
    TypedUnits,
)
from sanad.engine.rules.values import TypedValue

MOST_PASSES = 8
"""How often rivals are looked at again; a chain of them that is longer is deferred."""
GapKind = str
"""Why a value is absent: `fact` (not stated), `unpublished` or `not_in_force`."""


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that may keep a rule from being decided."""

    kind: GapKind
    name: str


@dataclass(frozen=True)
class RuleSet:
    """Definitions stand in an order in which each reads only those before it."""

    declared: Programme
    levels: Levels
    fields: Mapping[str, TypedField]
    values: Mapping[str, TypedValue]
    definitions: Mapping[str, TypedDefinition]
    gates: tuple[TypedGate, ...]
    lines: tuple[TypedLine, ...]
    ceilings: tuple[TypedLimit, ...]
    deductions: tuple[TypedLimit, ...]
    order: TypedOrder | None
    gaps: tuple[Gap, ...]
    bits: Mapping[Gap, int]
    rivals: tuple[TypedRival, ...] = ()
    shared_ceilings: tuple[TypedShared, ...] = ()
    set_off: TypedSetOff | None = None
    declines: tuple[TypedGate, ...] = ()
    choices: tuple[TypedChoice, ...] = ()
    calendars: Mapping[str, WorkingDays] = field(default_factory=dict)
    clocks: Mapping[str, TypedClock] = field(default_factory=dict)

    def line(self, name: str) -> TypedLine:
        return next(line for line in self.lines if line.name == name)

    def reads_granted(self, *nodes: Node | None) -> bool:
        return any(isinstance(node, Granted) for node in self.reads(*nodes))

    @cached_property
    def earlier_lines(self) -> tuple[TypedLine, ...]:
        """The lines that need no look at what is granted: they settle it."""
        return tuple(line for line in self.lines if not self.reads_granted(*line.nodes()))

    @property
    def has_later_lines(self) -> bool:
        return len(self.earlier_lines) < len(self.lines)

    @property
    def money_lines(self) -> tuple[TypedLine, ...]:
        """The lines that bring money; each has a column of its amount in the awards."""
        return tuple(line for line in self.lines if line.thing is None)

    @property
    def unit_lines(self) -> tuple[tuple[TypedLine, TypedUnits], ...]:
        return tuple((line, line.units) for line in self.lines if line.units is not None)

    @property
    def thing_lines(self) -> tuple[tuple[TypedLine, TypedThing], ...]:
        return tuple((line, line.thing) for line in self.lines if line.thing is not None)

    def choice_of(self, line: str) -> TypedChoice | None:
        """The choice of which this line is an alternative."""
        return next((choice for choice in self.choices if line in choice.codes), None)

    def named(self, name: str) -> Definition | Clock:
        """What declares a name that stands for a value on the way."""
        clock = self.clocks.get(name)
        if clock:
            return clock.declared
        return next(known for known in self.declared.definitions if known.name == name)

    def limits_of(self, line: str) -> list[TypedLimit]:
        return [limit for limit in (*self.ceilings, *self.deductions) if line in limit.declared.lines]

    def shared_by(self, line: str) -> list[TypedShared]:
        """The ceilings that this line shares with those of other claims."""
        return [shared for shared in self.shared_ceilings if line in shared.declared.lines]

    def limiting(self, line: str) -> list[Node]:
        """The amounts of all that limits a line."""
        own = [limit.amount for limit in self.limits_of(line)]
        return own + [shared.amount for shared in self.shared_by(line)]

    def reads(self, *nodes: Node | None) -> Iterator[Node]:
        """Every node that these read, through definitions, each definition once."""
        seen: set[str] = set()
        waiting = [node for node in nodes if node is not None]
        while waiting:
            for node in walk(waiting.pop()):
                yield node
                if isinstance(node, Ref) and node.name not in seen:
                    seen.add(node.name)
                    waiting.append(self.definitions[node.name].node)

    def values_read(self, *nodes: Node | None) -> list[str]:
        """The names of the dated values that these read, sorted."""
        return sorted({node.value for node in self.reads(*nodes) if isinstance(node, Lookup)})

    def facts_read(self, *nodes: Node | None) -> list[str]:
        return sorted({node.name for node in self.reads(*nodes) if isinstance(node, Fact)})

    def groups(self) -> Iterator[Group]:
        for node in self.reads(*self.all_nodes()):
            if isinstance(node, Group):
                yield node

    def group_pairs(self) -> frozenset[tuple[str, str]]:
        """The levels over whose members a rule looks, each with the level of these members."""
        totals = {(group.owner, group.member) for group in self.groups()}
        return frozenset(totals | {(level, CLAIM) for level in self.claim_groups()})

    def group_depth(self) -> int:
        """How far an answer reaches from group to group: totals within one another, rivals, shared ceilings."""
        known: dict[str, int] = {}
        for name, definition in self.definitions.items():
            known[name] = _group_depth(definition.node, known)
        totals = max((_group_depth(node, known) for node in self.all_nodes()), default=0)
        rivals = MOST_PASSES if self.rivals else 0
        return totals + self.has_later_lines + rivals + 2 * len(self.shared_ceilings) + (self.set_off is not None)

    def claim_groups(self) -> Iterator[str]:
        """The levels whose claims are decided with a look at one another."""
        yield from (rival.declared.group for rival in self.rivals)
        yield from (shared.declared.level for shared in self.shared_ceilings)
        if self.set_off and self.set_off.declared.level != CLAIM:
            yield self.set_off.declared.level

    def _ranks(self) -> Iterator[tuple[SortKey, ...]]:
        yield from (rival.keys for rival in self.rivals)
        yield from (shared.keys for shared in self.shared_ceilings)
        yield from [self.set_off.keys] if self.set_off else []

    def all_nodes(self) -> Iterator[Node]:
        yield from (gate.when for gate in (*self.gates, *self.declines))
        for line in self.lines:
            yield from line.nodes()
        yield from (limit.amount for limit in (*self.ceilings, *self.deductions))
        for rival in self.rivals:
            yield from [rival.among] if rival.among else []
        yield from (shared.amount for shared in self.shared_ceilings)
        yield from [self.set_off.at_most] if self.set_off and self.set_off.at_most else []
        yield from (key.of for keys in self._ranks() for key in keys)
        if self.order:
            yield from (node for _, node in self.order.tiers)
            yield from (key.of for key in self.order.keys)
            yield from (node for step in self.order.steps for node in step.nodes())


def _group_depth(node: Node, known: Mapping[str, int]) -> int:
    if isinstance(node, Ref):
        return known[node.name]
    below = max((_group_depth(child, known) for child in children(node)), default=0)
    return below + 1 if isinstance(node, Group) else below
