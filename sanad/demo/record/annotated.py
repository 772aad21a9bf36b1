"""A page's annotation by hand as confirmed statements: what a careful editor would make of the proposals."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet

from sanad.engine.money import exponent
from sanad.record.kinds import (
    SPEECH,
    AgentKind,
    Bound,
    Naming,
    ProposalKind,
    ProposalState,
    SpeakerStatus,
    SpeechRole,
    StatementKind,
    Verbatim,
)
from sanad.record.log import By
from sanad.record.models import Account, Agent, Proposal, Segment, Statement, TextLayer
from sanad.record.services.agents import NewAgent, add_agent
from sanad.record.services.decisions import accept_reading, accept_statement, reject
from sanad.record.services.statements import confirm_statement
from sanad.record.spans import At
from sanad.record.statement_wanted import NewFigure, NewRole, NewStatement, Voiced

KINDS = {"person": AgentKind.PERSON, "group": AgentKind.GROUP, "unnamed": AgentKind.UNNAMED}
STATUS = {Naming.FULL: SpeakerStatus.NAMED, Naming.DESCRIBED: SpeakerStatus.DESCRIBED}
Found = Mapping[str, Any]


@dataclass
class Annotated:
    """A page with what was written down of it so far, by the ids of its annotation."""

    layer: TextLayer
    gold: Found
    by: By
    articles: Mapping[str, Segment]
    account_of: Callable[[Found], Account]
    agents: dict[str, Agent] = field(default_factory=dict)
    statements: dict[str, Statement] = field(default_factory=dict)

    def at(self, place: Found) -> At:
        return At(self.layer, place["start"], place["end"])

    def waiting(self) -> QuerySet[Proposal]:
        """Proposals of the page that nobody has decided yet."""
        return self.layer.proposals.filter(state=ProposalState.OPEN)

    def agent(self, id: str | None, article: str) -> Agent | None:
        """Whoever the annotation means, known in this article only unless the name is whole."""
        if not id:
            return None
        if id not in self.agents:
            entity = next(one for one in self.gold["entities"] if one["id"] == id)
            self.agents[id] = add_agent(_new_agent(entity, self.articles[article]), self.by)
        return self.agents[id]


def _new_agent(entity: Found, article: Segment) -> NewAgent:
    kind, name = KINDS.get(entity["kind"], AgentKind.ORG), entity["name"]
    if kind in (AgentKind.UNNAMED, AgentKind.GROUP):
        naming = Naming.DESCRIBED
    else:
        naming = Naming.FORENAME if kind == AgentKind.PERSON and " " not in name else Naming.FULL
    home = None if naming == Naming.FULL else article
    return NewAgent(kind, name, naming, home, is_private=kind in (AgentKind.PERSON, AgentKind.UNNAMED))


def confirm_all(page: Annotated) -> None:
    """Quotations and reported speech in the order of the text; what holds another comes before it."""
    everything = [*page.gold["quotations"], *page.gold["reported"]]
    for one in sorted(everything, key=lambda one: (one["span"]["start"], -one["span"]["end"])):
        page.statements[one["id"]] = _decided(page, _new_statement(page, one))


def _decided(page: Annotated, new: NewStatement) -> Statement:
    """Where a rule proposed the same words, its proposal becomes the statement; else the editor found it alone."""
    place = {"start": new.content.start, "end": new.content.end, "kind__in": SPEECH}
    proposal = page.waiting().filter(**place).first()
    if proposal is None:
        return confirm_statement(new, page.by)
    heard = (proposal.payload.get("speaker_is") or {}).get("name")
    is_other = heard != (new.voice.agent.label if new.voice.agent else None)
    return accept_statement(proposal, new, page.by, edited=is_other)


def decide_the_rest(page: Annotated) -> None:
    """Times and sums were read rightly; of what else still waits nothing stands on the page."""
    for proposal in page.waiting().order_by("start", "pk"):
        if proposal.kind in (ProposalKind.TIME, ProposalKind.SUM):
            accept_reading(proposal, page.by)
        else:
            reject(proposal, page.by)


def _new_statement(page: Annotated, one: Found) -> NewStatement:
    is_quotation = one in page.gold["quotations"]
    kind = StatementKind(one["kind"]) if is_quotation else StatementKind.REPORTED
    return NewStatement(
        account=page.account_of(one),
        kind=kind,
        voice=voice_of(page, one),
        content=page.at(one["span"]),
        verbatim=Verbatim.PRINTED_IN_MARKS if is_quotation else Verbatim.PARAPHRASE,
        cue=page.at(one["cue"]) if one.get("cue") else None,
        parent=_around(page, one) if kind == StatementKind.NESTED else None,
        is_labelled=one.get("resolution") == "label",
        roles=_addressed(page, one),
        figures=[figure_of(page, sum_) for sum_ in page.gold["money"] if _smallest(page, sum_["span"]) is one],
    )


def voice_of(page: Annotated, one: Found) -> Voiced:
    agent = page.agent(one["speaker"], one["article"])
    if agent is None:
        passive = one.get("resolution") == "passive"
        return Voiced(SpeakerStatus.UNNAMED_PASSIVE if passive else SpeakerStatus.UNKNOWN)
    mention = one.get("speaker_mention")
    note = "" if mention else "the paragraph goes on with the same speaker"
    return Voiced(
        STATUS.get(Naming(agent.naming), SpeakerStatus.PSEUDONYMOUS), agent, page.at(mention) if mention else None, note
    )


def _addressed(page: Annotated, one: Found) -> list[NewRole]:
    agents = (page.agent(id, one["article"]) for id in one.get("addressee") or ())
    return [NewRole(agent, SpeechRole.ADDRESSEE) for agent in agents if agent]


def _around(page: Annotated, one: Found) -> Statement | None:
    return next((page.statements[id] for id in _holding(page, one["span"]) if id in page.statements), None)


def _holding(page: Annotated, place: Found) -> list[str]:
    """Statements that hold the place, the smallest first; not the one that is the place itself."""
    everything = [*page.gold["quotations"], *page.gold["reported"]]
    found = [
        one
        for one in everything
        if one["span"]["start"] <= place["start"] and place["end"] <= one["span"]["end"] and one["span"] != place
    ]
    return [one["id"] for one in sorted(found, key=lambda one: one["span"]["end"] - one["span"]["start"])]


def _smallest(page: Annotated, place: Found) -> Found | None:
    """The statement in which a sum stands."""
    first = next(iter(_holding(page, place)), None)
    everything = [*page.gold["quotations"], *page.gold["reported"]]
    return next((one for one in everything if one["id"] == first), None)


def figure_of(page: Annotated, sum_: Found) -> NewFigure:
    minor = Decimal(str(sum_["amount"])).scaleb(exponent(sum_["currency"]))
    return NewFigure(page.at(sum_["span"]), int(minor), sum_["currency"], Bound(sum_["bound"]), sum_["for"])
