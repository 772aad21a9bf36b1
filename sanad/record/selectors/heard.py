"""Whom an article names: those of whom a person has said that they are there, and those whom the rules propose."""

from collections.abc import Iterable, Mapping

from sanad.record.kinds import AgentKind
from sanad.record.models import Agent, Proposal

ROLES = ("speaker_is", "made_by_is", "stated_by_is")


def heard_in(proposal: Proposal, beside: Iterable[Proposal]) -> Mapping[str, AgentKind]:
    """Names of the article in which the proposal stands, with their kinds; `beside` are the proposals of its page.

    In the order in which the rules met them, whatever is decided meanwhile, so that a number keeps its person; whom a
    person added comes after.
    """
    around = {"start__lte": proposal.start, "end__gte": proposal.end, "kind": "article"}
    article = proposal.layer.segments.filter(**around).order_by("-start").first()
    agents = Agent.objects.filter(within=article).order_by("pk") if article else Agent.objects.none()
    found: dict[str, AgentKind] = {}
    wanted = proposal.payload.get("article")
    for one in beside:
        if one.payload.get("article") == wanted:
            for entity in _entities(one):
                found.setdefault(entity["name"][:200], _kind(entity["kind"]))
    return {**found, **{agent.label: AgentKind(agent.kind) for agent in agents}}


def _entities(proposal: Proposal) -> list[Mapping[str, str]]:
    told = proposal.payload
    return [entity for entity in [*map(told.get, ROLES), *told.get("addressee_is", ())] if entity]


def _kind(said: str) -> AgentKind:
    return AgentKind(said) if said in AgentKind.values else AgentKind.UNNAMED
