"""How an act is told: the words that families were told of it, and the office that speaks."""

from collections.abc import Mapping
from typing import Any

from sanad.casework.notices.models import Notice
from sanad.casework.notices.words import sentence
from sanad.casework.works.reasons import OFFICES, in_both
from sanad.outcomes.recording.said import Speaks

LANGUAGES = ("en", "ar")


def office(role: str) -> Speaks:
    return Speaks(f"office:{role}", in_both(OFFICES[role]))


def as_told(about: str, kind: str, otherwise: Mapping[str, Any], number: int | None = None) -> Mapping[str, Any]:
    """The facts as families were told them; where it touched none, as the office has them."""
    notices = Notice.objects.filter(about=about, kind=kind).order_by("pk")
    for one in notices.iterator(500):
        if number is None or one.facts.get("number") == number:
            return dict(one.facts)
    return otherwise


def in_both_languages(kind: str, facts: Mapping[str, Any]) -> dict[str, str]:
    return {language: sentence(kind, facts, language) for language in LANGUAGES}
