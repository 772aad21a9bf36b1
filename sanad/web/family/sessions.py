"""A family's own session: a token in one cookie, never the session of staff."""

import hmac
import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse

from sanad.audit.built_once import built_once
from sanad.casework.claims.models import Receipt
from sanad.evidence.sealing import secret_for
from sanad.web.family.models import FamilySession

COOKIE, PATH = "sanad_family", "/family/"
IDLE, LONGEST = timedelta(minutes=30), timedelta(hours=8)
NOTED_AFTER = timedelta(minutes=5)
"""A page is written down as seen at most once in this time, so that reading costs no writing."""

READ = ("receipt__claim__household__key", "receipt__claim__dwelling__building")
"""What every page needs."""


_standing = built_once(
    lambda token, idle, longest: FamilySession.objects.filter(
        Q(seen_at__gt=idle), Q(begun_at__gt=longest), token=token, receipt__ended_at=None
    ).select_related(*READ)
)


def begin_session(response: HttpResponse, receipt: Receipt, at: datetime) -> None:
    """A new token each time somebody comes in; it ends with the browser, or after 30 minutes without a page."""
    token = secrets.token_urlsafe(32)
    FamilySession.objects.create(token=_hashed(token), receipt=receipt, begun_at=at, seen_at=at)
    response.set_cookie(COOKIE, token, path=PATH, secure=settings.SESSION_COOKIE_SECURE, httponly=True, samesite="Lax")


def session_of(request: HttpRequest, at: datetime) -> FamilySession | None:
    """The session of the family whose page this browser has opened; None once the time or the receipt ended."""
    session = next(iter(_standing(token_of(request), at - IDLE, at - LONGEST)), None)
    if session is not None:
        note_seen(session.pk, session.seen_at, at)
    return session


def note_seen(session: int, seen_at: datetime, at: datetime) -> None:
    if seen_at < at - NOTED_AFTER:
        FamilySession.objects.filter(pk=session, seen_at__lt=at).update(seen_at=at)


def note_sent(session: FamilySession, kind: str, reference: str) -> None:
    """What the next page speaks of."""
    FamilySession.objects.filter(pk=session.pk).update(sent=f"{kind}:{reference}")


def forget_sent(session: FamilySession) -> None:
    """Nobody reads later, in any copy of the database, that this family sent something of this kind."""
    FamilySession.objects.filter(pk=session.pk).update(sent="")


def end_session(request: HttpRequest) -> None:
    _session(request).delete()


def _session(request: HttpRequest) -> QuerySet[FamilySession]:
    return FamilySession.objects.filter(token=token_of(request))


def token_of(request: HttpRequest) -> str:
    return _hashed(request.COOKIES.get(COOKIE, ""))


def _hashed(token: str) -> str:
    return hmac.digest(secret_for("sessions of families"), token.encode(), "sha256").hex()
