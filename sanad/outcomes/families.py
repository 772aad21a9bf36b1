"""The families that a link is about, where they are few: what is told of it in public would be told of them."""

from django.db.models import QuerySet

from sanad.casework.awards.models import Award
from sanad.casework.claims.models import Claim, State
from sanad.casework.payments.models import PaymentPart
from sanad.casework.works.touched import households_touched
from sanad.outcomes.kinds import Asked
from sanad.outcomes.models import ClaimOfSet, Link
from sanad.registry.models import Household

NOBODY: frozenset[int] = frozenset()


def few_behind(one: Link, fewest: int) -> frozenset[int]:
    """Keys of households, where there are some and fewer than `fewest`; nobody where there are more, or none at all.

    What arrived for a fund is a donor's matter, and about no family.
    """
    households = _households(one)
    if households is None:
        return NOBODY
    found = frozenset(households.order_by().values_list("pk", flat=True)[:fewest])
    return found if len(found) < fewest else NOBODY


def _households(one: Link) -> QuerySet[Household] | None:
    match Asked(one.asks):
        case Asked.PAID_TO_CLAIMS:
            return _of(_claims_meant(one))
        case Asked.PAID_FROM_FUND:
            paid = PaymentPart.objects.filter(part__fund=one.fund, claim__isnull=False)
            return _of(Claim.objects.filter(pk__in=paid.values("claim")))
        case Asked.WORKS_ON_BUILDING:
            return _of(_live().filter(dwelling__building=one.building))
        case Asked.HALT_REVIEWED if one.halt is not None:
            return households_touched(one.halt)
        case _:
            return None


def _claims_meant(one: Link) -> QuerySet[Claim]:
    """Of a set its claims; of a line those to whom it was awarded; of a programme all."""
    if one.claim_set_id is not None:
        return Claim.objects.filter(pk__in=ClaimOfSet.objects.filter(claim_set=one.claim_set_id).values("claim"))
    live = _live().filter(programme=one.programme)
    if not one.line:
        return live
    awarded = Award.objects.filter(superseded_by=None, lines__line=one.line, lines__amount__gt=0)
    return live.filter(pk__in=awarded.values("claim"))


def _live() -> QuerySet[Claim]:
    return Claim.objects.exclude(state=State.WITHDRAWN)


def _of(claims: QuerySet[Claim]) -> QuerySet[Household]:
    return Household.objects.filter(pk__in=claims.order_by().values("household"))
