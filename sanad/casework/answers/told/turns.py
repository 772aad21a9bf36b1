"""The place in the order of payment, and when money reaches it."""

from dataclasses import dataclass
from datetime import date

from sanad.casework.answers.told.words import Words
from sanad.engine.forecast import Reach


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
class Assumption:
    """What an estimate rests on: the codes and values of `sanad.engine.forecast.Assumption`, and what the pledge, the
    donor or the fund that it is `about` is called.
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
