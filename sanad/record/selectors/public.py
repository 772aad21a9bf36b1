"""Which statements may be shown to everybody on a day."""

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from sanad.record.kinds import Level, Why
from sanad.record.models import Agent, Disclosure, Reached, Statement, StatementRole

OPEN = (Level.PUBLIC, Level.PSEUDONYM)
TAKEN_OFF = (Why.SAFETY, Why.WITHDRAWN_BY_US)
"""Retractions that take a statement off every public page; the others mark it."""


def public_statements(on: date) -> QuerySet[Statement]:
    """Shown by a second person, not revised since, not taken off, and with nobody in it who may not be shown."""
    taken_off = Reached.objects.filter(statement=OuterRef("pk"), retraction__kind__in=TAKEN_OFF)
    found = Statement.objects.annotate(**last_disclosed(Disclosure.objects.filter(statement=OuterRef("pk"))))
    open_now = Q(level__in=OPEN) | Q(level=Level.EMBARGO, shown__lte=on)
    hidden = hidden_agents(on)
    in_a_role = StatementRole.objects.filter(statement=OuterRef("pk"), agent__in=hidden)
    return (
        found.filter(open_now, revised_by=None)
        .exclude(Exists(taken_off))
        .exclude(speaker__in=hidden)
        .exclude(Exists(in_a_role))
    )


def hidden_agents(on: date) -> QuerySet[Agent, Any]:
    """Closed by their last disclosure. A private person is hidden until somebody has opened them."""
    agents = Agent.objects.annotate(**last_disclosed(Disclosure.objects.filter(agent=OuterRef("pk"))))
    closed = Q(level=Level.SEALED) | Q(level=Level.EMBARGO, shown__gt=on) | Q(level=None, is_private=True)
    return agents.filter(closed).values("pk")


def last_disclosed(disclosures: QuerySet[Disclosure]) -> dict[str, Subquery]:
    """What the last one says."""
    last = disclosures.order_by("-id")
    return {"level": Subquery(last.values("level")[:1]), "shown": Subquery(last.values("until")[:1])}
