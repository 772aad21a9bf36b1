"""Why something for safety is refused, in both languages."""

from sanad.evidence.refusals import Problem, Refused, Sayings, problem
from sanad.sheets.texts import is_readable

LONGEST_WORDS = 2_000
LONGEST_CONTACT = 200

SAYINGS: Sayings = {
    "no_words": ("Say what is dangerous.", "اذكروا ما الخطر."),
    "words_too_long": (
        "The text has {length:,} characters; at most {limit:,} are kept. Write it shorter.",
        "في النص {length:,} حرف، والحد الأقصى {limit:,}. اكتبوه أقصر.",
    ),
    "not_readable": (
        "There are signs in it that cannot be read or printed. Type the text again.",
        "في النص رموز لا تُقرأ ولا تُطبع. اكتبوه من جديد.",
    ),
    "no_triage": ("Say what the report came to.", "حدّدوا نتيجة الفرز."),
    "no_reason": (
        "Whoever keeps people out of their homes gives the reason. Choose one.",
        "من يمنع الناس من بيوتهم يذكر السبب. اختاروا سببًا.",
    ),
    "no_review": (
        "A restriction is looked at again on a day to come. Choose the day.",
        "يُراجَع التقييد في يوم قادم. اختاروا اليوم.",
    ),
    "no_evidence": (
        "A red placard stands on evidence. Add a photo of what makes the building unsafe.",
        "اللافتة الحمراء تقوم على إثبات. أضيفوا صورة لما يجعل المبنى غير آمن.",
    ),
    "bad_hours": (
        "A precaution lasts from 1 to {limit} hours; after that an engineer has to have looked.",
        "الإجراء الاحترازي من ساعة إلى {limit} ساعة، وبعدها يجب أن يكون مهندس قد كشف.",
    ),
}


class ReportRefused(Refused):
    """The report cannot be kept as it was written."""


class SafetyRefused(Refused):
    """Something that a restriction needs is missing."""


def refused(code: str, where: str, **parts: object) -> SafetyRefused:
    return SafetyRefused([problem(SAYINGS, code, where, **parts)])


def danger_problems(words: str, contact: str) -> list[Problem]:
    found = [problem(SAYINGS, "no_words", "words")] if not words.strip() else []
    for where, text, limit in (("words", words, LONGEST_WORDS), ("contact", contact, LONGEST_CONTACT)):
        if not all(is_readable(line) for line in text.splitlines()):
            found.append(problem(SAYINGS, "not_readable", where))
        elif len(text) > limit:
            found.append(problem(SAYINGS, "words_too_long", where, length=len(text), limit=limit))
    return found
