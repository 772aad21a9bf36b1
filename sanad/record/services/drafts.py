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
from sanad.record.log import By, writing
from sanad.record.models import Account, Agent, Proposal, Segment, Statement
from sanad.record.refusals import RecordRefused
from sanad.record.services.agents import NewAgent, put_agent
from sanad.record.services.decisions import accept_reading, accept_statement
from sanad.record.services.pages import account_at
from sanad.record.spans import At
from sanad.record.statement_wanted import NewRole, NewStatement, Voiced

KINDS = {kind.value: kind for kind in AgentKind}
SET_BY_THE_EDITOR = "set by the editor"
BY_A_RULE = "proposed by the rule {rule}, confirmed by the editor"
MARKED = {"direct": StatementKind.DIRECT, "mixed": StatementKind.MIXED, "nested": StatementKind.NESTED}


@transaction.atomic
def accept_as_proposed(proposal: Proposal, by: By, *, speaker: Agent | None = None) -> Statement | None:
    """The statement that the proposal says; with `speaker` set by the person it counts as edited. None for a time or a
    sum, which are only marked as read rightly.

    Raises RecordRefused: is_decided, no_article, needs_its_parent, and what confirm_statement refuses.
    """
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
    _, article = _told_in(proposal)
    heard = Voiced(SpeakerStatus.UNKNOWN)
    if name:
        agent = agent_of({"name": name, "kind": kind.value}, article, by)
        heard = Voiced(_status(agent), agent, note=SET_BY_THE_EDITOR)
    return accept_statement(proposal, draft_of(proposal, by, heard), by, edited=True)


def _told_in(proposal: Proposal) -> tuple[Account, Segment]:
    account = account_at(proposal.layer, proposal.start, proposal.end)
    if account is None or account.work.segment is None:
        raise RecordRefused("no_article", proposal=proposal.pk)
    return account, account.work.segment


def draft_of(proposal: Proposal, by: By, heard: Voiced | None = None) -> NewStatement:
    """`heard` stands instead of the voice that the rule proposes."""
    account, article = _told_in(proposal)
    told = proposal.payload
    kind = MARKED[told["kind"]] if proposal.kind == ProposalKind.QUOTATION else StatementKind.REPORTED
    return NewStatement(
        account=account,
        kind=kind,
        voice=heard or _voice(proposal, article, by),
        content=At(proposal.layer, proposal.start, proposal.end),
        verbatim=Verbatim.PARAPHRASE if kind == StatementKind.REPORTED else Verbatim.PRINTED_IN_MARKS,
        cue=_at(proposal, told.get("cue")),
        parent=_parent(proposal) if kind == StatementKind.NESTED else None,
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


def agent_of(entity: Mapping[str, Any], article: Segment, by: By) -> Agent:
    """Whoever the article calls so, known in this article only until a person says who it is."""
    label = entity["name"][:200]
    known = Agent.objects.filter(within=article, label=label).first()
    if known:
        return known
    kind = KINDS.get(entity["kind"], AgentKind.UNNAMED)
    with writing("record.agent", by) as written:
        made = put_agent(written, NewAgent(kind, label, _naming(entity, kind), article))
        written.named(made)
    return made


def _naming(entity: Mapping[str, Any], kind: AgentKind) -> Naming:
    if kind == AgentKind.UNNAMED or entity["name"][:1].islower():
        return Naming.DESCRIBED
    is_forename = kind == AgentKind.PERSON and " " not in entity["name"].strip()
    return Naming.FORENAME if is_forename else Naming.FULL


def _parent(proposal: Proposal) -> Statement:
    """The statement around it, which is confirmed first."""
    place = {"content__start__lte": proposal.start, "content__end__gte": proposal.end}
    around = Statement.objects.filter(content__layer=proposal.layer, revised_by=None, **place)
    found = around.exclude(content__start=proposal.start, content__end=proposal.end).order_by("-content__start").first()
    if found is None:
        raise RecordRefused("needs_its_parent", proposal=proposal.pk)
    return found


def _at(proposal: Proposal, place: Mapping[str, Any] | None) -> At | None:
    return At(proposal.layer, place["start"], place["end"]) if place else None
