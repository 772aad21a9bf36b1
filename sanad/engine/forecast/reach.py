"""What an estimate says."""

from dataclasses import dataclass
from datetime import date
from typing import Literal


@dataclass(frozen=True, slots=True)
class Reach:
    """How far money goes for one turn.

    reached: paid between these days; both are None only where `why` is no_pay_time: nobody knows yet how long it takes.
    perhaps: at the earliest from `since`, if pledges come as agreed; if they fall short as before, `missing` lacks.
    missing: this sum lacks, and no day can be told. unknown: `why` says what stands in the way, such as a halt.
    """

    state: Literal["reached", "perhaps", "missing", "unknown"]
    since: date | None = None
    until: date | None = None
    missing: int | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Assumption:
    """One thing that an estimate rests on: a code with its values. `about` names the pledge or the donor.

    order_stays: nobody comes in between. pay_time: from money to payment `days` to `most_days` in the last `count`
    runs. no_pay_time: no run has been paid. pledge_arrives: `amount` by the day `until`. pledge_overdue: the same, and
    `days` over it today. pledge_without_day: `amount`, for which no day was agreed; it is not counted.
    donor_record: of `count` earlier pledges `kept` came whole and on time, the latest `days` late; of the shortest
    `share` hundredths came. no_donor_record: none came due before.
    """

    code: str
    about: str = ""
    amount: int | None = None
    until: date | None = None
    count: int | None = None
    kept: int | None = None
    days: int | None = None
    most_days: int | None = None
    share: int | None = None


@dataclass(frozen=True, slots=True)
class Forecast:
    """With the money at hand; and, where that does not suffice and pledges are bound, with them."""

    at_hand: Reach
    with_pledges: Reach | None
    assumptions: tuple[Assumption, ...]
