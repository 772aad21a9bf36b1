"""A programme, typed and proven: what interpreter, batch and words read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sanad.engine.rules.checking.scope import TypedDefinition
from sanad.engine.rules.declared import Gate, Instalment, Limit, Line, Programme, Tier
from sanad.engine.rules.fields import TypedField
from sanad.engine.rules.levels import Levels
from sanad.engine.rules.tree import Fact, Group, Lookup, Node, Ref, SortKey, children, walk
from sanad.engine.rules.values import TypedValue

GapKind = str
"""Why a value is absent: `fact` (not stated), `unpublished` or `not_in_force`."""


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that may keep a rule from being decided."""

    kind: GapKind
    name: str


@dataclass(frozen=True, slots=True)
class TypedGate:
    declared: Gate
    when: Node


@dataclass(frozen=True, slots=True)
class TypedInstalment:
    declared: Instalment
    amount: Node
    unlocked_by: Node | None


@dataclass(frozen=True, slots=True)
class TypedLine:
    declared: Line
    when: Node | None
    asked: Node | None
    gates: tuple[TypedGate, ...]
    amount: Node
    at_most: Node | None
    instalments: tuple[TypedInstalment, ...]

    @property
    def name(self) -> str:
        return self.declared.name

    def nodes(self) -> Iterator[Node]:
        yield from (gate.when for gate in self.gates)
        yield from (node for node in (self.when, self.asked, self.amount, self.at_most) if node)
        for part in self.instalments:
            yield from (node for node in (part.amount, part.unlocked_by) if node)


@dataclass(frozen=True, slots=True)
class TypedLimit:
    declared: Limit
    amount: Node


@dataclass(frozen=True, slots=True)
class TypedOrder:
    tiers: tuple[tuple[Tier, Node], ...]
    keys: tuple[SortKey, ...]


@dataclass(frozen=True, slots=True)
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

    def line(self, name: str) -> TypedLine:
        return next(line for line in self.lines if line.name == name)

    def limits_of(self, line: str) -> list[TypedLimit]:
        return [limit for limit in (*self.ceilings, *self.deductions) if line in limit.declared.lines]

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

    def group_depth(self) -> int:
        """How many totals are read within one another at most: how far an answer reaches from group to group."""
        known: dict[str, int] = {}
        for name, definition in self.definitions.items():
            known[name] = _group_depth(definition.node, known)
        return max((_group_depth(node, known) for node in self.all_nodes()), default=0)

    def all_nodes(self) -> Iterator[Node]:
        yield from (gate.when for gate in self.gates)
        for line in self.lines:
            yield from line.nodes()
        yield from (limit.amount for limit in (*self.ceilings, *self.deductions))
        if self.order:
            yield from (node for _, node in self.order.tiers)
            yield from (key.of for key in self.order.keys)


def _group_depth(node: Node, known: Mapping[str, int]) -> int:
    if isinstance(node, Ref):
        return known[node.name]
    below = max((_group_depth(child, known) for child in children(node)), default=0)
    return below + 1 if isinstance(node, Group) else below
