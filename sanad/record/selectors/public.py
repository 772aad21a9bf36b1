"""Which statements may be shown to everybody on a day."""

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from sanad.record.kinds import PERSONS, TAKEN_OFF, Authenticity, Level
from sanad.record.models import Agent, Disclosure, Figure, Reached, Statement, StatementPart, StatementRole
from sanad.record.selectors.replies import heard_by

OPEN = (Level.PUBLIC, Level.PSEUDONYM)


def public_statements(on: date) -> QuerySet[Statement]:
    """Shown by a second person, not revised since, not taken off, with nobody in it who may not be shown; and nothing
    of a work that is disputed before a reply came or its day has passed.
    """
    taken_off = Reached.objects.filter(statement=OuterRef("pk"), retraction__kind__in=TAKEN_OFF)
    found = Statement.objects.annotate(**last_disclosed(Disclosure.objects.filter(statement=OuterRef("pk"))))
    open_now = Q(level__in=OPEN) | Q(level=Level.EMBARGO, shown__lte=on)
    hidden = hidden_agents(on)
    of_it = {"statement": OuterRef("pk")}
    in_a_role = StatementRole.objects.filter(**of_it, agent__in=hidden)
    in_a_part = StatementPart.objects.filter(**of_it, speaker__in=hidden)
    in_a_sum = Figure.objects.filter(Q(payer__in=hidden) | Q(payee__in=hidden), **of_it)
    return (
        found.filter(open_now, revised_by=None)
        .exclude(Exists(taken_off))
        .exclude(speaker__in=hidden)
        .exclude(Exists(in_a_role) | Exists(in_a_part) | Exists(in_a_sum))
        .exclude(in_an_unheard_dispute(on))
    )


def in_an_unheard_dispute(on: date) -> Q:
    """Of a statement: its work is disputed, and no reply came and no day for one has passed."""
    heard = heard_by(on).filter(work=OuterRef("account__work"))
    return Q(account__work__authenticity=Authenticity.DISPUTED) & ~Q(Exists(heard))


def hidden_agents(on: date) -> QuerySet[Agent, Any]:
    """Closed by their last disclosure. Whoever is private is hidden until somebody has opened them; a living private
    person also until they were heard.
    """
    unheard = Q(is_private=True, kind__in=PERSONS) & ~Exists(heard_by(on).filter(agent=OuterRef("pk")))
    agents = Agent.objects.annotate(**last_disclosed(Disclosure.objects.filter(agent=OuterRef("pk"))))
    closed = Q(level=Level.SEALED) | Q(level=Level.EMBARGO, shown__gt=on) | Q(level=None, is_private=True)
    return agents.filter(closed | unheard).values("pk")


def last_disclosed(disclosures: QuerySet[Disclosure]) -> dict[str, Subquery]:
    """What the last one says."""
    last = disclosures.order_by("-id")
    return {"level": Subquery(last.values("level")[:1]), "shown": Subquery(last.values("until")[:1])}
