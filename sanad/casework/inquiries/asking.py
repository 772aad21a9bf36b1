"""A family asks: the question gets a number, a day by which a person answers, and the facts at once."""

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from sanad.audit.services import record
from sanad.casework.answers.selectors import answer_of
from sanad.casework.answers.told import Answer
from sanad.casework.claims.models import Claim
from sanad.casework.claims.numbers import check_digit
from sanad.casework.inquiries.days import due_on
from sanad.casework.inquiries.models import Inquiry, Kind
from sanad.casework.inquiries.nexts import next_of
from sanad.casework.inquiries.refusals import SAYINGS, OtherQuestion, QuestionRefused
from sanad.casework.inquiries.writing import write_reply
from sanad.casework.notices.services import Told, tell
from sanad.casework.notices.telling import day_told
from sanad.evidence.keys import seal
from sanad.evidence.refusals import problem
from sanad.evidence.services import keep_file
from sanad.registry.numbering import take

LONGEST = 4_000


@dataclass(frozen=True, slots=True)
class NewFile:
    """A photo or a paper beside the question; the id is made by whoever sends it."""

    id: uuid.UUID
    content: BinaryIO
    name: str


def ask(
    *,
    id: uuid.UUID,
    claim: Claim,
    kind: Kind,
    words: str,
    at: datetime,
    file: NewFile | None = None,
    payment: str = "",
) -> Inquiry:
    """Take the question in and answer it at once from the facts; sent twice, it is one.

    `payment` is the reference of the payment that it is about. Raises QuestionRefused, OtherQuestion, FileRefused,
    KeyIsDestroyed, ChainMovesOn.
    """
    known = _known(id, claim)
    if known:
        return known
    written = _checked(words)
    answer = answer_of(claim, at=at)
    try:
        return _taken_in(Inquiry(client_id=id, claim=claim, kind=kind, payment=payment), written, file, answer, at)
    except IntegrityError:
        first = _known(id, claim)
        if first is None:
            raise
        return first


def inquiry_number(serial: int) -> str:
    digits = f"{serial:06}"
    return f"I-{digits}-{check_digit(digits)}"


@transaction.atomic
def _taken_in(inquiry: Inquiry, words: str, file: NewFile | None, answer: Answer, at: datetime) -> Inquiry:
    claim = inquiry.claim
    inquiry.number = inquiry_number(take("inquiry")[0])
    inquiry.words = seal(claim.household.key, words)
    inquiry.asked_at, inquiry.due_on = at, due_on(claim.programme, localdate(at))
    if inquiry.kind == Kind.OBJECTION and answer.award:
        inquiry.object_until = answer.award.object_until
    if file:
        inquiry.file = keep_file(id=file.id, key=claim.household.key, file=file.content, name=file.name, at=at, by=None)
    inquiry.save(force_insert=True)
    write_reply(inquiry, answer, next_of(answer, inquiry.due_on), at=at)
    facts = {"kind": inquiry.kind, "due_on": inquiry.due_on.isoformat(), "position": answer.position}
    record(act="inquiry.ask", on=f"inquiry:{inquiry.number}", by=None, at=at, facts=facts)
    _tell(inquiry, at)
    return inquiry


def _tell(inquiry: Inquiry, at: datetime) -> None:
    """What is told in confidence is in no letter."""
    if inquiry.kind == Kind.ABUSE:
        return
    claim = inquiry.claim
    facts = {"number": claim.number, "inquiry": inquiry.number, "due_on": day_told(inquiry.due_on)}
    tell([Told(claim.household, "inquiry_received", facts)], at=at)


def _known(id: uuid.UUID, claim: Claim) -> Inquiry | None:
    known = Inquiry.objects.filter(client_id=id).first()
    if known and known.claim_id != claim.pk:
        raise OtherQuestion(str(id))
    return known


def _checked(words: str) -> str:
    text = words.strip()
    if not text:
        raise QuestionRefused([problem(SAYINGS, "no_words", "words")])
    if len(text) > LONGEST:
        raise QuestionRefused([problem(SAYINGS, "too_long", "words", most=f"{LONGEST:,}")])
    return text
