"""What was promised in public, with what people say came of it. What the ledger shows is asked for beside it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from sanad.record.days import is_past
from sanad.record.kinds import Why
from sanad.record.models import Commitment, CommitmentEvidence, Outcome, Reached, Retraction, Statement
from sanad.record.selectors.standing import standing_commitments

AROUND = ("made_by", "made_to", "evidence__content__layer", "evidence__speaker", "evidence__account__work")


@dataclass(frozen=True, slots=True)
class Wanted:
    """`due_passed`: even the last day that the text allows has gone by; `unanswered`: nobody said what came of it."""

    due_passed: bool = False
    unanswered: bool = False


def commitments_on_board(wanted: Wanted, today: date) -> QuerySet[Commitment]:
    """Those that stand, the newest first."""
    found = standing_commitments().select_related(*AROUND).order_by("-pk")
    if wanted.due_passed:
        days = standing_commitments().exclude(due="").values_list("due", flat=True).distinct().order_by()
        found = found.filter(due__in=[one for one in days if is_past(one, today)])
    if wanted.unanswered:
        found = found.exclude(Exists(standing_outcomes().filter(commitment=OuterRef("pk"))))
    return found


def standing_outcomes() -> QuerySet[Outcome]:
    """Without those whose statement was withdrawn by us."""
    withdrawn = Reached.objects.filter(statement=OuterRef("statement"), retraction__kind=Why.WITHDRAWN_BY_US)
    return Outcome.objects.exclude(Exists(withdrawn))


def last_said(commitments: Iterable[int]) -> dict[int, Outcome]:
    """The last that a statement or a document says of each; one of which nobody said anything is not among them."""
    rows = standing_outcomes().filter(commitment__in=list(commitments)).select_related("statement__speaker", "document")
    return {one.commitment_id: one for one in rows.order_by("pk")}


def commitments_told() -> QuerySet[Commitment]:
    """Each with its evidence and its outcomes, in a number of queries that does not grow with them."""
    retractions = Retraction.objects.select_related("by").order_by("pk")
    more = CommitmentEvidence.objects.select_related(
        "statement__content__layer", "statement__speaker", "statement__account__work"
    )
    return Commitment.objects.select_related(*AROUND, "confirmed_by", "revises", "revised_by").prefetch_related(
        Prefetch("more_evidence", queryset=more.order_by("pk")),
        Prefetch("retractions", queryset=retractions),
    )


def grounds_of(commitment: Commitment) -> Sequence[Statement]:
    return [commitment.evidence, *(one.statement for one in commitment.more_evidence.all())]


def outcomes_of(commitment: Commitment) -> Sequence[Outcome]:
    """All of them, also those whose statement was taken back: the last first."""
    rows = Outcome.objects.filter(commitment=commitment).select_related(
        "statement__content__layer", "statement__speaker", "document", "by"
    )
    return list(rows.prefetch_related("statement__reached_by__retraction").order_by("-pk"))
