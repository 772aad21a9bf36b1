"""What families were told."""

from collections import defaultdict
from collections.abc import Iterable

from sanad.audit.built_once import built_once
from sanad.casework.answers.rules import LANGUAGES
from sanad.casework.answers.told import NoticeTold
from sanad.casework.notices.models import Notice
from sanad.casework.notices.words import sentence

MOST = 20
_notices = built_once(
    lambda households: (
        Notice.objects.filter(household__in=households)
        .order_by("-pk")
        .values_list("household_id", "kind", "facts", "written_at")
    )
)


def notices_told(households: Iterable[int]) -> dict[int, tuple[NoticeTold, ...]]:
    """By household, its latest notices, the newest first."""
    found: dict[int, list[NoticeTold]] = defaultdict(list)
    for household, kind, facts, written_at in _notices(list(households)):
        if len(found[household]) < MOST:
            words = {language: sentence(kind, facts, language) for language in LANGUAGES}
            found[household].append(NoticeTold(kind, written_at, words))
    return {household: tuple(notices) for household, notices in found.items()}
