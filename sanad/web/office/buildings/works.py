"""Works on the page of a building: stages, halts, whom the notices reached, and what may be done."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.utils.timezone import localdate

from sanad.casework.claims.selectors import claims_within
from sanad.casework.works.models import Halt, Order, State
from sanad.casework.works.selectors import halts_of, halts_stopping, not_reached, orders_of, reached_about
from sanad.places.selectors import around
from sanad.registry.models import Building
from sanad.web.office.claims.programmes import programmes_within
from sanad.web.office.claims.roles import READ as READ_CLAIMS
from sanad.web.office.thread import Happened
from sanad.web.office.works.roles import HALT_WORKS, PREPARE, halts_within, orders_within
from sanad.web.office.works.roles import READ as READ_WORKS
from sanad.web.office.works.shown import TOLD, order_tag, shown_halt, shown_stages
from sanad.web.office.works.thread import happened_in, happened_to
from sanad.web.shared.formats import language
from sanad.web.shared.requests import StaffRequest

LATEST = 4
OPEN = (State.PREPARED, State.ORDERED)


def works_on(request: StaffRequest, building: Building) -> dict[str, Any]:
    """Nothing for those whose work is no works; works of other programmes are not shown."""
    if not request.reach.holds(*READ_WORKS):
        return {}
    told = reached_about(building)[:LATEST]
    halts = halts_here(request, building)
    return {
        "works": [_shown(order) for order in orders_here(request, building)],
        "halts": [shown_halt(one, localdate()) for one in halts if one.is_open],
        "reached": [(TOLD.get(one.kind, one.kind), one) for one in told],
        "not_reached": _not_reached(request, building, [one.about for one in told]),
        "may_prepare": _may_prepare(request, building),
        "may_halt": request.reach.holds(*HALT_WORKS) and building.orders.filter(state__in=OPEN).exists(),
    }


def orders_here(request: StaffRequest, building: Building) -> QuerySet[Order]:
    return orders_of(building).filter(pk__in=orders_within(request.reach, *READ_WORKS).values("pk"))


def halts_here(request: StaffRequest, building: Building) -> list[Halt]:
    seen = set(halts_within(request.reach, *READ_WORKS).filter(building=building).values_list("pk", flat=True))
    return [one for one in halts_of(building) if one.pk in seen]


def _shown(order: Order) -> tuple[Order, object, object]:
    is_halted = halts_stopping(order).exists()
    return order, order_tag(order, is_halted=is_halted), shown_stages(order, is_halted=is_halted)


def _not_reached(request: StaffRequest, building: Building, abouts: list[str]) -> list[str]:
    """The numbers of claims whose families still have to be told, among those that the person may read."""
    if not request.reach.holds(*READ_CLAIMS):
        return []
    claims = claims_within(request.reach, *READ_CLAIMS).filter(dwelling__building=building)
    waiting = claims.filter(household__in=not_reached(abouts))
    return list(waiting.order_by("number").values_list("number", flat=True))


def _may_prepare(request: StaffRequest, building: Building) -> list[tuple[str, str]]:
    """The programmes for which the person may prepare works here."""
    here = around(building.place)
    found = [one for one in programmes_within(request.reach, *PREPARE) if request.reach.may(PREPARE, one.key, here)]
    return [(one.key, one.title[language()]) for one in found]


def happened_on(request: StaffRequest, building: Building) -> Iterator[Happened]:
    for order in orders_here(request, building):
        yield from happened_to(order)
    for halt in halts_here(request, building):
        yield from happened_in(halt)
