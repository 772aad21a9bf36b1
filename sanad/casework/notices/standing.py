"""What stands about a building and is told to whoever comes later."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from sanad.casework.notices.models import Standing
from sanad.casework.notices.services import Told
from sanad.registry.models import Building, Household

BATCH = 2_000


def hold_buildings(buildings: Collection[int]) -> None:
    """Until the transaction ends, nobody else tells anything of these buildings or files a claim in them.

    Always in the same order, so that two never wait for each other; SQLite has one writer anyhow.
    """
    ids = sorted(buildings)
    for start in range(0, len(ids), BATCH):
        held = Building.objects.select_for_update(no_key=True).filter(pk__in=ids[start : start + BATCH])
        list(held.order_by("pk").values_list("pk"))


def stand(*, building: Building, about: str, kind: str, facts: Mapping[str, Any], at: datetime) -> None:
    """From now on whoever comes is told this; what stood under the same name before ends."""
    stand_no_more(about=about, at=at)
    Standing.objects.create(building=building, about=about, kind=kind, facts=dict(facts), since=at)


def stand_no_more(*, about: str, at: datetime) -> None:
    Standing.objects.filter(about=about, ended_at=None).update(ended_at=at)


def stand_no_more_of(*, building: Building, kinds: Collection[str], at: datetime) -> None:
    """What stood of these kinds about the building ends."""
    Standing.objects.filter(building=building, kind__in=kinds, ended_at=None).update(ended_at=at)


def told_on_arrival(homes: Sequence[tuple[Household, int]]) -> Iterator[Told]:
    """For each household, what stands about the building of its home."""
    buildings = sorted({building for _, building in homes})
    found: dict[int, list[Standing]] = {}
    for start in range(0, len(buildings), BATCH):
        here = Standing.objects.filter(building__in=buildings[start : start + BATCH], ended_at=None)
        for one in here.order_by("pk"):
            found.setdefault(one.building_id, []).append(one)
    for household, building in homes:
        for one in found.get(building, ()):
            yield Told(household, one.kind, one.facts, one.about)
