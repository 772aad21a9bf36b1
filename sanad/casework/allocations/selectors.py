"""What money stands behind awards."""

from collections.abc import Iterable, Mapping

from django.db.models import Q, QuerySet, Sum

from sanad.audit.built_once import built_once
from sanad.casework.allocations.models import Reservation
from sanad.casework.awards.models import Award
from sanad.casework.claims.models import Claim, State
from sanad.rulebook.models import Programme

OPEN = ("pending", "uncovered")


def open_reservations() -> QuerySet[Reservation]:
    """Reservations of which something is neither paid nor given up."""
    return Reservation.objects.filter(transfer__pending__state__in=OPEN)


def reserved_of(award: Award) -> dict[str, int]:
    """By line, what stands reserved for the award now, in minor units."""
    return reserved_of_many([award.pk]).get(award.pk, {})


_left = built_once(
    lambda awards: (
        Reservation.objects.filter(award__in=awards, transfer__pending__state="pending")
        .values_list("award_id", "line")
        .annotate(Sum("transfer__pending__left"))
        .order_by("line")
    )
)


def reserved_of_many(awards: Iterable[int]) -> dict[int, dict[str, int]]:
    """By award, then by line: the same, of many in one reading."""
    found: dict[int, dict[str, int]] = {}
    for award, line, left in _left(list(awards)):
        found.setdefault(award, {})[line] = left
    return found


def freed_by_a_round(claims: QuerySet[Claim], programme: Programme) -> QuerySet[Reservation]:
    """What is set aside for these claims, which a round decides anew, and for withdrawn ones of the programme."""
    withdrawn = Q(award__claim__state=State.WITHDRAWN, award__claim__programme=programme)
    return open_reservations().filter(Q(award__claim__in=claims) | withdrawn)


def set_aside(reservations: QuerySet[Reservation]) -> Mapping[str, int]:
    """By ledger account, how much of these is set aside now."""
    rows = reservations.filter(transfer__pending__state="pending")
    by_account = rows.values_list("part__account").annotate(Sum("transfer__pending__left"))
    return dict(by_account.order_by("part__account"))
