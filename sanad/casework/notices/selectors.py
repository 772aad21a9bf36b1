"""Reading notices."""

from django.db.models import Min, QuerySet

from sanad.casework.notices.models import Notice
from sanad.casework.notices.words import URGENT
from sanad.registry.models import Household


def outbox() -> QuerySet[Notice]:
    """What is written and not sent yet, oldest first."""
    return Notice.objects.filter(sent_at=None).select_related("household").order_by("id")


def households_to_tell(*, urgent: bool, about: str = "") -> QuerySet[Notice, dict[str, int]]:
    """Households with a notice that nobody told them of, who waits longest first: `household`, and `since`.

    `urgent`: only of what endangers them or was taken from them; `about`: of one thing, as `halt:S-000017`.
    """
    found = Notice.objects.filter(sent_at=None)
    found = found.filter(kind__in=URGENT) if urgent else found
    found = found.filter(about=about) if about else found
    return found.values("household").annotate(since=Min("written_at")).order_by("since", "household")


def notices_of(household: Household) -> QuerySet[Notice]:
    return Notice.objects.filter(household=household).order_by("-id")
