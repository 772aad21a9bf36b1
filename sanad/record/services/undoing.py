"""Taking a decision back. What was decided stays as it was; what came of it is withdrawn, and the place waits again."""

from django.db import transaction
from django.db.models import Exists, OuterRef

from sanad.record.kinds import DECIDED, ProposalState, StatementKind, Why
from sanad.record.log import By, reference_of, writing
from sanad.record.models import (
    Commitment,
    CommitmentEvidence,
    Outcome,
    Proposal,
    Statement,
    TextLayer,
    VersionStatement,
)
from sanad.record.refusals import RecordRefused
from sanad.record.selectors.standing import standing_commitments, standing_statements
from sanad.record.services.retractions import retract

UNDONE = "undone at the desk"
STATEMENT, COMMITMENT = "record:statement/", "record:commitment/"


@transaction.atomic
def undo(proposal: Proposal, by: By) -> list[Proposal]:
    """The proposals that wait again: this one, and those that were joined with it.

    The statement or the commitment that came of it is withdrawn by a retraction of ours. Raises RecordRefused:
    is_not_decided, was_undone, layer_is_replaced, rests_on_it where something was made of it since.
    """
    decided = _held(proposal)
    _withdraw(decided[0], by)
    return [_again(one, by) for one in decided]


def _held(proposal: Proposal) -> list[Proposal]:
    """Of two who undo at once one waits here, and then finds it undone."""
    joined = Proposal.objects.filter(layer=proposal.layer_id, became=proposal.became).exclude(became="")
    those = joined if proposal.became.startswith((STATEMENT, COMMITMENT)) else Proposal.objects.none()
    wanted = [proposal.pk, *those.values_list("pk", flat=True)]
    held = list(Proposal.objects.select_for_update().filter(pk__in=wanted).order_by("start", "pk"))
    if any(one.state not in DECIDED for one in held):
        raise RecordRefused("is_not_decided", proposal=proposal.pk)
    if Proposal.objects.filter(undoes__in=wanted).exists():
        raise RecordRefused("was_undone", proposal=proposal.pk)
    if TextLayer.objects.filter(pk=proposal.layer_id, replaced_by__isnull=False).exists():
        raise RecordRefused("layer_is_replaced", layer=proposal.layer_id)
    return held


def _again(decided: Proposal, by: By) -> Proposal:
    with writing("record.undo", by) as written:
        written.named(decided)
        return Proposal.objects.create(
            layer=decided.layer,
            kind=decided.kind,
            start=decided.start,
            end=decided.end,
            payload=decided.payload,
            extractor=decided.extractor,
            extractor_version=decided.extractor_version,
            rule=decided.rule,
            confidence=decided.confidence,
            state=ProposalState.OPEN,
            undoes=decided,
        )


def _withdraw(decided: Proposal, by: By) -> None:
    if decided.became.startswith(STATEMENT):
        withdraw_statement(Statement.objects.get(pk=decided.became.removeprefix(STATEMENT)), by)
    elif decided.became.startswith(COMMITMENT):
        _withdraw_commitment(Commitment.objects.get(pk=decided.became.removeprefix(COMMITMENT)), by)


def withdraw_statement(statement: Statement, by: By) -> None:
    """The row that stands of it, after all its corrections."""
    while found := Statement.objects.filter(revises=statement).first():
        statement = found
    if rests_on(statement):
        raise RecordRefused("rests_on_it", statement=statement.pk)
    retract(statement, Why.WITHDRAWN_BY_US, UNDONE, by)


def rests_on(statement: Statement) -> bool:
    """Whether something that stands was made of it: what is quoted within, a promise, a version, an outcome."""
    return (
        standing_statements().filter(parent=statement).exists()
        or standing_commitments().filter(evidence=statement).exists()
        or CommitmentEvidence.objects.filter(statement=statement).exists()
        or VersionStatement.objects.filter(statement=statement).exists()
        or Outcome.objects.filter(statement=statement).exists()
    )


def _withdraw_commitment(commitment: Commitment, by: By) -> None:
    while found := Commitment.objects.filter(revises=commitment).first():
        commitment = found
    if commitment.outcomes.exists():
        raise RecordRefused("rests_on_it", commitment=commitment.pk)
    retract(commitment, Why.WITHDRAWN_BY_US, UNDONE, by)
    ground = commitment.evidence
    if _was_made_with_it(ground) and not rests_on(ground):
        retract(ground, Why.WITHDRAWN_BY_US, UNDONE, by)


def _was_made_with_it(ground: Statement) -> bool:
    """Words of the page itself, which nobody proposed and which were confirmed only for the promise to rest on."""
    proposed = Proposal.objects.filter(became=reference_of(ground)).exclude(
        Exists(Proposal.objects.filter(undoes=OuterRef("pk")))
    )
    return ground.kind == StatementKind.NARRATION and not proposed.exists()
