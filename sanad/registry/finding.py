"""Finding places and homes by what people call them, as somebody types it at a desk."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from sanad.places.models import Place
from sanad.places.selectors import enclosed, places_named
from sanad.registry.models import Building, Dwelling
from sanad.registry.texts import plain_name
from sanad.staff.scopes import Scope


def codes_within(scopes: Iterable[Scope]) -> frozenset[str] | None:
    """The codes of all places that these scopes reach; None where one of them reaches every place."""
    districts = {scope.district for scope in scopes}
    if "" in districts:
        return None
    return frozenset(code for district in districts for code in enclosed(district))


def places_called(text: str, scopes: Iterable[Scope]) -> list[Place]:
    """By code or by any of its names, among those that the scopes reach."""
    typed = plain_name(text)
    found = list(Place.objects.filter(code__iexact=typed)) or places_named(typed)
    codes = codes_within(scopes)
    return [place for place in found if codes is None or place.code in codes]


def places_of_buildings(scopes: Iterable[Scope]) -> QuerySet[Place]:
    """Where buildings are registered already: what a desk types most."""
    codes = codes_within(scopes)
    found = Place.objects.filter(buildings__isnull=False)
    return (found if codes is None else found.filter(code__in=codes)).distinct().order_by("code")


def buildings_called(place: Place, text: str) -> list[Building]:
    """By its name in the place, or by its reference."""
    typed = plain_name(text)
    return list(Building.objects.filter(Q(label__iexact=typed) | Q(reference__iexact=typed), place=place))


def homes_called(building: Building, text: str) -> list[Dwelling]:
    typed = plain_name(text)
    return list(Dwelling.objects.filter(Q(label__iexact=typed) | Q(reference__iexact=typed), building=building))


def buildings_within(scopes: Iterable[Scope]) -> QuerySet[Building]:
    """Every building that these scopes reach; none for no scope."""
    reached = tuple(scopes)
    codes = codes_within(reached)
    found = Building.objects.select_related("place").order_by("reference")
    return found if codes is None and reached else found.filter(place__code__in=codes or ())
