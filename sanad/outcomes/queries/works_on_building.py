"""Which works on a building are ordered, certified, finished or halted, by the sealed acts alone."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date

from django.db.models import Q
from django.utils.timezone import localdate

from sanad.audit.models import Event
from sanad.casework.works.models import Halt, Order, Stage
from sanad.outcomes.holding import Works

VERSION = 1
BUILDINGS_AT_ONCE = 2_000
Acts = Mapping[str, list[tuple[str, date, dict[str, object]]]]
"""By what was acted on, the acts in their order: name, day, facts."""


def ask(buildings: Collection[int], position: int) -> Mapping[int, Works]:
    """By building, for those that are asked about."""
    asked = sorted(set(buildings))
    found: dict[int, Works] = {}
    for at in range(0, len(asked), BUILDINGS_AT_ONCE):
        found |= _of_some(asked[at : at + BUILDINGS_AT_ONCE], position)
    return found


def _of_some(buildings: list[int], position: int) -> dict[int, Works]:
    orders: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
    for pk, building, reference in Order.objects.filter(building__in=buildings).values_list(
        "pk", "building", "reference"
    ):
        orders[building].append((pk, reference))
    halts: defaultdict[int, list[str]] = defaultdict(list)
    for building, reference in Halt.objects.filter(building__in=buildings).values_list("building", "reference"):
        halts[building].append(reference)
    stages: defaultdict[int, set[int]] = defaultdict(set)
    for order, number in Stage.objects.filter(order__building__in=buildings).values_list("order", "number"):
        stages[order].add(number)
    acts = _acts(
        [f"works:{reference}" for some in orders.values() for _, reference in some]
        + [f"halt:{reference}" for some in halts.values() for reference in some],
        position,
    )
    return {one: _works(orders[one], halts[one], stages, acts) for one in buildings}


def _acts(on: list[str], position: int) -> Acts:
    found: defaultdict[str, list[tuple[str, date, dict[str, object]]]] = defaultdict(list)
    wanted = Q(act__startswith="works.") | Q(act__startswith="halt.")
    for at in range(0, len(on), BUILDINGS_AT_ONCE):
        sealed = Event.objects.filter(wanted, on__in=on[at : at + BUILDINGS_AT_ONCE], number__lte=position)
        for what, act, when, facts in sealed.order_by("number").values_list("on", "act", "at", "facts"):
            found[what].append((act, localdate(when), facts))
    return found


def _works(
    orders: Iterable[tuple[int, str]], halts: Iterable[str], stages: Mapping[int, set[int]], acts: Acts
) -> Works:
    told = {pk: acts.get(f"works:{reference}", []) for pk, reference in orders}
    names = {pk: {act for act, _, _ in some} for pk, some in told.items()}
    ordered = [pk for pk, found in names.items() if "works.order" in found]
    # Works that were closed before their end count only where no others took their place.
    counted = [pk for pk in ordered if "works.close" not in names[pk]] or ordered
    done = {pk: {facts["stage"]: day for act, day, facts in told[pk] if act == "works.certify"} for pk in counted}
    return Works(
        orders=len(counted),
        finished=sum(1 for pk in counted if done[pk].keys() >= stages[pk]),
        stages=sum(len(stages[pk]) for pk in counted),
        certified=sum(map(len, done.values())),
        is_halted=any(_is_open(acts, one) for one in halts),
        last_on=max((day for some in done.values() for day in some.values()), default=None),
    )


def _is_open(acts: Acts, halt: str) -> bool:
    names = [act for act, _, _ in acts.get(f"halt:{halt}", ())]
    return "halt.begin" in names and "halt.end" not in names
