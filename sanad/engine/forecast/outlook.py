"""The estimate for any turn of one order of payment, seen from one day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sanad.engine.forecast.arriving import Arrivals, assumed, at_best, at_worst
from sanad.engine.forecast.given import PayTime, Pledge, Turn
from sanad.engine.forecast.reach import Assumption, Forecast, Reach

NO_PAY_TIME = "no_pay_time"


@dataclass(frozen=True, slots=True)
class Outlook:
    """What is the same for all who are paid from the same parts of funds. Made once, asked for every turn."""

    free: int
    best: Arrivals
    worst: Arrivals
    pay_time: PayTime | None
    today: date
    at_hand_assumes: tuple[Assumption, ...]
    pledges_assume: tuple[Assumption, ...]

    @classmethod
    def of(cls, free: Mapping[str, int], pledges: Sequence[Pledge], pay_time: PayTime | None, today: date) -> "Outlook":
        """`free`: by part of a fund that may pay these turns, its free money."""
        of_paying = Assumption(NO_PAY_TIME)
        if pay_time:
            of_paying = Assumption("pay_time", count=pay_time.runs, days=pay_time.least, most_days=pay_time.most)
        at_hand = (Assumption("order_stays"), of_paying)
        best, worst = at_best(pledges, today), at_worst(pledges, today)
        return cls(sum(free.values()), best, worst, pay_time, today, at_hand, tuple(assumed(pledges, today)))

    def forecast(self, turn: Turn) -> Forecast:
        return self.lacking(self.missing(turn))

    def lacking(self, missing: int) -> Forecast:
        """The same, where it is known already what lacks beside the money at hand."""
        if not missing:
            return Forecast(self._paid(self.today, self.today), None, self.at_hand_assumes)
        at_hand = Reach("missing", missing=missing)
        if not self.pledges_assume:
            return Forecast(at_hand, None, self.at_hand_assumes)
        return Forecast(at_hand, self._with_pledges(missing), self.at_hand_assumes + self.pledges_assume)

    def missing(self, turn: Turn) -> int:
        """What lacks, with the money at hand, before the turn is paid whole."""
        return max(0, turn.needed - self.free)

    def _with_pledges(self, missing: int) -> Reach:
        first, last = self.best.day_of(missing), self.worst.day_of(missing)
        if first is None:
            return Reach("missing", missing=missing - self.best.total)
        if last is None:
            since = self._paid(first, first).since
            return Reach("perhaps", since, None, missing - self.worst.total, "" if self.pay_time else NO_PAY_TIME)
        return self._paid(first, last)

    def _paid(self, first: date, last: date) -> Reach:
        """Paid, where the money is there between these days."""
        if self.pay_time is None:
            return Reach("reached", missing=0, why=NO_PAY_TIME)
        since = first + timedelta(days=self.pay_time.least)
        return Reach("reached", since, last + timedelta(days=self.pay_time.most), 0)
