"""The answer of one claim, read now: at a sealed position, and never with anything that is not sealed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from django.utils.timezone import localdate

from sanad.audit.built_once import built_once
from sanad.audit.models import Event
from sanad.casework.answers.following.following import ChainMovesOn, follow
from sanad.casework.answers.following.touching import touched_by
from sanad.casework.answers.models import Followed
from sanad.casework.answers.selectors.reading import Moment, of_claims, read
from sanad.casework.answers.selectors.turns import Orders
from sanad.casework.answers.told import Answer
from sanad.casework.claims.models import Claim
from sanad.rulebook.models import Programme

TRIES = 5
MOST_BEHIND = 200
"""More events than these are followed first and read then."""
Behind = tuple[int | None, datetime | None, str, str]
"""Number, time of the seal, act, and what was acted on."""


COLUMNS = ("number", "sealed_at", "act", "on")
_followed = built_once(lambda: Followed.objects.filter(pk=1))
_claim = built_once(lambda claim: of_claims(Claim.objects.filter(pk=claim)))
_behind = built_once(
    lambda position: (
        Event.objects.filter(number__gt=position)
        .values_list(*COLUMNS)
        .order_by()
        .union(Event.objects.filter(number=None).values_list(*COLUMNS).order_by(), all=True)[: MOST_BEHIND + 1]
    )
)


def answer_of(claim: Claim, *, at: datetime) -> Answer:
    """What the family is told, as of the last sealed event. Reads what is committed, and afterwards looks whether an
    act that touches it was not followed or not sealed meanwhile; if so, it is sealed and followed, and read again.

    Raises ChainMovesOn.
    """
    day = localdate(at)
    for _ in range(TRIES):
        followed = next(iter(_followed()), None) or Followed(position=0)
        moment = Moment(followed.position, followed.sealed_at or at, day)
        orders = Orders([claim.programme_id])
        if orders.are_of(day):
            (answer,) = read(_claim(claim.pk), orders, moment)
            behind = acts_behind(followed.position)
            if not touches(claim, behind):
                return _at_the_end(answer, behind)
        follow(at=at, day=day)
    raise ChainMovesOn(TRIES)


def acts_behind(position: int) -> list[Behind]:
    """What was sealed after the position, in its order, and what is not sealed yet."""
    return _behind(position)


def touches(claim: Claim, behind: Sequence[Behind]) -> bool:
    """Whether any of these acts may change the claim's answer."""
    if len(behind) > MOST_BEHIND:
        return True
    own = f"claim:{claim.number}"
    acts = [(act, on) for _, _, act, on in behind if on == own or not on.startswith("claim:")]
    touched = touched_by(acts)
    if touched.programmes is not None and Programme.objects.filter(touched.programmes, pk=claim.programme_id).exists():
        return True
    return any(Claim.objects.filter(claims, pk=claim.pk).exists() for claims in touched.claims)


def _at_the_end(answer: Answer, behind: Sequence[Behind]) -> Answer:
    """None of these acts touches it, so it is the answer at the last of those that are sealed, too."""
    sealed = [(number, at) for number, at, _, _ in behind if number is not None and at is not None]
    if not sealed:
        return answer
    position, sealed_at = max(sealed)
    return replace(answer, position=position, as_of=sealed_at)
