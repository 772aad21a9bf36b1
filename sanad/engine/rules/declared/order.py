"""The order of payment."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from sanad.engine.rules.declared.plain import Expression, Where, Words

StepKind = Literal["in_order", "equal_first", "rounds", "percent", "pro_rata", "haircut"]
LastUnit = Literal["first", "largest_remainder", "largest"]


@dataclass(frozen=True, slots=True)
class Tier:
    label: Words
    when: Expression
    source: str
    because: Words = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cut:
    """What part is payable of a claim whose day is `until` at the latest; without a day, of every later one."""

    until: date | None
    percent: Decimal
    where: Where


@dataclass(frozen=True, slots=True)
class PaymentStep:
    """One step over the money that is left. Amounts in major units.

    `in_order`: in full, first to last. `equal_first`: everyone's first part alike. `rounds`: in order up to each of the
    `ceilings` in turn. `percent` and `haircut`: in order up to a part of what is unlocked so far. `pro_rata`: the same
    part for all, as far as the money reaches. Ceilings are for a payee, a thing of `level`; with `counts_paid` what it
    got before, for the same lines, counts under them. No `lines`: all of them.
    """

    name: str
    kind: StepKind
    label: Words
    at_most: Decimal | None
    source: str
    where: Where
    level: str = "claim"
    lines: tuple[str, ...] = ()
    when: Expression | None = None
    in_full_first: Expression | None = None
    left_out: Expression | None = None
    counts_paid: bool = False
    ceilings: tuple[Decimal, ...] = ()
    percent: Decimal | None = None
    last_unit: LastUnit = "first"
    by: Expression | None = None
    cuts: tuple[Cut, ...] = ()


@dataclass(frozen=True, slots=True)
class Reserve:
    """What no step may touch, of each fund: an amount in major units, or a part of it."""

    label: Words
    amount: Decimal | None
    percent: Decimal | None
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
    reserve: Reserve | None = None
