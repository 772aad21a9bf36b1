"""Who was asked for a reply, and whether they were heard by a day: an answer came, or its day has passed."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Q, QuerySet

from sanad.record.kinds import PERSONS, Authenticity
from sanad.record.models import Agent, ReplyAsked, Work


def heard_by(on: date) -> QuerySet[ReplyAsked]:
    return ReplyAsked.objects.filter(Q(reply__isnull=False) | Q(until__lt=on))


def replies_about(of: Agent | Work) -> Sequence[ReplyAsked]:
    """Each with its answer, the last asked first."""
    about = {"agent": of} if isinstance(of, Agent) else {"work": of}
    return list(ReplyAsked.objects.filter(**about).select_related("by", "reply__by").order_by("-pk"))


def needs_reply(of: Agent | Work) -> bool:
    """A living private person, and a work that somebody disputes."""
    if isinstance(of, Work):
        return of.authenticity == Authenticity.DISPUTED
    return of.is_private and of.kind in PERSONS
