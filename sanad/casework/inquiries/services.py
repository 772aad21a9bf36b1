"""What families ask, and how they are answered."""

from sanad.casework.inquiries.asking import NewFile, ask
from sanad.casework.inquiries.nexts import Next, next_of
from sanad.casework.inquiries.refusals import (
    AlreadyAnswered,
    InConfidence,
    OtherQuestion,
    QuestionRefused,
    ReplyRefused,
)
from sanad.casework.inquiries.replying import reply

__all__ = [
    "AlreadyAnswered",
    "InConfidence",
    "NewFile",
    "Next",
    "OtherQuestion",
    "QuestionRefused",
    "ReplyRefused",
    "ask",
    "next_of",
    "reply",
]
