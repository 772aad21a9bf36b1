"""The rows of a table by place: districts, and within them the places where homes lie."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sanad.places.models import Kind, Place
from sanad.places.selectors import around_each, names_of
from sanad.publication.hiding.trees import ROOT

ELSEWHERE = "/other"
"""Of a district, homes that lie in no place within it that has homes of its own."""
LANGUAGES = ("en", "ar")


@dataclass(frozen=True)
class Places:
    """`leaf` is the row of a place; `names` are those of rows, by language."""

    parents: Mapping[str, str]
    leaf: Mapping[str, str]
    names: Mapping[str, Mapping[str, str]]


def places_of(codes: Iterable[str]) -> Places:
    around = around_each(set(codes))
    known = {
        place.code: place for place in Place.objects.filter(code__in={one for all_ in around.values() for one in all_})
    }
    districts = {code for code, place in known.items() if place.kind == Kind.DISTRICT}
    leaf = {code: f"{code}{ELSEWHERE}" if code in districts else code for code in around}
    parents = {leaf[code]: min(districts & near, default=ROOT) for code, near in around.items()}
    parents |= {district: ROOT for district in parents.values() if district}
    named = [known[code] for code in {*around, *parents.values()} & known.keys()]
    return Places(parents, leaf, {language: names_of(named, language) for language in LANGUAGES})


def names_of_row(places: Places, row: str) -> dict[str, str]:
    """By language; of what lies elsewhere in a district the district's own name."""
    code = row.removesuffix(ELSEWHERE)
    return {language: places.names[language].get(code, code) for language in LANGUAGES}
