"""Reading what was lodged: counts without words, words with an act, names for the scanner alone."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Min, Q, QuerySet

from sanad.casework.claims.models import Claim
from sanad.witnesses.counting import household_digest
from sanad.witnesses.models import Consent, Identity, Lodged, Look, Trace, Use
from sanad.witnesses.sealing import unseal

SMALLEST_CELL = 10
"""Households; what touches fewer stays inside, as a number too."""

OPEN_FOR = timedelta(hours=24)
"""After a look was allowed; then it is asked for anew."""


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


def repeats(lodged: Iterable[Lodged]) -> dict[int, int]:
    """By the id of what was lodged, to how many households the same answer was given; those below ten are left out."""
    words = dict(Trace.objects.filter(lodged__in=lodged).values_list("lodged", "words"))
    groups = Trace.objects.filter(words__in=words.values()).values("words")
    found = dict(groups.annotate(households=Count("household", distinct=True)).values_list("words", "households"))
    return {one: found[digest] for one, digest in words.items() if found[digest] >= SMALLEST_CELL}


def lodged_of(claim: Claim) -> QuerySet[Lodged]:
    """What this family lodged, the newest first, by the digest of its household."""
    mine = Lodged.objects.filter(trace__household=household_digest(claim))
    return mine.select_related("identity__key", "identity__withdrawal", "taken_up").order_by("-pk")


def all_lodged() -> QuerySet[Lodged]:
    """Everything, the newest first."""
    return Lodged.objects.select_related("identity__key", "identity__withdrawal", "taken_up").order_by("-pk")


def waiting_lodged() -> QuerySet[Lodged]:
    """What may become a statement and is none yet, the oldest first."""
    agreed = Consent.objects.filter(use=Use.STATEMENT, withdrawn_at=None).values("identity")
    return all_lodged().filter(taken_up=None, identity__withdrawal=None, identity__in=agreed).order_by("pk")


def asked_back() -> QuerySet[Lodged]:
    """What witnesses want back and is in the record still, the longest asked first."""
    open_ones = all_lodged().filter(identity__withdrawal__isnull=False, identity__withdrawal__done_at=None)
    return open_ones.order_by("identity__withdrawal__asked_at")


def open_looks(at: datetime) -> QuerySet[Look]:
    """Asked and not allowed yet, or allowed within the last day; without those of witnesses who withdrew."""
    running = Q(allowed_at=None) | Q(allowed_at__gte=at - OPEN_FOR)
    there = Look.objects.filter(running, identity__key__wrapped__isnull=False)
    return there.select_related("identity", "asked_by").order_by("pk")


def agreed(lodged: Lodged) -> set[str]:
    """What its witness agrees to now."""
    return set(lodged.identity.consents.filter(withdrawn_at=None).values_list("use", flat=True))


def protected_names() -> Iterator[Protected]:
    """Every name that no public text may hold. For the scanner: nobody is shown any of this."""
    named = Identity.objects.filter(name__isnull=False, key__wrapped__isnull=False).select_related("key")
    for one in named.order_by("pk").iterator(chunk_size=500):
        aliases = unseal(one.key, one.aliases).splitlines()
        signs = (*unseal(one.key, one.contact).splitlines(), unseal(one.key, one.case))
        yield Protected(one.reference, (unseal(one.key, one.name), *aliases), signs)
