"""From a promise that a rule proposed to a commitment, with the statement that it rests on."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from sanad.record.kinds import SPEECH, Act, DueKind, ProposalState, SpeakerStatus, StatementKind, Strength, Verbatim
from sanad.record.log import By
from sanad.record.models import Agent, Commitment, Proposal, Segment, Statement
from sanad.record.refusals import RecordRefused
from sanad.record.selectors.standing import standing_statements
from sanad.record.services.articles import agent_of, told_in
from sanad.record.services.commitments import NewCommitment
from sanad.record.services.decisions import accept_commitment
from sanad.record.services.statements import confirm_statement
from sanad.record.spans import At
from sanad.record.statement_wanted import NewStatement, Voiced

LONGEST = 300


@transaction.atomic
def accept_promise(proposal: Proposal, by: By) -> Commitment:
    """It rests on the statement in whose words it stands; where nobody says it, the page itself tells it, and that is
    confirmed with it.

    Raises RecordRefused: is_decided, needs_its_statement where its words wait to be decided themselves, no_article.
    """
    return accept_commitment(proposal, _wanted(proposal, by), _ground(proposal, by), by, edited=False)


def _ground(proposal: Proposal, by: By) -> Statement:
    said = standing_statements().filter(
        content__layer=proposal.layer,
        content__start__lt=proposal.end,
        content__end__gt=proposal.start,
    )
    # The words in which it stands whole come before those that it only touches.
    whole = said.filter(content__start__lte=proposal.start, content__end__gte=proposal.end)
    found = whole.order_by("-content__start", "pk").first() or said.order_by("content__start", "pk").first()
    if found:
        return found
    waiting = proposal.layer.proposals.filter(kind__in=SPEECH, state=ProposalState.OPEN)
    if waiting.filter(start__lt=proposal.end, end__gt=proposal.start).exists():
        raise RecordRefused("needs_its_statement", proposal=proposal.pk)
    return _told_by_the_page(proposal, by)


def _told_by_the_page(proposal: Proposal, by: By) -> Statement:
    account, _ = told_in(proposal)
    content = At(proposal.layer, proposal.start, proposal.end)
    voice = Voiced(SpeakerStatus.UNKNOWN)
    return confirm_statement(NewStatement(account, StatementKind.NARRATION, voice, content, Verbatim.PARAPHRASE), by)


def _wanted(proposal: Proposal, by: By) -> NewCommitment:
    told: Mapping[str, Any] = proposal.payload
    _, article = told_in(proposal)
    due_text = str(told.get("due") or "")[:200]
    due_kind = DueKind(told.get("due_kind") or DueKind.NONE) if due_text else DueKind.NONE
    words = " ".join((proposal.layer.text or "")[proposal.start : proposal.end].split())
    return NewCommitment(
        text=words[:LONGEST],
        act=Act(told.get("act") or Act.OTHER),
        strength=Strength(told.get("strength") or Strength.PROMISE),
        made_by=_maker(told, article, by),
        due_text=due_text if due_kind != DueKind.NONE else "",
        due_kind=due_kind,
    )


def _maker(told: Mapping[str, Any], article: Segment, by: By) -> Agent | None:
    return agent_of(told["made_by_is"], article, by) if told.get("made_by_is") else None
