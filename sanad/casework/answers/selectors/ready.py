"""The answer that was made ready, where it is still current."""

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
_made = built_once(
    lambda claim, day: Prepared.objects.filter(pk=claim, current_on=day, content__isnull=False).select_related(
        "explained"
    )
)
_position = built_once(
    lambda claim, day: Prepared.objects.filter(pk=claim, current_on=day, content__isnull=False).values_list(
        "position", flat=True
    )
)


def prepared(claim: Claim, *, at: datetime) -> Answer | None:
    """None where none was made for this day, or where a sealed act has touched it since: the live way answers then."""
    row = next(iter(_made(claim.pk, localdate(at))), None)
    if row is None or row.content is None or touched_since(claim):
        return None
    return restored(row.content, unpacked(row.explained.content) if row.explained else {})


def position_prepared(claim: Claim, *, at: datetime) -> int | None:
    """As of which position `prepared` would answer, without reading the answer; None where it would not."""
    position = next(iter(_position(claim.pk, localdate(at))), None)
    return None if position is None or touched_since(claim) else position


def touched_since(claim: Claim) -> bool:
    """Whether an act that was sealed and not followed yet may change the claim's answer."""
    return touches(claim, _sealed_since())


def _sealed_since() -> list[Behind]:
    """What was sealed and not followed yet."""
    return _followed()
