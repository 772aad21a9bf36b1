"""A person's decision on what a rule proposed: accepted as it is, accepted with changes, or rejected. Once."""

from collections.abc import Sequence

from django.db import transaction

from sanad.record.kinds import ProposalState
from sanad.record.log import By, reference_of, writing
from sanad.record.models import Commitment, Proposal, Statement
from sanad.record.refusals import RecordRefused
from sanad.record.services.commitments import NewCommitment, confirm_commitment
from sanad.record.services.statements import confirm_statement
from sanad.record.statement_wanted import NewStatement


@transaction.atomic
def accept_statement(proposal: Proposal, new: NewStatement, by: By, *, edited: bool) -> Statement:
    """The statement that the proposal became, confirmed in the same transaction. Raises RecordRefused: is_decided."""
    _hold(proposal)
    made = confirm_statement(new, by)
    _decide(proposal, by, ProposalState.EDITED if edited else ProposalState.ACCEPTED, reference_of(made))
    return made


@transaction.atomic
def accept_together(proposals: Sequence[Proposal], new: NewStatement, by: By) -> Statement:
    """All of them became this one statement, as a person set it right. Raises RecordRefused: is_decided."""
    for one in sorted(proposals, key=lambda one: one.pk):
        _hold(one)
    made = confirm_statement(new, by)
    for one in proposals:
        _decide(one, by, ProposalState.EDITED, reference_of(made))
    return made


@transaction.atomic
def accept_commitment(
    proposal: Proposal, new: NewCommitment, evidence: Statement, by: By, *, edited: bool
) -> Commitment:
    """Raises RecordRefused: is_decided."""
    _hold(proposal)
    made = confirm_commitment(new, [evidence], by)
    _decide(proposal, by, ProposalState.EDITED if edited else ProposalState.ACCEPTED, reference_of(made))
    return made


def accept_reading(proposal: Proposal, by: By) -> None:
    """A time or a sum that is read rightly: it becomes no row of its own, and says what it was read as.

    Raises RecordRefused: is_decided.
    """
    read_as = proposal.payload.get("norm") or proposal.payload.get("currency") or "as printed"
    _decide(proposal, by, ProposalState.ACCEPTED, f"read as {read_as}"[:64])


def reject(proposal: Proposal, by: By) -> None:
    """Raises RecordRefused: is_decided."""
    _decide(proposal, by, ProposalState.REJECTED, "")


def _hold(proposal: Proposal) -> None:
    """Of two who decide at once one waits here, and then finds it decided."""
    held = Proposal.objects.select_for_update().filter(pk=proposal.pk, state=ProposalState.OPEN).first()
    if held is None:
        raise _decided(proposal)


def _decide(proposal: Proposal, by: By, state: ProposalState, became: str) -> None:
    with writing("record.decide", by, {"state": state}) as written:
        written.named(proposal)
        waiting = Proposal.objects.filter(pk=proposal.pk, state=ProposalState.OPEN)
        if not waiting.update(state=state, by=by.user, at=by.at, became=became):
            raise _decided(proposal)
    proposal.refresh_from_db()


def _decided(proposal: Proposal) -> RecordRefused:
    """Says who decided what before."""
    found = Proposal.objects.select_related("by").get(pk=proposal.pk)
    return RecordRefused("is_decided", proposal=found.pk, state=found.state, by=str(found.by or ""))
