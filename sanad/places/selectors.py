"""Reading places: names, what encloses them, what they enclose."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from sanad.places.models import Enclosure, Place, PlaceName
from sanad.sheets.texts import is_readable


def around(place: Place) -> frozenset[str]:
    """The place's own code and the codes of all that enclose it, in every hierarchy."""
    return around_each([place.code])[place.code]


def around_each(codes: Iterable[str]) -> dict[str, frozenset[str]]:
    """`around` for many places in one reading."""
    upward = _steps("place__code", "within__code")
    return {code: _reached(code, upward) for code in codes}


def enclosed(code: str) -> frozenset[str]:
    """The code itself and the codes of all that lies within it, in every hierarchy."""
    return _reached(code, _steps("within__code", "place__code"))


def names_of(places: Collection[Place], language: str) -> dict[str, str]:
    """The main name of each place in this language, by code; else in any other; else the code.

    Where several sources name a place, the one that gave it its code goes first.
    """
    found = {place.code: place.code for place in places}
    main = PlaceName.objects.filter(place__in=places, is_main=True)
    named = main.values_list("place__code", "text", "language", "source_id", "place__source_id")
    for code, text, *_ in sorted(named, key=lambda name: (name[2] == language, name[3] == name[4])):
        found[code] = text
    return found


def places_named(text: str) -> list[Place]:
    """Every place that has this name in any language, aliases included; two places may share one."""
    found = Place.objects.filter(names__text__iexact=text.strip()) if is_readable(text) else Place.objects.none()
    return list(found.distinct().order_by("code"))


def _steps(start: str, end: str) -> dict[str, set[str]]:
    steps: dict[str, set[str]] = defaultdict(set)
    for one, other in Enclosure.objects.values_list(start, end):
        steps[one].add(other)
    return steps


def _reached(code: str, steps: dict[str, set[str]]) -> frozenset[str]:
    found: set[str] = set()
    waiting = {code}
    while waiting:
        found |= waiting
        waiting = {further for one in waiting for further in steps.get(one, ())} - found
    return frozenset(found)
