"""The order of payment."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from sanad.engine.rules.declared.plain import Expression, Where, Words


@dataclass(frozen=True, slots=True)
class Tier:
    label: Words
    when: Expression
    source: str
    because: Words = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PaymentStep:
    """`equal_first`: everyone's first part, up to `at_most` major units; `in_order`: in full, first to last."""

    name: str
    kind: Literal["equal_first", "in_order"]
    label: Words
    at_most: Decimal | None
    source: str
    where: Where


@dataclass(frozen=True, slots=True)
class Order:
    """The order of payment: a document of its own. Keys may be wrapped as `desc(x)`."""

    id: str
    label: Words
    tiers: tuple[Tier, ...]
    keys: tuple[Expression, ...]
    steps: tuple[PaymentStep, ...]
    source: str
    where: Where
    because: Words = field(default_factory=dict)
