"""Follows the sealed chain: marks the answers that its acts touch, and renews the order of payment."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime

from django.db import OperationalError, transaction
from django.db.models import Q, QuerySet

from sanad.audit.bulk import insert
from sanad.audit.models import Chain, Event
from sanad.audit.sealing import seal_all
from sanad.casework.answers.following.ordering import renew_order
from sanad.casework.answers.following.touching import EVERY, Touched, touched_by
from sanad.casework.answers.models import Followed, OrderOfPayment, Prepared
from sanad.casework.claims.models import Claim
from sanad.casework.rounds.freezing import as_of_one_moment
from sanad.rulebook.models import Programme

TRIES = 10
AT_ONCE = 20_000


class ChainMovesOn(Exception):
    """Acts come in so fast that no moment was found at which all of them were sealed. Try again."""


class _Unsealed(Exception):
    """An act on the order of payment is committed and not sealed yet."""


def follow(*, at: datetime, day: date) -> int:
    """Seal what is committed, mark what it touches, renew the orders of payment; how many events were followed.

    Killed at any moment it has done nothing or all. Raises ChainMovesOn.
    """
    Followed.objects.get_or_create(pk=1)
    for _ in range(TRIES):
        seal_all(at=at)
        with suppress(_Unsealed, OperationalError), transaction.atomic():
            as_of_one_moment()
            return _follow(day)
    raise ChainMovesOn(TRIES)


def acts_of(events: QuerySet[Event]) -> Iterator[tuple[str, str]]:
    """What was done on what, each once."""
    return events.order_by().values_list("act", "on").distinct().iterator(AT_ONCE)


def _follow(day: date) -> int:
    followed = Followed.objects.select_for_update().get(pk=1)
    head = Chain.objects.filter(pk=1).values_list("length", flat=True).first() or 0
    new = Event.objects.filter(number__gt=followed.position, number__lte=head)
    touched = touched_by(acts_of(new))
    _renew(touched, head, day)
    for claims in touched.claims:
        _mark(claims)
    if head > followed.position:
        sealed_at = Event.objects.values_list("sealed_at", flat=True).get(number=head)
        Followed.objects.filter(pk=1).update(position=head, sealed_at=sealed_at)
    return head - followed.position


def _renew(touched: Touched, position: int, day: date) -> None:
    behind = Q(pk__in=OrderOfPayment.objects.exclude(day=day).values("pk"))
    if touched.programmes is not None:
        behind |= touched.programmes
    programmes = list(Programme.objects.filter(behind).order_by("pk"))
    if programmes and touched_by(acts_of(Event.objects.filter(number=None))).programmes is not None:
        raise _Unsealed
    for programme in programmes:
        renew_order(programme, position=position, day=day)


def _mark(claims: Q) -> None:
    """Their answers are to be made anew; a claim that is new gets its row."""
    touched = Claim.objects.filter(claims)
    marked = Prepared.objects.all() if claims is EVERY else Prepared.objects.filter(claim__in=touched)
    marked.exclude(current_on=None).update(current_on=None)
    new = touched.filter(prepared=None).distinct().order_by("pk").values_list("pk")
    insert(Prepared, ("claim_id", "position"), ((claim, 0) for (claim,) in list(new)))
