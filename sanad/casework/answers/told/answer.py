"""An answer whole, and as JSON that gives exactly it back."""

from dataclasses import dataclass
from datetime import date, datetime

from pydantic import TypeAdapter

from sanad.casework.answers.told.asked import NoticeTold, QuestionTold
from sanad.casework.answers.told.awarded import AwardTold, LineTold, StepTold
from sanad.casework.answers.told.homes import BuildingTold, SurveyTold
from sanad.casework.answers.told.sums import MoneyTold, PaymentTold
from sanad.casework.answers.told.turns import ForecastTold, QueueTold
from sanad.casework.answers.told.words import Words


@dataclass(frozen=True, slots=True)
class Answer:
    """All that a family is told about one claim, as it stood at a sealed position.

    `as_of` is when that position was sealed, `day` the day for which clocks and estimates are reckoned.
    """

    number: str
    programme: str
    programme_name: Words
    state: str
    position: int
    as_of: datetime
    day: date
    currency: str
    award: AwardTold | None
    money: MoneyTold | None
    lines: tuple[LineTold, ...]
    payments: tuple[PaymentTold, ...]
    steps: tuple[StepTold, ...]
    queue: QueueTold | None
    forecast: ForecastTold | None
    building: BuildingTold
    survey: SurveyTold | None
    notices: tuple[NoticeTold, ...]
    questions: tuple[QuestionTold, ...]


_FORM = TypeAdapter(Answer)


def to_json(answer: Answer) -> str:
    return _FORM.dump_json(answer).decode()


def from_json(text: str | bytes) -> Answer:
    """Exactly the answer that was written. Raises ValueError where the text is none."""
    return _FORM.validate_json(text, strict=True)
