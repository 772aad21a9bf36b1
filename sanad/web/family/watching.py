"""What the worker does about tries and sessions: say that somebody is guessing, and forget what is over."""

import logging
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from sanad.audit.models import Event
from sanad.audit.services import record
from sanad.web.family.models import FamilySession, Of, WrongTry
from sanad.web.family.sessions import IDLE
from sanad.web.family.throttle import WITHIN

log = logging.getLogger("sanad.family")
KEPT, BETWEEN_ALARMS = timedelta(days=1), timedelta(hours=1)
ALARMING, ACT, ON = 100, "family.alarm", "site:family"
"""So many wrong codes on the whole site within a quarter of an hour are no slips of fingers."""


def watch_codes(at: datetime) -> int:
    """Raise the alarm where many codes were wrong; at most once an hour."""
    wrong = WrongTry.objects.filter(of=Of.CLAIM, at__gt=at - WITHIN).count()
    if wrong < ALARMING or Event.objects.filter(on=ON, act=ACT, at__gt=at - BETWEEN_ALARMS).exists():
        return 0
    log.error("%d wrong codes of families within %s", wrong, WITHIN)
    with transaction.atomic():
        record(act=ACT, on=ON, by=None, at=at, facts={"wrong": wrong, "minutes": WITHIN // timedelta(minutes=1)})
    return 1


def forget_tries(at: datetime) -> int:
    """Tries of yesterday and sessions that ran out, which nobody needs any more."""
    return _forget(WrongTry.objects.filter(at__lt=at - KEPT)) + _forget(
        FamilySession.objects.filter(seen_at__lt=at - IDLE)
    )


def _forget(rows: QuerySet[Any]) -> int:
    """Looked for first, so that a worker with nothing to do does not write."""
    return rows.delete()[0] if rows.exists() else 0
