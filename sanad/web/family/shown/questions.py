"""What the family asked and what it was answered, with the words, which no answer carries."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sanad.casework.answers.told import QuestionTold, ReplyTold
from sanad.casework.claims.models import Claim
from sanad.casework.inquiries.models import Kind
from sanad.casework.inquiries.selectors import inquiries_of, reply_words, words_of


@dataclass(frozen=True, slots=True)
class Written:
    """The family's words, and those of each reply in its order; the first has none."""

    words: str
    replies: list[str]


@dataclass(frozen=True, slots=True)
class Question:
    told: QuestionTold
    kind: str
    words: str
    replies: list[tuple[ReplyTold, str]]


def written_of(claim: Claim) -> dict[str, Written]:
    """By number."""
    return {
        one.number: Written(words_of(one), [reply_words(reply) for reply in one.replies.all()])
        for one in inquiries_of(claim)
    }


def questions(told: Sequence[QuestionTold], written: Mapping[str, Written]) -> list[Question]:
    return [_question(one, written.get(one.number, Written("", []))) for one in told]


def _question(told: QuestionTold, written: Written) -> Question:
    words = written.replies + [""] * len(told.replies)
    kind = str(Kind(told.kind).label)
    return Question(told, kind, written.words, list(zip(told.replies, words, strict=False)))
