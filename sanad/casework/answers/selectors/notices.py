"""What families were told."""

from collections import defaultdict
from collections.abc import Iterable

from sanad.casework.answers.rules import LANGUAGES
from sanad.casework.answers.told import NoticeTold
from sanad.casework.notices.models import Notice
from sanad.casework.notices.words import sentence

MOST = 20


def notices_told(households: Iterable[int]) -> dict[int, tuple[NoticeTold, ...]]:
    """By household, its latest notices, the newest first."""
    found: dict[int, list[Notice]] = defaultdict(list)
    for one in Notice.objects.filter(household__in=list(households)).order_by("-pk"):
        if len(found[one.household_id]) < MOST:
            found[one.household_id].append(one)
    return {household: tuple(map(_told, notices)) for household, notices in found.items()}


def _told(one: Notice) -> NoticeTold:
    words = {language: sentence(one.kind, one.facts, language) for language in LANGUAGES}
    return NoticeTold(one.kind, one.written_at, words)
