"""Everything of the page, from an answer."""

from collections.abc import Mapping
from typing import Any

from sanad.casework.answers.told import Answer, PaymentTold
from sanad.web.family.shown.dangers import dangers
from sanad.web.family.shown.explained import lines, pieces
from sanad.web.family.shown.homes import elements, ended, halts
from sanad.web.family.shown.questions import Written, questions
from sanad.web.family.shown.turns import turn

FIRST_NOTICES = 4
UNDER_WAY = ("prepared", "sent", "settled")
UNTOLD = ("prepared", "dropped")
"""A payment that has not gone out is no news to a family; its sum stands as set aside."""


def page_of(answer: Answer, written: Mapping[str, Written]) -> dict[str, Any]:
    """`written` are the words of questions and replies by number."""
    return {
        "answer": answer,
        "currency": answer.currency,
        "award": answer.award,
        "award_why": pieces(answer.award.why) if answer.award else (),
        "is_awarded": answer.award is not None and answer.award.outcome == "award" and answer.money is not None,
        "may_object": _may_object(answer),
        "dangers": dangers(answer.building, answer.as_of),
        "lines": lines(answer.lines),
        **_payments(answer),
        "turn": turn(answer.queue),
        "halts": halts(answer.building.halts, answer.day),
        "ended_halts": ended(answer.building.halts),
        "elements": elements(answer.survey.elements) if answer.survey else [],
        "questions": questions(answer.questions, written),
        "notices": answer.notices[:FIRST_NOTICES],
        "more_notices": answer.notices[FIRST_NOTICES:],
    }


def _payments(answer: Answer) -> dict[str, Any]:
    told = [one for one in answer.payments if one.state not in UNTOLD]
    return {
        "payments": told,
        "to_confirm": [one for one in told if one.may_be_confirmed],
        "returned": [one for one in answer.payments if one.state == "returned" and not _is_sent_again(one, answer)],
        "denied": [one for one in told if _is_denied(one)],
    }


def _is_sent_again(came_back: PaymentTold, answer: Answer) -> bool:
    """Whether a later payment of the same lines is prepared, on its way or paid: then nobody need say where it goes."""
    lines = {one.line for one in came_back.lines}
    later = [one for one in answer.payments if one.state in UNDER_WAY and not _went_before(one, came_back)]
    return any(lines & {part.line for part in one.lines} for one in later)


def _went_before(payment: PaymentTold, came_back: PaymentTold) -> bool:
    return bool(payment.sent_on and came_back.returned_on and payment.sent_on < came_back.returned_on)


def _is_denied(payment: PaymentTold) -> bool:
    return payment.denied_at is not None and payment.confirmed_at is None


def _may_object(answer: Answer) -> bool:
    until = answer.award.object_until if answer.award else None
    return until is not None and until >= answer.day
