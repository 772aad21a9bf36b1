"""Rules, typed and proven: gates, lines with their parts, limits, and the rules over several claims."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sanad.engine.rules.declared import (
    Alternatives,
    Gate,
    Instalment,
    Limit,
    Line,
    Rival,
    SetOff,
    SharedCeiling,
    Thing,
    Tier,
)
from sanad.engine.rules.tree import (
    Compare,
    Fact,
    Node,
    RoundDate,
    SortKey,
)
from sanad.engine.rules.types import Boolean, Day, Value


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
class TypedThing:
    declared: Thing
    number: Node
    value: Node | None


@dataclass(frozen=True, slots=True)
class TypedLine:
    """`amount` is money; of a line that gives a thing it is 0, so that nothing of it enters a total."""

    declared: Line
    when: Node | None
    asked: Node | None
    gates: tuple[TypedGate, ...]
    amount: Node
    at_most: Node | None
    instalments: tuple[TypedInstalment, ...]
    own_when: Node | None = None
    """`when` and `own_asked` without what a choice of the family adds to them."""
    own_asked: Node | None = None
    asked_until: Node | None = None
    thing: TypedThing | None = None

    @property
    def figure(self) -> Node:
        """What the line brings, as it was declared: money, or the number of things."""
        return self.thing.number if self.thing else self.amount

    @property
    def is_closed(self) -> Node | None:
        """Whether the clock has ended within which an open line could be asked for."""
        return self.asked_until and Compare(Boolean(), ">=", RoundDate(Day()), self.asked_until)

    @property
    def name(self) -> str:
        return self.declared.name

    def nodes(self) -> Iterator[Node]:
        yield from (gate.when for gate in self.gates)
        yield from (node for node in (self.when, self.asked, self.asked_until, self.figure, self.at_most) if node)
        if self.thing and self.thing.value:
            yield self.thing.value
        for part in self.instalments:
            yield from (node for node in (part.amount, part.unlocked_by) if node)


@dataclass(frozen=True, slots=True)
class TypedLimit:
    declared: Limit
    amount: Node


@dataclass(frozen=True, slots=True)
class TypedRival:
    """`among` is the condition of taking part, the rule's period included."""

    declared: Rival
    among: Node | None
    keys: tuple[SortKey, ...]


@dataclass(frozen=True, slots=True)
class TypedShared:
    declared: SharedCeiling
    amount: Node
    keys: tuple[SortKey, ...]


@dataclass(frozen=True, slots=True)
class TypedSetOff:
    declared: SetOff
    at_most: Node | None
    keys: tuple[SortKey, ...]


@dataclass(frozen=True, slots=True)
class TypedChoice:
    """`codes` are the options of the field that mean each of the lines."""

    declared: Alternatives
    field: Fact
    codes: Mapping[str, tuple[str, ...]]

    def line_of(self, code: Value) -> str:
        return next(line for line, codes in self.codes.items() if code in codes)


@dataclass(frozen=True, slots=True)
class TypedOrder:
    tiers: tuple[tuple[Tier, Node], ...]
    keys: tuple[SortKey, ...]
