"""A query that is built once gives what it would give if it were built each time."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db.models import Count, Prefetch, Q

from sanad.audit.built_once import FEW, built_once
from sanad.places.models import Place, PlaceName
from sanad.registry.models import Building, DamageEvent
from sanad.web.family.models import WrongTry
from tests.casework.families import building

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)


def houses(count: int) -> list[int]:
    return [building(str(number)).pk for number in range(count)]


def of_houses(keys: list[int]) -> Any:
    return Building.objects.filter(pk__in=keys).select_related("place").order_by("-pk")


@pytest.mark.parametrize("count", [0, 1, 2, FEW, FEW + 1])
def test_rows_come_out_as_they_would(count: int):
    keys = houses(FEW + 2)[:count]
    once = built_once(of_houses)

    for asked in (keys, keys[::-1], keys):
        assert once(asked) == list(of_houses(asked))
    assert [one.place.code for one in once(keys)] == [one.place.code for one in of_houses(keys)]


def test_an_empty_list_leaves_what_else_is_asked_for():
    first, second, *_ = houses(3)
    once = built_once(lambda keys: Building.objects.filter(Q(pk__in=keys) | Q(pk=second)).order_by("pk"))

    assert [one.pk for one in once([])] == [second]
    assert [one.pk for one in once([first])] == [first, second]


def test_each_asking_binds_its_own_values():
    first, second, *_ = houses(3)
    once = built_once(of_houses)

    assert [one.pk for one in once([first])] == [first]
    assert [one.pk for one in once([second])] == [second]
    assert [one.pk for one in once([first, second])] == [second, first]
    assert once([0]) == []


def test_texts_days_and_times_are_values_too():
    WrongTry.objects.create(of="claim", digest="a" * 64, at=NOON)
    DamageEvent.objects.create(code="war", title={}, began_on=NOON.date())
    mine = built_once(lambda digest: WrongTry.objects.filter(digest=digest).values_list("of"))
    after = built_once(lambda at, of: WrongTry.objects.filter(at__gt=at, of=of).values_list("of"))
    on_day = built_once(lambda day: DamageEvent.objects.filter(began_on=day).values_list("code", flat=True))
    an_hour_before = NOON.replace(hour=11)

    assert (mine("a" * 64), mine("b" * 64)) == ([("claim",)], [])
    assert (after(an_hour_before, "claim"), after(NOON, "claim")) == ([("claim",)], [])
    assert (on_day(NOON.date()), on_day(date(2026, 5, 5))) == (["war"], [])


def test_what_belongs_to_rows_and_what_is_counted_comes_along():
    place = Building.objects.get(pk=houses(2)[0]).place_id
    names = Prefetch("names", PlaceName.objects.order_by("pk"))
    once = built_once(lambda keys: Place.objects.filter(pk__in=keys).prefetch_related(names))
    count = built_once(lambda keys: Building.objects.filter(place__in=keys).values("place").annotate(n=Count("pk")))

    (found,) = once([place])
    assert [one.text for one in found.names.all()] == list(
        PlaceName.objects.filter(place=place).order_by("pk").values_list("text", flat=True)
    )
    assert count([place]) == [{"place": place, "n": 2}]


def test_values_that_stand_twice_are_bound_twice():
    first, second, *_ = houses(3)
    once = built_once(lambda one: Building.objects.filter(Q(pk=one) | Q(pk__gt=one)).order_by("pk"))

    assert once(second)[0].pk == second
    assert once(first)[0].pk == first


def test_a_value_that_does_not_go_in_as_it_is_is_refused():
    once = built_once(lambda key: Building.objects.filter(label=key * 2))

    with pytest.raises(LookupError, match="not in the query as they are"):
        once("A")
