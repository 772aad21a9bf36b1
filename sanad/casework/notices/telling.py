"""Days and sums as a notice names them: once for each language, since a notice is read in either."""

from datetime import date
from functools import lru_cache

from sanad.engine.rules.words.pen import Pen

LANGUAGES = ("en", "ar")
Told = dict[str, str]


@lru_cache(maxsize=4_096)
def day_told(day: date) -> Told:
    return {language: Pen(language, "USD").day(day) for language in LANGUAGES}


@lru_cache(maxsize=65_536)
def sum_told(minor: int, currency: str) -> Told:
    """A sum in minor units of the currency."""
    return {language: Pen(language, currency).amount(minor) for language in LANGUAGES}
