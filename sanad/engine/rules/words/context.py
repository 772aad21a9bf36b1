"""What an explanation knows beside the decision itself: the round, the payments, the place in the order of payment."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Payment:
    """What was paid before, in minor units; the day is None where it was not recorded."""

    line: str
    amount: int
    day: date | None = None


@dataclass(frozen=True, slots=True)
class FundShare:
    """What a fund pays for a line of the claim, in minor units; `earmarks` as they were written."""

    line: str
    fund: str
    earmarks: str
    amount: int


@dataclass(frozen=True, slots=True)
class FundLeft:
    """Money that is left in a fund, and whether it may be used for what is due to this claim.

    `reserved`: what the round keeps back of it, and no step may touch.
    """

    fund: str
    earmarks: str
    amount: int
    fits: bool
    reserved: int = 0


@dataclass(frozen=True, slots=True)
class Queue:
    """A place in the order of payment. `tier` counts from 1; `allocated` is None where the round named no fund.

    `steps`: by step of the order, what it brings this claim.
    """

    place: int
    money_ahead: int
    tier: int | None = None
    allocated: int | None = None
    shares: tuple[FundShare, ...] = ()
    left: tuple[FundLeft, ...] = ()
    steps: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Context:
    """Beside the decision. `assumed` are fields that nobody stated for this round.

    `places` holds, by line that gives a thing, the place among those awarded the same kind.
    `awarded_before` is the sum of the award that this one replaces, where there was one.
    """

    generated: bool = False
    assumed: frozenset[str] = frozenset()
    paid: tuple[Payment, ...] = ()
    queue: Queue | None = None
    awarded_before: int | None = None
    places: Mapping[str, int] = field(default_factory=dict)
