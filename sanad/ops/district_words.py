"""The sentences of building the made-up district, in English and Arabic."""

from sanad.ops.programme_words import Language

WORDS: dict[str, dict[str, str]] = {
    "is_there": {
        "en": "The made-up district is in {data} already.",
        "ar": "المنطقة المتخيَّلة موجودة في {data}.",
    },
    "not_empty": {
        "en": "The database of {data} is not empty, and the made-up district never mixes with anything else. Name "
        "another folder with SANAD_DATA, or delete the half-built one.",
        "ar": "قاعدة البيانات في {data} ليست فارغة، والمنطقة المتخيَّلة لا تختلط بغيرها. اذكروا مجلدًا آخر في SANAD_DATA، "
        "أو احذفوا ما بُني نصفه.",
    },
    "built": {
        "en": "Built: {buildings} buildings, {homes} homes, all of them made up. Codes of {families} families are in "
        "{file}.",
        "ar": "بُنيت المنطقة: عدد المباني {buildings} وعدد المساكن {homes}، وكلها متخيَّلة. "
        "رموز {families} من الأسر في {file}.",
    },
    "ground": {"en": "staff, rules, places, buildings", "ar": "الموظفون والقواعد والمواقع والمباني"},
    "money": {"en": "funds", "ar": "الصناديق"},
    "claims": {"en": "families and claims", "ar": "الأسر والطلبات"},
    "visits": {"en": "visits to homes", "ar": "الكشف على المساكن"},
    "placards": {"en": "placards", "ar": "لافتات السلامة"},
    "facts": {"en": "contracts, holds", "ar": "العقود والتعليق"},
    "months": {"en": "monthly rounds, paid", "ar": "جولات شهرية مدفوعة"},
    "round": {"en": "a round without money", "ar": "جولة بلا مال"},
    "dangers": {"en": "reports of danger", "ar": "بلاغات الخطر"},
    "record": {"en": "pages of the record", "ar": "صفحات سجل التصريحات"},
    "codes": {"en": "codes for families", "ar": "رموز الأسر"},
}


def says(phrase: str, **gaps: object) -> dict[str, str]:
    """The sentence in every language."""
    return {language: text.format(**gaps) for language, text in WORDS[phrase].items()}


def say(language: Language, phrase: str, **gaps: object) -> str:
    return WORDS[phrase][language].format(**gaps)
