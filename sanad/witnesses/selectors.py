"""Reading what was lodged: counts without words, words with an act, names for the scanner alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Min, QuerySet

from sanad.casework.claims.models import Claim
from sanad.staff.roles import Role
from sanad.witnesses.counting import household_digest
from sanad.witnesses.models import Identity, Lodged, Trace
from sanad.witnesses.sealing import unseal

SMALLEST_CELL = 10
"""Households; what touches fewer stays inside, as a number too."""
READ_LODGED = (Role.RECORD_KEEPER,)


@dataclass(frozen=True, slots=True)
class Protected:
    """A witness to be found in texts: by these names, and by these telephones, addresses and numbers."""

    reference: str
    names: tuple[str, ...]
    signs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Repeated:
    """One answer that was given to so many households; `lodged` names one telling of it."""

    lodged: str
    households: int
    first_at: datetime


def counted() -> list[Repeated]:
    """Answers that many families were given, the most repeated first; those of fewer than ten are not among them."""
    groups = (
        Trace.objects.values("words")
        .annotate(households=Count("household", distinct=True), first=Min("lodged"), first_at=Min("lodged__lodged_at"))
        .filter(households__gte=SMALLEST_CELL)
        .order_by("-households", "first")
    )
    named = Lodged.objects.in_bulk([one["first"] for one in groups])
    return [Repeated(named[one["first"]].reference, one["households"], one["first_at"]) for one in groups]


def repeated(lodged: Lodged) -> int | None:
    """To how many households the same answer was given; None below ten."""
    same = Trace.objects.filter(words__in=Trace.objects.filter(lodged=lodged).values("words"))
    found = same.values("household").distinct().count()
    return found if found >= SMALLEST_CELL else None


def lodged_of(claim: Claim) -> QuerySet[Lodged]:
    """What this family lodged, the newest first, by the digest of its household."""
    mine = Lodged.objects.filter(trace__household=household_digest(claim))
    return mine.select_related("identity__key", "identity__withdrawal", "taken_up").order_by("-pk")


def all_lodged() -> QuerySet[Lodged]:
    """Everything, the newest first."""
    return Lodged.objects.select_related("identity__key", "identity__withdrawal", "taken_up").order_by("-pk")


def protected_names() -> Iterator[Protected]:
    """Every name that no public text may hold. For the scanner: nobody is shown any of this."""
    named = Identity.objects.filter(name__isnull=False, key__wrapped__isnull=False).select_related("key")
    for one in named.order_by("pk").iterator(chunk_size=500):
        aliases = unseal(one.key, one.aliases).splitlines()
        signs = (*unseal(one.key, one.contact).splitlines(), unseal(one.key, one.case))
        yield Protected(one.reference, (unseal(one.key, one.name), *aliases), signs)
