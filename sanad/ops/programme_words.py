"""The sentences of `sanad programme`, in English and Arabic."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from sanad.ops.programme_arabic import ARABIC
from sanad.ops.programme_english import ENGLISH


class Language(StrEnum):
    """A language that Sanad speaks."""

    en = "en"
    ar = "ar"


SENTENCES: Mapping[Language, Mapping[str, str]] = {Language.en: ENGLISH, Language.ar: ARABIC}


def say(language: Language, sentence: str, **parts: object) -> str:
    """The sentence with its parts filled in."""
    return SENTENCES[language][sentence].format(**parts)


def says(sentence: str, **parts: object) -> dict[str, str]:
    """The sentence in every language."""
    return {language.value: say(language, sentence, **parts) for language in Language}


def listed(language: Language, items: Iterable[object], sign: str = "comma") -> str:
    """The items with the language's own comma between them."""
    return SENTENCES[language][sign].join(str(item) for item in items)
