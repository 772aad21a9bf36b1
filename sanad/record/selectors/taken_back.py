"""What was taken back, and what a retraction reaches."""

from collections.abc import Iterable

from django.db.models import Count, QuerySet

from sanad.record.models import Retraction, Statement

OF = ("capture", "work", "account__work", "statement__content", "commitment", "by")


def retractions_told() -> QuerySet[Retraction]:
    """The last first, with how many statements each reaches."""
    return Retraction.objects.select_related(*OF).annotate(told=Count("reached")).order_by("-pk")


def statements_shown(keys: Iterable[int]) -> QuerySet[Statement]:
    """In the order of their tellings."""
    found = Statement.objects.filter(pk__in=list(keys)).select_related("content__layer", "speaker", "account__work")
    return found.order_by("account", "narrative_no", "pk")
