"""Rules, typed and proven: gates, lines with their parts, limits, and the rules over several claims."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sanad.engine.rules.declared import (
    Alternatives,
    Gate,
    Instalment,
    Limit,
    Line,
    PaymentStep,
    Rival,
    SetOff,
    SharedCeiling,
    Thing,
    Tier,
    Units,
)
from sanad.engine.rules.tree import (
    Compare,
    Fact,
    Lookup,
    Node,
    RoundDate,
    SortKey,
)
from sanad.engine.rules.types import Boolean, Day, Number, Value


@dataclass(frozen=True, slots=True)
class TypedGate:
    declared: Gate
    when: Node


@dataclass(frozen=True, slots=True)
class TypedInstalment:
    """Of a line with units, `amount` counts them, and `rate_on` is the day whose rate makes money of this part."""

    declared: Instalment
    amount: Node
    unlocked_by: Node | None
    rate_on: Node | None = None


@dataclass(frozen=True, slots=True)
class TypedThing:
    declared: Thing
    number: Node
    value: Node | None


@dataclass(frozen=True, slots=True)
class TypedUnits:
    """`money` is what the results UNITS and RATE come to together; `value` names the dated rate of this type."""

    declared: Units
    number: Node
    value: str
    type: Number
    rate_on: Node
    money: Node

    def rate_at(self, day: Node) -> Lookup:
        return Lookup(self.type, self.value, day, ())


@dataclass(frozen=True, slots=True)
class TypedLine:
    """`amount` is money. Of a line that gives a thing it is 0, so that nothing of it enters a total.

    Of a line with units it only bounds the money: `rules.converting` makes it, part by part.
    """

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
    units: TypedUnits | None = None

    @property
    def figure(self) -> Node:
        """What the line brings, as it was declared: money, or a number of things or units."""
        counted = self.thing or self.units
        return counted.number if counted else self.amount

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
        yield from [self.units.rate_on] if self.units else []
        for part in self.instalments:
            yield from (node for node in (part.amount, part.unlocked_by, part.rate_on) if node)


@dataclass(frozen=True, slots=True)
class TypedLimit:
    """`amount` is the most there is, or of a deduction 0, where the condition `when` does not hold."""

    declared: Limit
    amount: Node
    when: Node | None = None


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
    when: Node | None = None


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
    steps: tuple["TypedStep", ...] = ()


@dataclass(frozen=True, slots=True)
class TypedStep:
    """A step of payment with its conditions; `by` is the day that a haircut goes by."""

    declared: PaymentStep
    when: Node | None
    in_full_first: Node | None
    left_out: Node | None
    by: Node | None

    def nodes(self) -> Iterator[Node]:
        yield from (node for node in (self.when, self.in_full_first, self.left_out, self.by) if node)
