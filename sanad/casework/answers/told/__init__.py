"""What a family is answered: values that a page shows, a letter prints and a snapshot keeps. No Django, no names.

Sums are whole minor units of the answer's currency. `Words` are keyed by language. What nobody knows is None, which a
page says in words and never as 0. An answer is a function of the claim, the position in the sealed chain and the day.
"""

from sanad.casework.answers.told.answer import Answer, from_json, to_json
from sanad.casework.answers.told.asked import NoticeTold, QuestionTold, ReplyTold
from sanad.casework.answers.told.awarded import AwardTold, LineTold, StepTold
from sanad.casework.answers.told.homes import (
    BuildingTold,
    DangerTold,
    ElementTold,
    HaltTold,
    PlacardTold,
    PrecautionTold,
    StageTold,
    SurveyTold,
)
from sanad.casework.answers.told.sums import LineSum, MoneyTold, PaymentTold, total
from sanad.casework.answers.told.turns import Assumption, ForecastTold, QueueTold
from sanad.casework.answers.told.words import Piece, Said, Words
from sanad.engine.forecast import Reach

__all__ = [
    "Answer",
    "Assumption",
    "AwardTold",
    "BuildingTold",
    "DangerTold",
    "ElementTold",
    "ForecastTold",
    "HaltTold",
    "LineSum",
    "LineTold",
    "MoneyTold",
    "NoticeTold",
    "PaymentTold",
    "Piece",
    "PlacardTold",
    "PrecautionTold",
    "QuestionTold",
    "QueueTold",
    "Reach",
    "ReplyTold",
    "Said",
    "StageTold",
    "StepTold",
    "SurveyTold",
    "Words",
    "from_json",
    "to_json",
    "total",
]
