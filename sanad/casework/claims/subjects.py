"""Which things claims are about, at each level, and what lies around each."""

from typing import Any

from django.db.models import QuerySet

from sanad.casework.claims.checking import Kept
from sanad.casework.claims.declared import UnknownLevel
from sanad.casework.claims.models import Claim, Level
from sanad.registry.models import Membership

MEMBER, HOME = "household__memberships__person__reference", "dwelling__reference"
PATHS: dict[Level, dict[str, str]] = {
    Level.CLAIM: {
        "claim": "number",
        "household": "household__reference",
        "dwelling": HOME,
        "building": "dwelling__building__reference",
    },
    Level.HOUSEHOLD: {"household": "household__reference"},
    Level.PERSON: {"person": "person__reference", "household": "household__reference"},
    Level.DWELLING: {"dwelling": HOME, "building": "dwelling__building__reference"},
    Level.BUILDING: {"building": "dwelling__building__reference"},
}
"""By level, where the ids of a thing and of what is around it are found; people are found by their membership."""


def members_within(claims: QuerySet[Claim]) -> QuerySet[Membership]:
    return Membership.objects.filter(household__in=claims.values("household"), until=None)


def subjects_of(claims: QuerySet[Claim], level: Level) -> QuerySet[Any, Any]:
    """The references of the things of this level."""
    path = PATHS[level][level]
    found: QuerySet[Any, Any] = members_within(claims) if level == Level.PERSON else claims
    return found.values(path)


def ids_of(claims: QuerySet[Claim], level: Level, within: tuple[str, ...]) -> list[dict[str, Kept]]:
    """A row for each thing with its id and the ids of what lies directly around it. Raises UnknownLevel."""
    unknown = [outer for outer in within if outer not in PATHS[level]]
    if unknown:
        raise UnknownLevel(f"{level} within {', '.join(unknown)}")
    wanted = (level, *within)
    paths = [PATHS[level][name] for name in wanted]
    found: QuerySet[Any, Any] = members_within(claims) if level == Level.PERSON else claims
    names = [f"{name}_id" for name in wanted]
    rows = found.order_by(paths[0]).values_list(*paths).distinct()
    return [dict(zip(names, row, strict=True)) for row in rows]
