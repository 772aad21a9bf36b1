"""The place in the order of payment, and when money reaches it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from sanad.casework.answers.told.words import Words


@dataclass(frozen=True, slots=True)
class QueueTold:
    """The place in the order of payment of the claim's round. `reached` is the last place that the money at hand
    reaches whole, in an order without gaps; `missing` is what is lacking before the family is paid all that is due.
    """

    round: str
    place: int
    of: int
    reached: int
    due_before: int
    free: int
    missing: int
    then_for_you: int


@dataclass(frozen=True, slots=True)
class Reach:
    """How far money goes: between which days it is paid, or what sum is missing, or `unknown` and why.

    `reached` has both days and missing 0; `missing` has no day and missing > 0; `unknown` has neither.
    """

    state: Literal["reached", "missing", "unknown"]
    since: date | None
    until: date | None
    missing: int | None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Assumption:
    """What an estimate rests on: a code with its values. `about` names the pledge, fund or runs it speaks of.

    pledge_arrives: `amount`, by `until`. donor_record: `count` pledges came before, `kept` of them on time, the latest
    `days` late, `share` the least that came, in hundredths. no_donor_record: nothing came before. pay_time: from money
    to payment `days` to `most_days` in the last `count` runs. no_pay_time: no run was paid yet. order_stays: the order
    of payment stays as it is. pledge_without_day: `amount`, of which no day was agreed.
    """

    code: str
    about: str = ""
    names: Words | None = None
    amount: int | None = None
    until: date | None = None
    count: int | None = None
    kept: int | None = None
    days: int | None = None
    most_days: int | None = None
    share: int | None = None


@dataclass(frozen=True, slots=True)
class ForecastTold:
    """With the money at hand, and if the pledges that are bound in writing arrive. The second is None without any."""

    at_hand: Reach
    with_pledges: Reach | None
    assumptions: tuple[Assumption, ...]
