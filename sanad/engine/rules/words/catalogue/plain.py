"""Small words that every sentence needs: yes and no, joints, months, units, currencies, the things of each level."""

from sanad.engine.rules.words.catalogue.phrase import Phrases

PLAIN: Phrases = {
    "yes": {"en": "yes", "ar": "نعم"},
    "no": {"en": "no", "ar": "لا"},
    "quoted": {"en": "“{text}”", "ar": "«{text}»"},
    "with_value": {"en": "{name} ({value})", "ar": "{name} ({value})"},
    "bracketed": {"en": "({text})", "ar": "({text})"},
    "equals": {"en": "{text} = {value}", "ar": "{text} = {value}"},
    "that_is": {"en": "{value}, that is {text}", "ar": "{value}، أي {text}"},
    "is_value": {"en": "{name}: {value}", "ar": "{name}: {value}"},
    "and_last": {"en": "{first}, and {last}", "ar": "{first}، و{last}"},
    "or_last": {"en": "{first}, or {last}", "ar": "{first}، أو {last}"},
    "short_and": {"en": "{first} and {last}", "ar": "{first} و{last}"},
    "short_or": {"en": "{first} or {last}", "ar": "{first} أو {last}"},
    "comma": {"en": "{first}, {last}", "ar": "{first}، {last}"},
    "semicolon": {"en": "{first}; {last}", "ar": "{first}؛ {last}"},
    "absent": {"en": "not stated", "ar": "غير مذكور"},
    "not_public": {"en": "not made public", "ar": "غير منشور"},
    "not_in_force": {"en": "not yet in force", "ar": "غير ساري المفعول بعد"},
    "not_known": {"en": "not known yet", "ar": "غير معروف بعد"},
    "per_unit": {"en": "{number} per {unit}", "ar": "{number} لكل {unit}"},
    "times_unit": {"en": "{first} × {last}", "ar": "{first} × {last}"},
    "in_unit": {"en": "{number} {unit}", "ar": "{number} {unit}"},
}

MONTHS: dict[str, tuple[str, ...]] = {
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    "ar": (
        "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران",
        "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول",
    ),
}  # fmt: skip

ARABIC_CURRENCIES: dict[str, tuple[str, str]] = {
    "EUR": ("يورو", "يورو"),
    "IQD": ("دينار عراقي", "دنانير عراقية"),
    "JPY": ("ين", "ينات"),
    "LBP": ("ليرة لبنانية", "ليرات لبنانية"),
    "NPR": ("روبية نيبالية", "روبيات نيبالية"),
    "SYP": ("ليرة سورية", "ليرات سورية"),
    "TRY": ("ليرة تركية", "ليرات تركية"),
    "UAH": ("هريفنيا", "هريفنيا"),
    "USD": ("دولار", "دولارات"),
}
"""The noun after most numbers, and after 3 to 10. A currency without a name here is written with its ISO code."""

UNITS: Phrases = {
    "m": {"en": "m", "ar": "م"},
    "m2": {"en": "m²", "ar": "م²"},
    "m3": {"en": "m³", "ar": "م³"},
    "km": {"en": "km", "ar": "كم"},
    "ft": {"en": "ft", "ar": "قدم"},
    "ft2": {"en": "ft²", "ar": "قدم²"},
}

MEMBERS: Phrases = {
    "claim": {"en": "claims", "ar": "الطلبات"},
    "person": {"en": "people", "ar": "الأشخاص"},
    "household": {"en": "households", "ar": "الأسر"},
    "house": {"en": "houses", "ar": "البيوت"},
    "dwelling": {"en": "homes", "ar": "المساكن"},
    "building": {"en": "buildings", "ar": "المباني"},
}
"""The things of a level, as many."""
