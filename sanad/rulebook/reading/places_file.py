"""`places.yaml`: places by their codes, each within another, up to the whole country."""

from collections.abc import Iterator

from sanad.engine.rules.declared import Option
from sanad.engine.rules.problems import quoted
from sanad.rulebook.reading.entry import LANGUAGES, Entry, named_entries
from sanad.rulebook.reading.names import check_code
from sanad.rulebook.reading.notes import Notes, did_you_mean
from sanad.rulebook.reading.strict_yaml import Block

KEYS = (*LANGUAGES, "within")


def read_places(block: Block, notes: Notes) -> tuple[Option, ...]:
    """By code; `within` is the place around it, empty for the outermost."""
    entries = dict(named_entries(block, notes, KEYS))
    places = tuple(_place(code, entry) for code, entry in sorted(entries.items()))
    around = {place.code: place.within for place in places}
    for place in places:
        _check_within(place, around, entries[place.code])
    return places


def _place(code: str, entry: Entry) -> Option:
    check_code(code, "a place", entry.where(), entry.notes)
    return Option(code, {language: entry.text(language) for language in LANGUAGES}, entry.text("within", ""))


def _check_within(place: Option, around: dict[str, str], entry: Entry) -> None:
    if place.within and place.within not in around:
        message = f"`{place.code}` lies within `{place.within}`, which is no place here."
        entry.notes.problem(entry.where("within"), "unknown_place", message, did_you_mean(place.within, around))
    way = list(_outwards(place.code, around))
    if place.code in way:
        message = f"`{place.code}` lies within itself: {quoted([place.code, *way])}."
        entry.notes.problem(entry.where("within"), "place_cycle", message, "Break the circle.")


def _outwards(code: str, around: dict[str, str]) -> Iterator[str]:
    """The places around it, nearest first, once each."""
    seen: set[str] = set()
    outer = around.get(code, "")
    while outer in around and outer not in seen:
        seen.add(outer)
        yield outer
        outer = around[outer]
