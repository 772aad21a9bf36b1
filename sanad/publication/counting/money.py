"""The money of every decided claim of a programme, read in a few queries for all of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Min, Sum
from django.utils.timezone import localtime

from sanad.casework.allocations.models import Reservation
from sanad.casework.awards.models import Award, Outcome
from sanad.casework.awards.selectors import payable_of_many, standing_awards
from sanad.casework.claims.models import State
from sanad.publication.counting.paying import Paid, paid_of
from sanad.rulebook.models import Programme

AT_ONCE = 20_000
NOTHING_PAID = Paid()


@dataclass(frozen=True, slots=True)
class ClaimMoney:
    """One claim in minor units of the programme's currency.

    `due_since`: the day of the last payment, or of the first decision that let something be paid; None where
    nothing was.
    """

    household: int
    place: str
    awarded: int
    unfunded: int
    reserved: int
    paid: Paid
    due_since: date | None

    @property
    def is_waiting(self) -> bool:
        """Whether something is due that has not left for the family."""
        return self.unfunded > 0 or self.reserved > 0


def money_of_programme(programme: Programme, on: date) -> list[ClaimMoney]:
    """Of every claim whose standing decision is an award; withdrawn claims are left out."""
    awards = standing_awards().filter(claim__programme=programme, outcome=Outcome.AWARD)
    rows = awards.exclude(claim__state=State.WITHDRAWN).order_by("pk")
    columns = ("pk", "claim", "claim__household", "claim__dwelling__building__place__code", "net")
    found = list(rows.values_list(*columns))
    reserved, since = _reserved(programme), _first_due(programme)
    payable, paid = dict(_payable([row[0] for row in found], on)), paid_of(programme)
    return [
        _money(
            household,
            place,
            net,
            payable[award],
            reserved.get(claim, {}),
            paid.get(claim, NOTHING_PAID),
            since.get(claim),
        )
        for award, claim, household, place, net in found
    ]


def _money(
    household: int,
    place: str,
    net: int,
    payable: Mapping[str, int],
    reserved: Mapping[str, int],
    paid: Paid,
    first: date | None,
) -> ClaimMoney:
    """Deductions make an award less than its lines, so what is due of the lines is bounded by what is left of it."""
    due = sum(max(0, sum_ - reserved.get(line, 0) - paid.by_line.get(line, 0)) for line, sum_ in payable.items())
    held, gone = sum(reserved.values()), sum(paid.by_line.values())
    since = max((day for day in (first, paid.last_on) if day), default=None)
    return ClaimMoney(household, place, net, min(due, max(0, net - held - gone)), held, paid, since)


def _payable(awards: list[int], on: date) -> Iterator[tuple[int, Mapping[str, int]]]:
    for at in range(0, len(awards), AT_ONCE):
        some = awards[at : at + AT_ONCE]
        yield from ({award: {} for award in some} | payable_of_many(some, on)).items()


def _reserved(programme: Programme) -> dict[int, dict[str, int]]:
    """By claim, then by line, what stands reserved."""
    held = Reservation.objects.filter(award__claim__programme=programme, transfer__pending__state="pending")
    rows = held.values_list("award__claim", "line").annotate(Sum("transfer__pending__left"))
    found: dict[int, dict[str, int]] = {}
    for claim, line, left in rows.order_by():
        found.setdefault(claim, {})[line] = left
    return found


def _first_due(programme: Programme) -> dict[int, date]:
    """By claim, the day on which a decision first let something be paid."""
    due = Award.objects.filter(claim__programme=programme, due_now__gt=0)
    rows = due.values_list("claim").annotate(Min("round__issued_at")).order_by()
    return {claim: localtime(at).date() for claim, at in rows}
