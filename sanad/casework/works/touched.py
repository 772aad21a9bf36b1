"""Whom a halt touches, and telling them: in the transaction of the act; who is touched later, by the worker."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from sanad.casework.claims.models import Claim
from sanad.casework.claims.models import State as ClaimState
from sanad.casework.notices.models import Notice
from sanad.casework.notices.services import Told, tell
from sanad.casework.notices.standing import stand, stand_no_more
from sanad.casework.works.models import Halt, Order, State, Subject
from sanad.casework.works.telling import facts_of
from sanad.registry.models import Household

WIDE = (Subject.LINE, Subject.FUND, Subject.PROGRAMME)
LOOK_AGAIN = timedelta(minutes=1)


def households_touched(halt: Halt) -> QuerySet[Household]:
    """Every household with a live claim that the halt touches."""
    live = Claim.objects.exclude(state=ClaimState.WITHDRAWN).filter(_touched(halt))
    return Household.objects.filter(pk__in=live.order_by().values("household")).order_by("pk")


def _touched(halt: Halt) -> Q:
    match halt.subject:
        case Subject.PROGRAMME:
            return Q(programme=halt.programme) | _with_works(Q(programme=halt.programme))
        case Subject.LINE:
            standing = Q(awards__superseded_by=None, awards__lines__line=halt.line, awards__lines__amount__gt=0)
            return Q(programme=halt.programme) & standing
        case Subject.FUND:
            reserved = Q(
                awards__reservations__part__fund=halt.fund, awards__reservations__transfer__pending__state="pending"
            )
            return reserved | _with_works(Q(part__fund=halt.fund))
        case _:
            return Q(dwelling__building=halt.building)


def _with_works(paid_by: Q) -> Q:
    """Homes in buildings whose works this stops."""
    buildings = Order.objects.filter(paid_by, state=State.ORDERED).values("building")
    return Q(dwelling__building__in=buildings)


def tell_touched(halt: Halt, kind: str, facts: Mapping[str, Any], at: datetime) -> int:
    """How many were told. Of works on a building it goes on standing there, for whoever comes."""
    households = households_touched(halt)
    told = [Told(household, kind, facts, halt.about) for household in households]
    tell(told, at=at)
    if halt.building and halt.is_open:
        stand(building=halt.building, about=halt.about, kind="halt", facts=facts_of(halt), at=at)
    elif halt.building:
        stand_no_more(about=halt.about, at=at)
    return len(told)


def tell_those_missed(*, at: datetime) -> int:
    """Who came to be touched by a wide halt since it was told: a new claim, a new award. Once a minute for each halt.

    For works on a building the intake itself tells newcomers (`claims.services.intake`), so nobody waits for this.
    """
    due = Halt.objects.filter(ended_at=None, subject__in=WIDE, looked_at__lte=at - LOOK_AGAIN)
    return sum(_tell_missed(halt, at) for halt in due.select_related("programme", "fund"))


@transaction.atomic
def _tell_missed(halt: Halt, at: datetime) -> int:
    """By one worker: who marks the halt as looked at tells."""
    seen = Halt.objects.filter(pk=halt.pk, ended_at=None, looked_at=halt.looked_at)
    if not seen.update(looked_at=at):
        return 0
    told = Notice.objects.filter(about=halt.about, household=OuterRef("pk"))
    missed = households_touched(halt).exclude(Exists(told))
    facts = facts_of(halt)
    return len(tell([Told(household, "halt", facts, halt.about) for household in missed], at=at))
