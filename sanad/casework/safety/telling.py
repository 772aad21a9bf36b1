"""What a placard or a precaution means for the claims of the building: facts, and notices to the families."""

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


def tell_the_building(building: Building, kind: str, facts: Mapping[str, Any], at: datetime) -> None:
    """Every household with a claim for a home in it, in the transaction of the act."""
    claims = Claim.objects.filter(dwelling__building=building).exclude(state=State.WITHDRAWN)
    households = Household.objects.filter(claims__in=claims).distinct().order_by("id")
    tell([Told(household, kind, facts) for household in households], at=at)
