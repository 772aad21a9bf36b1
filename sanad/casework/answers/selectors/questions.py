"""What families asked, and with what it was answered; never the words, and nothing told in confidence."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Prefetch

from sanad.audit.built_once import built_once
from sanad.casework.answers.awaited import awaited_said, body_words
from sanad.casework.answers.models import Inquiry, Kind, Reply
from sanad.casework.answers.told import QuestionTold, ReplyTold

_asked = built_once(
    lambda claims: (
        Inquiry.objects.filter(claim__in=claims)
        .exclude(kind=Kind.ABUSE)
        .defer("words")
        .prefetch_related(Prefetch("replies", Reply.objects.defer("words", "answer").order_by("number")))
        .order_by("-pk")
    )
)


def questions_told(claims: Iterable[int]) -> dict[int, tuple[QuestionTold, ...]]:
    """By claim, the newest first."""
    found: dict[int, list[QuestionTold]] = defaultdict(list)
    for one in _asked(list(claims)):
        found[one.claim_id].append(_question(one))
    return {claim: tuple(questions) for claim, questions in found.items()}


def _question(one: Inquiry) -> QuestionTold:
    replies = tuple(_reply(reply) for reply in one.replies.all())
    return QuestionTold(one.number, one.kind, one.asked_at, one.due_on, one.state, replies)


def _reply(one: Reply) -> ReplyTold:
    return ReplyTold(
        at=one.at,
        position=one.position,
        by_a_person=one.by_id is not None,
        next_on=one.next_on,
        missing=one.missing,
        awaited=awaited_said(one.awaited) if one.awaited else None,
        body=body_words(one.body) if one.body else None,
        review_on=one.review_on,
    )
