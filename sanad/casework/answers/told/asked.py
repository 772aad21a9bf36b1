"""What the family was told, and what it asked."""

from dataclasses import dataclass
from datetime import date, datetime

from sanad.casework.answers.told.words import Said, Words


@dataclass(frozen=True, slots=True)
class NoticeTold:
    kind: str
    written_at: datetime
    words: Words


@dataclass(frozen=True, slots=True)
class ReplyTold:
    """What a question was answered with beside its words: the position, and a day, a missing sum or an awaited fact."""

    at: datetime
    position: int
    by_a_person: bool
    next_on: date | None
    missing: int | None
    awaited: Said | None
    body: Words | None
    review_on: date | None


@dataclass(frozen=True, slots=True)
class QuestionTold:
    """A question of the family, without its words. `state`: open or answered."""

    number: str
    kind: str
    asked_at: datetime
    due_on: date
    state: str
    replies: tuple[ReplyTold, ...]
