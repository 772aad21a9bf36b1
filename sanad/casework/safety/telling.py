"""What a placard, a precaution or works mean for the claims of the building: facts, and notices to the families."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sanad.casework.claims.declared import fields_of
from sanad.casework.claims.models import Claim, Level, State
from sanad.casework.claims.stating import Stated, write_statements
from sanad.casework.notices.services import Told, tell
from sanad.registry.models import Building, Household
from sanad.rulebook.models import Programme
from sanad.staff.models import User

WARNINGS = ("placard_red", "placard_yellow", "precaution")
"""The notices that stand about a building until a new placard or the end of the precaution."""


def state_of_building(
    building: Building, facts: Mapping[str, object], source: str, at: datetime, by: User | None
) -> None:
    """State these facts under every programme that has claims in the building and a field of that name for it."""
    for programme in Programme.objects.filter(claims__dwelling__building=building).distinct():
        declared = fields_of(programme)
        known = {name: value for name, value in facts.items() if name in declared}
        if known:
            stated = [Stated(Level.BUILDING, building.reference, known)]
            write_statements(programme=programme, stated=stated, source=source, at=at, by=by)


def tell_the_building(building: Building, kind: str, facts: Mapping[str, Any], at: datetime, about: str = "") -> int:
    """Every household with a claim for a home in it, in the transaction of the act; how many they are.

    The act holds the building from its beginning (`notices.standing.hold_buildings`), so that nobody comes unseen.
    """
    told = [Told(household, kind, facts, about) for household in households_in(building)]
    tell(told, at=at)
    return len(told)


def households_in(building: Building) -> list[Household]:
    """Every household with a claim for a home in it that is not withdrawn."""
    claims = Claim.objects.filter(dwelling__building=building).exclude(state=State.WITHDRAWN)
    return list(Household.objects.filter(claims__in=claims).distinct().order_by("id"))
