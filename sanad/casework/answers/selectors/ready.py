"""The answer that was made ready, where it is still current."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import localdate

from sanad.audit.built_once import built_once
from sanad.audit.models import Event
from sanad.casework.answers.explained import unpacked
from sanad.casework.answers.keeping import restored
from sanad.casework.answers.models import Followed, Prepared
from sanad.casework.answers.selectors.live import Behind, touches
from sanad.casework.answers.told import Answer
from sanad.casework.claims.models import Claim

_followed = built_once(
    lambda: (
        Event.objects.filter(number__gt=Followed.objects.values("position")[:1])
        .values_list("number", "sealed_at", "act", "on")
        .order_by()
    )
)
_made = built_once(lambda claim: Prepared.objects.filter(pk=claim).select_related("explained"))
_ready = built_once(lambda claim: Prepared.objects.filter(pk=claim).values_list("position", "current_on", "visited_at"))
# By the key alone: beside it, a condition on the day would tempt the database to the index of days, in which, when it
# counted last, there was nothing.


def prepared(claim: Claim, *, at: datetime) -> Answer | None:
    """None where none was made for this day, or where a sealed act has touched it since: the live way answers then."""
    row = next(iter(_made(claim.pk)), None)
    if row is None or row.content is None or row.current_on != localdate(at) or touched_since(claim):
        return None
    return restored(row.content, unpacked(row.explained.content) if row.explained else {})


@dataclass(frozen=True, slots=True)
class Ready:
    """As of which position `prepared` would answer, None where it would not; and when the family last looked."""

    position: int | None
    visited_at: datetime | None


def ready_of(claim: Claim, *, at: datetime) -> Ready:
    """Without reading the answer."""
    for position, current_on, visited_at in _ready(claim.pk):
        stands = current_on == localdate(at) and not touched_since(claim)
        return Ready(position if stands else None, visited_at)
    return Ready(None, at)


def touched_since(claim: Claim) -> bool:
    """Whether an act that was sealed and not followed yet may change the claim's answer."""
    return touches(claim, _sealed_since())


def _sealed_since() -> list[Behind]:
    """What was sealed and not followed yet."""
    return _followed()
