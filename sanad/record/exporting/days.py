"""A day as a text gives it (EDTF), in words of a language; what is not said is not filled in."""

import re

from sanad.engine.rules.words.catalogue.plain import MONTHS
from sanad.record.exporting.words import WORDS

PARTS = re.compile(r"(?P<year>[0-9X]{4})(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?(?P<sure>[~?%]?)")
OPEN = ("", "..")
NOT_SAID, DECADE = "XXXX", re.compile(r"\d{3}X")
SURE = {"": "", "~": "about", "?": "not_certain", "%": "about_not_certain"}
SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}


def in_words(edtf: str, lang: str) -> str:
    """What is no day of these kinds stays as it is written."""
    if not edtf:
        return ""
    first, slash, last = edtf.partition("/")
    if not slash:
        return _one(edtf, lang)
    if last in OPEN:
        return WORDS["from_on"][lang].format(first=_one(first, lang))
    if first in OPEN:
        return WORDS["until"][lang].format(last=_one(last, lang))
    return WORDS["between"][lang].format(first=_one(first, lang), last=_one(last, lang))


def _one(edtf: str, lang: str) -> str:
    found = PARTS.fullmatch(edtf)
    told = _plain(found["year"], found["month"] or "XX", found["day"] or "XX", lang) if found else ""
    if not found or not told:
        return edtf
    sure = SURE[found["sure"]]
    return WORDS[sure][lang].format(day=told) if sure else told


def _plain(year: str, month: str, day: str, lang: str) -> str:
    """Empty where it cannot be said."""
    in_year = _year(year, lang)
    if month == "XX":
        return in_year
    if month in SEASONS:
        named = WORDS[SEASONS[month]][lang]
    elif 1 <= int(month) <= len(MONTHS[lang]):
        named = MONTHS[lang][int(month) - 1]
    else:
        return ""
    if day != "XX":
        named = f"{int(day)} {named}"
    if year == NOT_SAID:
        return WORDS["year_not_said"][lang].format(day=named)
    return f"{named} {in_year}" if in_year else ""


def _year(year: str, lang: str) -> str:
    if DECADE.fullmatch(year):
        return WORDS["decade"][lang].format(year=f"{year[:3]}0")
    return year if year.isdigit() else ""
