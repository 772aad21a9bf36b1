"""In which language a text is: by its own word where the letters do not speak against it, else by the letters."""

import re

ARABIC = re.compile(r"[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]+")
LETTERS = re.compile(r"[^\W\d_]+")
TAG = re.compile(r"[A-Za-z]{2,3}(?![A-Za-z])")
IN_ARABIC_LETTERS = frozenset({"ar", "fa", "ur", "ckb", "ps", "ug", "sd", "ku"})


def language_of(text: str) -> str:
    """`ar` where more than half of the letters are Arabic, else `en`."""
    arabic = 0 if text.isascii() else _signs(ARABIC, text)
    return "ar" if arabic and 2 * arabic > _signs(LETTERS, text) else "en"


def _signs(runs: re.Pattern[str], text: str) -> int:
    return sum(map(len, runs.findall(text)))


def language_told(told: str | None, text: str) -> tuple[str, bool]:
    """The language, and whether the letters contradict what the page says: many pages name that of their template."""
    by_letters = language_of(text)
    tag = TAG.match(told.strip()) if told else None
    if not tag:
        return by_letters, False
    named = tag[0].lower()
    if (named in IN_ARABIC_LETTERS) != (by_letters == "ar"):
        return by_letters, True
    return named, False
