"""Holds what was named against what was found: PURE, no database and no clock.

It never says whether somebody spoke the truth, only how two numbers stand to each other on the day of the position.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from sanad.outcomes.kinds import Because, Counted, Share
from sanad.record.kinds import Bound, Came
from sanad.record.ledger_column import Held

ABOUT = 10
"""What "about" leaves open on either side, in percent; docs/outcomes.md says why."""
Number = tuple[Counted, int | None, str]
"""What is counted, how many (None: not verified), and the currency where it is money."""


@dataclass(frozen=True, slots=True)
class Named:
    """What the words name: a sum in minor units with its bound, for whom, and the last day for it.

    `is_promise`: of a promise more is as good as enough; of somebody's word that a sum was received it is not.
    """

    amount: int | None
    currency: str
    bound: Bound
    share: Share
    last_day: date | None
    is_promise: bool = True


@dataclass(frozen=True, slots=True)
class Sums:
    """What was found by day, and for each claim meant; `claims` is how many are meant, None where that is not asked."""

    currency: str
    by_day: Mapping[date, int]
    by_claim: Mapping[int, Mapping[date, int]]
    claims: int | None = None
    _spreads: dict[date | None, list[int]] = field(default_factory=dict, compare=False, repr=False)

    def spread(self, until: date | None) -> list[int]:
        """What each claim had by then, from the least to the most; put in order once, whatever is held against it."""
        if until not in self._spreads:
            self._spreads[until] = sorted(_until(days, until) for days in self.by_claim.values())
        return self._spreads[until]


@dataclass(frozen=True, slots=True)
class Works:
    """Orders and stages at the position; `last_on` is the day of the last certificate."""

    orders: int
    finished: int
    stages: int
    certified: int
    is_halted: bool
    last_on: date | None


@dataclass(frozen=True, slots=True)
class Reviews:
    """The day of the first act on a halt after the one that named the review; None while there was none."""

    first_on: date | None


Found = Sums | Works | Reviews


@dataclass(frozen=True, slots=True)
class Verdict:
    """How both stand to each other, and the numbers of both."""

    held: Held
    came: Came
    because: Because
    expected: Sequence[Number]
    observed: Sequence[Number]


RESULTS: dict[Because, tuple[Held, Came]] = {
    Because.REACHED: (Held.AGREES, Came.KEPT),
    Because.REACHED_LATE: (Held.AGREES, Came.LATE),
    Because.BEGUN: (Held.PARTLY, Came.PARTLY),
    Because.OVERDUE: (Held.CONTRADICTS, Came.NOT_MET),
    Because.OVERDUE_AND_BEGUN: (Held.PARTLY, Came.PARTLY),
    Because.STANDS_STILL: (Held.PARTLY, Came.HALTED),
    Because.MORE: (Held.CONTRADICTS, Came.CANNOT_TELL),
    Because.LESS: (Held.CONTRADICTS, Came.CANNOT_TELL),
    Because.NOT_DUE: (Held.CANNOT_TELL, Came.CANNOT_TELL),
    Because.NO_SUM: (Held.CANNOT_TELL, Came.CANNOT_TELL),
    Because.OTHER_CURRENCY: (Held.CANNOT_TELL, Came.CANNOT_TELL),
    Because.SEEN: (Held.AGREES, Came.KEPT),
    Because.SEEN_LATE: (Held.AGREES, Came.LATE),
    Because.NOT_SEEN: (Held.CONTRADICTS, Came.NOT_MET),
    Because.NOBODY_YET: (Held.CANNOT_TELL, Came.CANNOT_TELL),
    Because.NO_WORKS: (Held.CANNOT_TELL, Came.CANNOT_TELL),
}


def hold(named: Named, found: Found, on: date) -> Verdict:
    """`on` is the day of the position."""
    if isinstance(found, Sums):
        return hold_sums(named, found, on)
    return hold_works(named, found, on) if isinstance(found, Works) else hold_reviews(named, found, on)


def hold_sums(named: Named, found: Sums, on: date) -> Verdict:
    """Money in all, or for each claim; `on` is the day of the position."""
    total = sum(found.by_day.values())
    expected, observed = _expected(named, found), [(Counted.SUM, total, found.currency)]
    if named.share == Share.EACH:
        observed += [
            (Counted.CLAIMS_BEGUN, _above(found.spread(None), 0), ""),
            (Counted.CLAIMS_REACHED, _reached_by(named, found, None), ""),
        ]
    return _told(_because(named, found, total, on), expected, observed)


def hold_works(named: Named, found: Works, on: date) -> Verdict:
    """Works are there when every ordered stage is certified."""
    expected: list[Number] = [(Counted.ORDERS, found.orders, ""), (Counted.STAGES, found.stages, "")]
    observed: list[Number] = [
        (Counted.ORDERS_FINISHED, found.finished, ""),
        (Counted.STAGES_CERTIFIED, found.certified, ""),
    ]
    return _told(_because_of_works(named, found, on), expected, observed)


def hold_reviews(named: Named, found: Reviews, on: date) -> Verdict:
    """A review is kept by the first act on the halt that comes up to its day."""
    seen = found.first_on
    if seen is None:
        because = Because.NOT_SEEN if named.last_day and on > named.last_day else Because.NOT_DUE
    else:
        because = Because.SEEN_LATE if named.last_day and seen > named.last_day else Because.SEEN
    return _told(because, [(Counted.REVIEWS, 1, "")], [(Counted.REVIEWS, int(seen is not None), "")])


def _told(because: Because, expected: Sequence[Number], observed: Sequence[Number]) -> Verdict:
    return Verdict(*RESULTS[because], because, expected, observed)


def _expected(named: Named, found: Sums) -> list[Number]:
    counted = Counted.SUM if named.share == Share.IN_ALL else Counted.SUM_EACH
    meant: list[Number] = [(Counted.CLAIMS, found.claims, "")] if found.claims is not None else []
    return [(counted, named.amount, named.currency), *meant] if named.amount is not None else meant


def _because(named: Named, found: Sums, total: int, on: date) -> Because:
    if named.amount is None:
        return Because.NO_SUM
    if named.currency != found.currency:
        return Because.OTHER_CURRENCY
    if named.share == Share.EACH and not found.claims:
        return Because.NOBODY_YET
    if not named.is_promise:
        return _compared(named.bound, named.amount, total)
    if _is_there(named, found, None):
        late = named.last_day is not None and not _is_there(named, found, named.last_day)
        return Because.REACHED_LATE if late else Because.REACHED
    if total > 0 and _is_over(named, total):
        return Because.MORE
    overdue = named.last_day is not None and on > named.last_day
    if total > 0:
        return Because.OVERDUE_AND_BEGUN if overdue else Because.BEGUN
    return Because.OVERDUE if overdue else Because.NOT_DUE


def _is_there(named: Named, found: Sums, until: date | None) -> bool:
    if named.share == Share.EACH:
        return _reached_by(named, found, until) == found.claims
    return fulfils(named.bound, named.amount or 0, _until(found.by_day, until))


def _is_over(named: Named, total: int) -> bool:
    """More than the words allow; of "for each" nobody can tell from the sum."""
    most = named.bound in (Bound.AT_MOST, Bound.LESS_THAN)
    return named.share == Share.IN_ALL and most and total > (named.amount or 0)


def _reached_by(named: Named, found: Sums, until: date | None) -> int:
    return fulfilling(named.bound, named.amount or 0, found.spread(until))


def fulfilling(bound: Bound, named: int, found: Sequence[int]) -> int:
    """How many of these sums, from the least to the most, keep a promise: as `fulfils` says of each by itself."""
    if bound == Bound.AT_MOST:
        return max(0, bisect_right(found, named) - bisect_right(found, 0))
    if bound == Bound.LESS_THAN:
        return max(0, bisect_left(found, named) - bisect_right(found, 0))
    if bound == Bound.MORE_THAN:
        return _above(found, named)
    least = -(-named * (100 - ABOUT) // 100) if bound == Bound.ABOUT else named
    return len(found) - bisect_left(found, least)


def _above(found: Sequence[int], named: int) -> int:
    return len(found) - bisect_right(found, named)


def _until(days: Mapping[date, int], until: date | None) -> int:
    return sum(amount for day, amount in days.items() if until is None or day <= until)


def fulfils(bound: Bound, named: int, found: int) -> bool:
    """Whether so much keeps a promise. "At most" is kept by anything above nothing that does not go beyond it."""
    if bound == Bound.AT_MOST:
        return 0 < found <= named
    if bound == Bound.LESS_THAN:
        return 0 < found < named
    if bound == Bound.MORE_THAN:
        return found > named
    if bound == Bound.ABOUT:
        return found * 100 >= named * (100 - ABOUT)
    return found >= named


def _compared(bound: Bound, named: int, found: int) -> Because:
    """Somebody's word of a sum that changed hands, against the sum that the ledger shows."""
    low, high = {
        Bound.EXACT: (named, named),
        Bound.AT_MOST: (0, named),
        Bound.LESS_THAN: (0, named - 1),
        Bound.AT_LEAST: (named, None),
        Bound.MORE_THAN: (named + 1, None),
        Bound.ABOUT: (-(-named * (100 - ABOUT) // 100), named * (100 + ABOUT) // 100),
    }[bound]
    if found < low:
        return Because.LESS
    return Because.MORE if high is not None and found > high else Because.REACHED


def _because_of_works(named: Named, found: Works, on: date) -> Because:
    if not found.orders:
        return Because.NO_WORKS
    overdue = named.last_day is not None and on > named.last_day
    if found.finished == found.orders:
        late = named.last_day is not None and found.last_on is not None and found.last_on > named.last_day
        return Because.REACHED_LATE if late else Because.REACHED
    if found.is_halted:
        return Because.STANDS_STILL
    if found.certified:
        return Because.OVERDUE_AND_BEGUN if overdue else Because.BEGUN
    return Because.OVERDUE if overdue else Because.NOT_DUE
