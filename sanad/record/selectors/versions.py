"""A question with all of its versions in equal form."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Prefetch

from sanad.record.models import Question, Version, VersionStatement


@dataclass(frozen=True, slots=True)
class Side:
    """One version with what it rests on, and which of these were reached by a retraction."""

    version: Version
    grounds: Sequence[VersionStatement]

    @property
    def is_retracted(self) -> bool:
        return all(ground.statement.reached_by.all() for ground in self.grounds)


def sides_of(question: Question) -> list[Side]:
    """All versions, told in the order in which they were written down; none is left out and none stands first for its
    weight."""
    grounds = VersionStatement.objects.select_related(
        "statement__content__layer", "statement__speaker", "statement__account"
    ).prefetch_related("statement__reached_by__retraction")
    versions = (
        Version.objects.filter(question=question)
        .select_related("account__work__publisher", "account__narrator", "toward__account")
        .prefetch_related(Prefetch("grounds", queryset=grounds.order_by("statement__narrative_no", "pk")))
        .order_by("pk")
    )
    return [Side(version, list(version.grounds.all())) for version in versions]
