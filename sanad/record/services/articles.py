"""The article in which something is proposed: its own telling, and whom it names."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sanad.record.kinds import AgentKind, Naming
from sanad.record.log import By, writing
from sanad.record.models import Account, Agent, Proposal, Segment
from sanad.record.refusals import RecordRefused
from sanad.record.services.agents import NewAgent, put_agent
from sanad.record.services.pages import account_at

KINDS = {kind.value: kind for kind in AgentKind}


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody as a person writes them down: by the article's own word."""

    name: str
    kind: AgentKind


def told_in(proposal: Proposal) -> tuple[Account, Segment]:
    account = account_at(proposal.layer, proposal.start, proposal.end)
    if account is None or account.work.segment is None:
        raise RecordRefused("no_article", proposal=proposal.pk)
    return account, account.work.segment


def agent_named(named: Named, article: Segment, by: By) -> Agent:
    return agent_of({"name": named.name, "kind": named.kind.value}, article, by)


def agent_of(entity: Mapping[str, Any], article: Segment, by: By) -> Agent:
    """Whoever the article calls so, known in this article only until a person says who it is."""
    label = entity["name"][:200]
    # Of two who name somebody at once one waits here, and then finds the other's agent.
    list(Segment.objects.select_for_update().filter(pk=article.pk).values_list("pk"))
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
