"""Why a question or a reply is not taken."""

from sanad.casework.answers.models import Inquiry
from sanad.evidence.refusals import Refused, Sayings

SAYINGS: Sayings = {
    "no_words": ("Write your question.", "اكتبوا سؤالكم."),
    "too_long": (
        "The text has more than {most} letters. Shorten it, or send the rest as a second question.",
        "في النص أكثر من {most} حرف. اختصروه أو أرسلوا الباقي في سؤال ثانٍ.",
    ),
    "no_reply_words": ("Write the reply.", "اكتبوا الرد."),
    "no_next": (
        "Name the next day, or the missing sum, or the fact that is awaited, from whom, and when you look at it again.",
        "يذكر الرد الموعد القادم، أو المبلغ الناقص، أو ما يُنتظر وممّن ومتى يُعاد النظر فيه.",
    ),
    "day_is_past": ("Choose a day to come.", "اختاروا يومًا قادمًا."),
    "not_known": ("Choose one of the list.", "اختاروا من القائمة."),
}


class QuestionRefused(Refused):
    """Nothing was taken in; the problems say what to change."""


class ReplyRefused(Refused):
    """Nothing was sent; the problems say what to change."""


class OtherQuestion(Exception):
    """This id was used for a question of another claim: make a new one."""


class InConfidence(Exception):
    """What is told in confidence is answered by a programme lead."""


class AlreadyAnswered(Exception):
    """Somebody else was first: the inquiry says who answered it, and when."""

    def __init__(self, inquiry: Inquiry) -> None:
        super().__init__(f"{inquiry.number} was answered by {inquiry.answered_by} at {inquiry.answered_at}")
        self.inquiry = inquiry
