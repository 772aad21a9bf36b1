"""When pledged money comes: at best as it was agreed, at worst as late and as short as the donor ever was."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sanad.engine.forecast.given import Kept, Pledge
from sanad.engine.forecast.reach import Assumption

HUNDREDTHS = 100


@dataclass(frozen=True, slots=True)
class Arrivals:
    """Days in their order, and how much has come by each."""

    days: tuple[date, ...]
    sums: tuple[int, ...]

    @classmethod
    def of(cls, coming: Iterable[tuple[date, int]]) -> "Arrivals":
        days, sums, total = [], [], 0
        for day, amount in sorted(coming):
            total += amount
            days.append(day)
            sums.append(total)
        return cls(tuple(days), tuple(sums))

    @property
    def total(self) -> int:
        return self.sums[-1] if self.sums else 0

    def day_of(self, needed: int) -> date | None:
        """The first day by which so much has come."""
        place = bisect_left(self.sums, needed)
        return self.days[place] if place < len(self.days) else None


def at_best(pledges: Iterable[Pledge], today: date) -> Arrivals:
    """Each whole on its day; what is overdue comes today."""
    return Arrivals.of((max(pledge.by, today), pledge.amount) for pledge in pledges if pledge.by)


def at_worst(pledges: Iterable[Pledge], today: date) -> Arrivals:
    """Each as late as the donor's latest and as short as its shortest; late from today where it is overdue."""
    return Arrivals.of(
        (max(pledge.by, today) + timedelta(days=latest(pledge.record)), shortest(pledge.record, pledge.amount))
        for pledge in pledges
        if pledge.by
    )


def latest(record: Sequence[Kept]) -> int:
    return max((max(one.days_late, 0) for one in record), default=0)


def shortest(record: Sequence[Kept], amount: int) -> int:
    """Of an amount, what would come if it came as short as the shortest; what came beyond a pledge does not count."""
    return min((amount * min(one.arrived, one.pledged) // one.pledged for one in record), default=amount)


def assumed(pledges: Iterable[Pledge], today: date) -> Iterator[Assumption]:
    """What is assumed of each pledge, and once of each donor."""
    told: set[str] = set()
    for pledge in sorted(pledges, key=lambda one: (one.by or date.max, one.reference)):
        yield _of_pledge(pledge, today)
        if pledge.donor not in told:
            told.add(pledge.donor)
            yield _of_donor(pledge)


def _of_pledge(pledge: Pledge, today: date) -> Assumption:
    if pledge.by is None:
        return Assumption("pledge_without_day", pledge.reference, amount=pledge.amount)
    if pledge.by < today:
        days = (today - pledge.by).days
        return Assumption("pledge_overdue", pledge.reference, amount=pledge.amount, until=pledge.by, days=days)
    return Assumption("pledge_arrives", pledge.reference, amount=pledge.amount, until=pledge.by)


def _of_donor(pledge: Pledge) -> Assumption:
    record = pledge.record
    if not record:
        return Assumption("no_donor_record", pledge.donor)
    kept = sum(one.on_time for one in record)
    share = shortest(record, HUNDREDTHS)
    return Assumption("donor_record", pledge.donor, count=len(record), kept=kept, days=latest(record), share=share)
