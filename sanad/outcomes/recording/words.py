"""What is written down of acts that the outbox tells to nobody, in both languages."""

ROUND = (
    "Round {round} of “{programme}”: {claims} claims decided, {awards} awarded {awarded}; {reserved} is set aside.",
    "الجولة {round} من برنامج «{programme}»: الطلبات {claims}، نال منها {awards} ما مجموعه {awarded}، وحُجز {reserved}.",
)
PLEDGE = (
    "{donor} has said it will give {sum} to {fund}{when}. Reference {reference}; source: {source}.",
    "أعلن {donor} أنه سيعطي {sum} إلى {fund}{when}. المرجع {reference}؛ المصدر: {source}.",
)
FRAMEWORK = (
    "{donor} has set a frame of {sum} for {fund}; it is no promise to pay. Reference {reference}; source: {source}.",
    "حدّد {donor} إطارًا قدره {sum} من أجل {fund}، وليس ذلك تعهّدًا بالدفع. المرجع {reference}؛ المصدر: {source}.",
)
EXPECTED_BY = (", expected by {day}", "، ويُنتظر في موعد أقصاه {day}")
HEADLINES: dict[str, tuple[str, str]] = {
    "halt": ("Halt {reference}", "التعليق {reference}"),
    "halt_extended": ("Halt {reference}: extension {number}", "التعليق {reference}: التمديد {number}"),
    "halt_ended": ("Halt {reference}: over", "التعليق {reference}: انتهى"),
    "works_ordered": ("Works {reference}", "الأشغال {reference}"),
    "works_stage": ("Works {reference}: stage {number}", "الأشغال {reference}: المرحلة {number}"),
    "works_closed": ("Works {reference}: closed", "الأشغال {reference}: أُقفلت"),
    "placard_green": ("Placard on building {reference}: green", "لافتة المبنى {reference}: خضراء"),
    "placard_yellow": ("Placard on building {reference}: yellow", "لافتة المبنى {reference}: صفراء"),
    "placard_red": ("Placard on building {reference}: red", "لافتة المبنى {reference}: حمراء"),
    "precaution": ("Precaution for building {reference}", "إجراء احترازي للمبنى {reference}"),
    "precaution_ended": ("Precaution for building {reference}: over", "الإجراء الاحترازي للمبنى {reference}: انتهى"),
    "round": ("Round {reference}", "الجولة {reference}"),
    "pledge": ("Pledge {reference}", "التعهّد {reference}"),
    "framework": ("Frame {reference}", "الإطار {reference}"),
}
REVIEW = ("To look at the halt {reference} again by {day}", "النظر مجددًا في التعليق {reference} في موعد أقصاه {day}")
REPAIR = ("To do the works {reference} on building {building}", "إنجاز الأشغال {reference} في المبنى {building}")
GIVE = ("To give {sum} to {fund}", "إعطاء {sum} إلى {fund}")


def both(words: tuple[str, str], **facts: object) -> dict[str, str]:
    """A fact that is told in each language is a mapping by language."""
    told = {}
    for language, sentence in zip(("en", "ar"), words, strict=True):
        parts = {name: fact[language] if isinstance(fact, dict) else fact for name, fact in facts.items()}
        told[language] = sentence.format(**parts)
    return told
