"""Reading notices."""

from django.db.models import QuerySet

from sanad.casework.notices.models import Notice
from sanad.registry.models import Household


def outbox() -> QuerySet[Notice]:
    """What is written and not sent yet, oldest first."""
    return Notice.objects.filter(sent_at=None).select_related("household").order_by("id")


def notices_of(household: Household) -> QuerySet[Notice]:
    return Notice.objects.filter(household=household).order_by("-id")
