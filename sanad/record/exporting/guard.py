"""The last look at what leaves: one protected name in it, and nothing leaves."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from sanad.record.exporting.names import NamesFound

KEPT, LONG = 2_000, 4_000
"""Texts of which the answer is remembered, since the same words stand in several files; no longer ones."""


class NamesWouldLeave(Exception):
    """`places` say where a protected name stands, and never which."""

    def __init__(self, places: tuple[str, ...]) -> None:
        super().__init__(len(places))
        self.places = places


class Guard:
    """Looks at every string and remembers where a name was found."""

    def __init__(self, names_found: NamesFound) -> None:
        self._names_found = names_found
        self._remembered = lru_cache(KEPT)(self._find)
        self.places: dict[str, None] = {}

    def look(self, place: str, told: object) -> None:
        for text in strings_in(told):
            if self.has_a_name(text):
                self.places[place] = None

    def has_a_name(self, text: str) -> bool:
        return self._find(text) if len(text) > LONG else self._remembered(text)

    def _find(self, text: str) -> bool:
        return any(True for _ in self._names_found(text))

    def remember(self, place: str) -> None:
        """A name was found there by somebody who knows more of the place."""
        self.places[place] = None

    def refuse(self) -> None:
        """Raises NamesWouldLeave."""
        if self.places:
            raise NamesWouldLeave(tuple(self.places))


def strings_in(told: object) -> Iterator[str]:
    """Every text in it, however deep; keys as well."""
    if isinstance(told, str):
        yield told
    elif isinstance(told, Mapping):
        for key, value in told.items():
            yield from strings_in(key)
            yield from strings_in(value)
    elif isinstance(told, list | tuple):
        for one in told:
            yield from strings_in(one)
