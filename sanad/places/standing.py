"""The places that a list has already brought, as they stand in the database."""

from dataclasses import dataclass, field

from django.db.models import Q

from sanad.places.models import Enclosure, Place, PlaceName
from sanad.places.proposals import Origin, Proposed


@dataclass(slots=True)
class Standing:
    """A place with what one list said of it. Kind and point are told by the list that gave the place its code."""

    kind: str
    point: tuple[int | None, int | None]
    is_own: bool
    names: set[tuple[str, str, bool]] = field(default_factory=set)
    within: dict[str, str] = field(default_factory=dict)

    def is_as(self, place: Proposed) -> bool:
        named = {(language, text, not at) for language, names in place.names.items() for at, text in enumerate(names)}
        same = self.names == named and self.within == dict(place.within)
        return same and (not self.is_own or (self.kind, self.point) == (place.kind, place.point or (None, None)))


def standing_of(origin: Origin) -> dict[str, Standing]:
    """By code, every place that this list gave its code, a name or an enclosure."""
    here = Q(source__code=origin.code)
    told = Q(names__source__code=origin.code) | Q(enclosures__source__code=origin.code)
    places = Place.objects.filter(here | told).values_list("code", "kind", "latitude", "longitude", "source__code")
    found = {code: Standing(kind, (north, east), source == origin.code) for code, kind, north, east, source in places}
    names = PlaceName.objects.filter(here).values_list("place__code", "language", "text", "is_main")
    for code, language, text, is_main in names:
        found[code].names.add((language, text, is_main))
    for code, hierarchy, outer in Enclosure.objects.filter(here).values_list(
        "place__code", "hierarchy", "within__code"
    ):
        found[code].within[hierarchy] = outer
    return found
