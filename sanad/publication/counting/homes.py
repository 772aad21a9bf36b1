"""Homes of a programme's claims, and those in which the ordered works are finished."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import QuerySet

from sanad.casework.claims.models import Claim, State
from sanad.casework.works.models import Kind, Order
from sanad.casework.works.models import State as OrderState
from sanad.rulebook.models import Programme

HomesOf = Mapping[int, int]
"""By household, how many homes."""


@dataclass(frozen=True, slots=True)
class Homes:
    """`finished` is None where no works were ever ordered, so that nobody can say."""

    claimed: HomesOf
    finished: HomesOf | None


def homes_of(programme: Programme) -> Homes:
    claims = Claim.objects.filter(programme=programme).exclude(state=State.WITHDRAWN).order_by()
    orders = Order.objects.filter(programme=programme).exclude(state__in=[OrderState.PREPARED, OrderState.SENT_BACK])
    done = orders.filter(kind=Kind.FINISHING, state=OrderState.FINISHED).values("building")
    going_on = orders.filter(state=OrderState.ORDERED).values("building")
    finished = claims.filter(dwelling__building__in=done).exclude(dwelling__building__in=going_on)
    return Homes(_by_household(claims), _by_household(finished) if orders.exists() else None)


def _by_household(claims: QuerySet[Claim]) -> HomesOf:
    found: dict[int, int] = {}
    for household in claims.values_list("household", flat=True).iterator(20_000):
        found[household] = found.get(household, 0) + 1
    return found
