"""From what a rule proposed to what a person confirms: the statement as it stands in the proposal."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from sanad.record.kinds import (
    SPEECH,
    AgentKind,
    Naming,
    ProposalKind,
    SpeakerStatus,
    SpeechRole,
    StatementKind,
    Verbatim,
)
from sanad.record.log import By
from sanad.record.models import Agent, Commitment, Proposal, Segment, Statement
from sanad.record.refusals import RecordRefused
from sanad.record.selectors.standing import standing_statements
from sanad.record.services.articles import Named, agent_named, agent_of, told_in
from sanad.record.services.decisions import accept_reading, accept_statement
from sanad.record.services.promises import accept_promise
from sanad.record.spans import At
from sanad.record.statement_wanted import NewRole, NewStatement, Voiced

SET_BY_THE_EDITOR = "set by the editor"
BY_A_RULE = "proposed by the rule {rule}, confirmed by the editor"
MARKED = {"direct": StatementKind.DIRECT, "mixed": StatementKind.MIXED, "nested": StatementKind.NESTED}


@transaction.atomic
def accept_as_proposed(proposal: Proposal, by: By, *, speaker: Agent | None = None) -> Statement | Commitment | None:
    """The statement or the commitment that the proposal says; a statement with `speaker` set by the person counts as
    edited. None for a time or a sum, which are only marked as read rightly.

    Raises RecordRefused: is_decided, no_article, needs_its_parent, needs_its_statement, and what confirm_statement
    refuses.
    """
    if proposal.kind == ProposalKind.COMMITMENT:
        return accept_promise(proposal, by)
    if proposal.kind not in SPEECH:
        accept_reading(proposal, by)
        return None
    heard = Voiced(_status(speaker), speaker, note=SET_BY_THE_EDITOR) if speaker else None
    return accept_statement(proposal, draft_of(proposal, by, heard), by, edited=speaker is not None)


@transaction.atomic
def accept_with_speaker(proposal: Proposal, name: str, kind: AgentKind, by: By) -> Statement:
    """The statement that the proposal says, with whom the person hears: somebody whom the article calls so, or a new
    agent of this kind. Without a name nobody can tell who speaks.

    Raises RecordRefused: says_nothing, and what accept_as_proposed refuses.
    """
    if proposal.kind not in SPEECH:
        raise RecordRefused("says_nothing", proposal=proposal.pk)
    _, article = told_in(proposal)
    heard = voice_set(Named(name, kind) if name else None, article, by)
    return accept_statement(proposal, draft_of(proposal, by, heard), by, edited=True)


def voice_set(named: Named | None, article: Segment, by: By) -> Voiced:
    """Whom a person hears; None where nobody can tell."""
    if named is None:
        return Voiced(SpeakerStatus.UNKNOWN)
    agent = agent_named(named, article, by)
    return Voiced(_status(agent), agent, note=SET_BY_THE_EDITOR)


def draft_of(proposal: Proposal, by: By, heard: Voiced | None = None) -> NewStatement:
    """`heard` stands instead of the voice that the rule proposes."""
    account, article = told_in(proposal)
    told = proposal.payload
    kind = MARKED[told["kind"]] if proposal.kind == ProposalKind.QUOTATION else StatementKind.REPORTED
    return NewStatement(
        account=account,
        kind=kind,
        voice=heard or _voice(proposal, article, by),
        content=At(proposal.layer, proposal.start, proposal.end),
        verbatim=Verbatim.PARAPHRASE if kind == StatementKind.REPORTED else Verbatim.PRINTED_IN_MARKS,
        cue=_at(proposal, told.get("cue")),
        parent=around(At(proposal.layer, proposal.start, proposal.end)) if kind == StatementKind.NESTED else None,
        is_labelled=told.get("resolution") == "label",
        roles=[
            NewRole(agent_of(one, article, by), SpeechRole.ADDRESSEE) for one in told.get("addressee_is", ()) if one
        ],
    )


def _voice(proposal: Proposal, article: Segment, by: By) -> Voiced:
    told = proposal.payload
    if not told.get("speaker_is"):
        passive = told.get("resolution") == "passive"
        return Voiced(SpeakerStatus.UNNAMED_PASSIVE if passive else SpeakerStatus.UNKNOWN)
    agent = agent_of(told["speaker_is"], article, by)
    evidence = _at(proposal, told.get("speaker_mention"))
    note = "" if evidence else BY_A_RULE.format(rule=proposal.rule)
    return Voiced(_status(agent), agent, evidence, note)


def _status(agent: Agent) -> SpeakerStatus:
    if agent.naming == Naming.FULL:
        return SpeakerStatus.NAMED
    return SpeakerStatus.DESCRIBED if agent.naming == Naming.DESCRIBED else SpeakerStatus.PSEUDONYMOUS


def around(at: At) -> Statement:
    """The statement around this place, which is confirmed first. Raises RecordRefused: needs_its_parent."""
    place = {"content__start__lte": at.start, "content__end__gte": at.end}
    wider = standing_statements().filter(content__layer=at.layer, **place)
    found = wider.exclude(content__start=at.start, content__end=at.end).order_by("-content__start").first()
    if found is None:
        raise RecordRefused("needs_its_parent", layer=at.layer.pk, start=at.start)
    return found


def _at(proposal: Proposal, place: Mapping[str, Any] | None) -> At | None:
    return At(proposal.layer, place["start"], place["end"]) if place else None
