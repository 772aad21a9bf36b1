"""What money stands behind awards."""

from collections.abc import Mapping

from django.db.models import QuerySet, Sum

from sanad.casework.allocations.models import Reservation
from sanad.casework.awards.models import Award
from sanad.casework.claims.models import Claim

OPEN = ("pending", "uncovered")


def open_reservations() -> QuerySet[Reservation]:
    """Reservations of which something is neither paid nor given up."""
    return Reservation.objects.filter(transfer__pending__state__in=OPEN)


def reserved_of(award: Award) -> dict[str, int]:
    """By line, what stands reserved for the award now, in minor units."""
    rows = Reservation.objects.filter(award=award, transfer__pending__state="pending")
    return dict(rows.values_list("line").annotate(Sum("transfer__pending__left")).order_by("line"))


def set_aside_for(claims: QuerySet[Claim]) -> Mapping[str, int]:
    """By ledger account, what is set aside now for these claims: free again when a round decides them anew."""
    rows = Reservation.objects.filter(transfer__pending__state="pending", award__claim__in=claims)
    by_account = rows.values_list("part__account").annotate(Sum("transfer__pending__left"))
    return dict(by_account.order_by("part__account"))
