"""A person answers: with the facts at that moment, and with the next day, the missing sum or the awaited fact."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from sanad.audit.services import record
from sanad.casework.answers.selectors import answer_of
from sanad.casework.inquiries.asking import LONGEST
from sanad.casework.inquiries.models import Inquiry, Kind, Reply, State
from sanad.casework.inquiries.nexts import Next, checked_next
from sanad.casework.inquiries.refusals import SAYINGS, AlreadyAnswered, InConfidence, ReplyRefused
from sanad.casework.inquiries.writing import write_reply
from sanad.casework.notices.services import Told, tell
from sanad.evidence.keys import seal
from sanad.evidence.refusals import problem
from sanad.registry.selectors import refuse_recused
from sanad.staff.models import User
from sanad.staff.roles import Role
from sanad.staff.scopes import reach_of


def reply(*, inquiry: Inquiry, words: str, then: Next, by: User, at: datetime) -> Reply:
    """Answer the inquiry; of two who answer at once, one does.

    Raises ReplyRefused, AlreadyAnswered, InConfidence, Recused, KeyIsDestroyed, ChainMovesOn.
    """
    _refuse_others(inquiry, by, at)
    written = _checked(words)
    checked_next(then, localdate(at))
    answer = answer_of(inquiry.claim, at=at)
    with transaction.atomic():
        _take(inquiry, by, at)
        sealed = seal(inquiry.claim.household.key, written)
        answered = write_reply(inquiry, answer, then, at=at, by=by, words=sealed)
        record(act="inquiry.reply", on=f"inquiry:{inquiry.number}", by=by, at=at, facts=_facts(answered))
        _tell(inquiry, at)
    return answered


def _take(inquiry: Inquiry, by: User, at: datetime) -> None:
    """Raises AlreadyAnswered."""
    taken = {"state": State.ANSWERED, "answered_at": at, "answered_by": by}
    if not Inquiry.objects.filter(pk=inquiry.pk, state=State.OPEN).update(**taken):
        raise AlreadyAnswered(Inquiry.objects.select_related("answered_by").get(pk=inquiry.pk))
    inquiry.refresh_from_db(fields=["state", "answered_at", "answered_by"])


def _refuse_others(inquiry: Inquiry, by: User, at: datetime) -> None:
    claim = inquiry.claim
    refuse_recused(by, household=claim.household, building=claim.dwelling.building)
    if inquiry.kind == Kind.ABUSE and not reach_of(by, localdate(at)).holds(Role.PROGRAMME_LEAD):
        raise InConfidence(inquiry.number)


def _facts(answered: Reply) -> dict[str, object]:
    next_on = answered.next_on.isoformat() if answered.next_on else None
    then = {"next_on": next_on, "missing": answered.missing, "awaited": answered.awaited}
    return {"position": answered.position} | {name: value for name, value in then.items() if value}


def _tell(inquiry: Inquiry, at: datetime) -> None:
    if inquiry.kind != Kind.ABUSE:
        facts = {"number": inquiry.claim.number, "inquiry": inquiry.number}
        tell([Told(inquiry.claim.household, "inquiry_answered", facts)], at=at)


def _checked(words: str) -> str:
    text = words.strip()
    if not text:
        raise ReplyRefused([problem(SAYINGS, "no_reply_words", "words")])
    if len(text) > LONGEST:
        raise ReplyRefused([problem(SAYINGS, "too_long", "words", most=f"{LONGEST:,}")])
    return text
