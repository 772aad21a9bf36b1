"""What is wrong with a stated fact, in words that name the field as the form does."""

from collections.abc import Mapping

from sanad.engine.rules.fields import TypedField
from sanad.evidence.refusals import Problem

SAYINGS: dict[str, tuple[str, str]] = {
    "unknown_field": (
        "The programme asks for no `{name}` of this thing ({level}).",
        "لا يسأل البرنامج عن `{name}` لهذا الشيء ({level}).",
    ),
    "not_whole": ("{label}: write a whole number.", "{label}: اكتبوا عددًا صحيحًا."),
    "not_a_number": (
        "{label}: write a number with at most {decimals} digits after the point.",
        "{label}: اكتبوا عددًا لا تزيد خاناته بعد الفاصلة على {decimals}.",
    ),
    "out_of_range": (
        "{label}: this lies outside what is possible, from {low} to {high}. Check what was written.",
        "{label}: القيمة خارج الحدود الممكنة، من {low} إلى {high}. راجعوا ما كُتب.",
    ),
    "not_a_day": (
        "{label}: write the day as year, month, day, such as 2026-03-31.",
        "{label}: اكتبوا اليوم بترتيب السنة فالشهر فاليوم، مثل 2026-03-31.",
    ),
    "not_yes_or_no": ("{label}: answer yes or no.", "{label}: الجواب نعم أو لا."),
    "no_option": ("{label}: choose one of: {options}.", "{label}: اختاروا واحدًا مما يلي: {options}."),
    "not_readable": (
        "{label}: there are signs in it that cannot be read or printed. Type the text again.",
        "{label}: في النص رموز لا تُقرأ ولا تُطبع. اكتبوه من جديد.",
    ),
    "too_long": (
        "{label}: the text has {length:,} characters; at most {limit:,} are kept. Write it shorter.",
        "{label}: في النص {length:,} حرف، والحد الأقصى {limit:,}. اكتبوه أقصر.",
    ),
}


def wrong(code: str, where: str, field: TypedField | None = None, **parts: object) -> Problem:
    """A part that differs by language is a mapping by language."""
    label: Mapping[str, str] = field.declared.label if field else {"en": "", "ar": ""}
    says = {}
    for language, template in zip(("en", "ar"), SAYINGS[code], strict=True):
        told = {name: part[language] if isinstance(part, Mapping) else part for name, part in parts.items()}
        says[language] = template.format(label=label[language], **told)
    return Problem(code, says, where)
