"""What is due to the awards of a round by line, and that no money stands behind: a whole round in a few readings."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from django.db.models import F, QuerySet, Sum

from sanad.casework.allocations.models import Reservation
from sanad.casework.awards.models import Award, AwardLine, FellDue, Round
from sanad.casework.awards.selectors import standing_awards
from sanad.casework.payments.selectors import money_of_many
from sanad.casework.payments.selectors.paid import gone_parts

AT_ONCE = 50_000
Ints = npt.NDArray[np.int64]
Key = tuple[int, str]
"""An award and one of its lines."""


@dataclass(frozen=True, slots=True)
class Dues:
    """A row a line of an award with something unfunded, in the order of payment; amounts in minor units."""

    award: Ints
    place: Ints
    line: list[str]
    amount: Ints


def waiting(round_: Round) -> QuerySet[Award]:
    """The awards of the round that stand and have a place in the order of payment."""
    return standing_awards().filter(round=round_, queue_place__isnull=False)


def dues_of(round_: Round) -> Dues:
    """What fell due until today, less what was paid, is on its way or is reserved."""
    awards = waiting(round_)
    rows = _payable(awards)
    for key, covered in (*_reserved(awards), *_gone(awards)):
        if key in rows:
            rows[key] -= covered
    _take_what_deductions_take(awards, rows)
    places = dict(awards.values_list("pk", "queue_place").iterator(AT_ONCE))
    open_ = sorted((places[award], award, line, amount) for (award, line), amount in rows.items() if amount > 0)
    place, award, line, amount = zip(*open_, strict=True) if open_ else ((), (), (), ())
    return Dues(np.array(award, np.int64), np.array(place, np.int64), list(line), np.array(amount, np.int64))


def _payable(awards: QuerySet[Award]) -> dict[Key, int]:
    lines = AwardLine.objects.filter(award__in=awards, amount__gt=0)
    rows = lines.values_list("award_id", "line", F("due_now") + F("paid_before")).iterator(AT_ONCE)
    payable = {(award, line): due for award, line, due in rows}
    later = FellDue.objects.filter(award__in=awards).values_list("award_id", "line")
    for award, line, amount in later.annotate(Sum("amount")).order_by().iterator(AT_ONCE):
        payable[award, line] += amount
    return payable


def _reserved(awards: QuerySet[Award]) -> Iterator[tuple[Key, int]]:
    reserved = Reservation.objects.filter(award__in=awards, transfer__pending__state="pending")
    rows = reserved.values_list("award_id", "line").annotate(Sum("transfer__pending__left")).order_by()
    yield from (((award, line), left) for award, line, left in rows.iterator(AT_ONCE))


def _gone(awards: QuerySet[Award]) -> Iterator[tuple[Key, int]]:
    """What was paid of the claims, under this award or an earlier one, or is on its way."""
    parts = gone_parts().filter(claim__in=awards.values("claim"))
    rows = parts.values_list("claim_id", "line").annotate(Sum("gone")).order_by()
    of_claim = dict(awards.values_list("claim_id", "pk").iterator(AT_ONCE))
    yield from (((of_claim[claim], line), gone) for claim, line, gone in rows.iterator(AT_ONCE))


def _take_what_deductions_take(awards: QuerySet[Award], rows: dict[Key, int]) -> None:
    """Of awards that are less than their lines: no more is due in all than the award's own money says."""
    lines = awards.annotate(whole=Sum("lines__amount")).exclude(whole=F("net"))
    for award, money in money_of_many(lines).items():
        beyond = sum(max(0, rows.get((award, one.line), 0)) for one in money.lines) - money.due_unfunded
        for one in reversed(money.lines):
            taken = min(max(0, beyond), max(0, rows.get((award, one.line), 0)))
            if taken:
                rows[award, one.line] -= taken
                beyond -= taken
