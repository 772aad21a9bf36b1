"""Of which act the words of a clause tell: pay, repair, house, and the others of RECORD.md."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from sanad.record.proposing.grammars import plain

MOST_WORDS = 50_000
OTHER = "other"


class Acts:
    """Acts by the beginnings of their words, in the order in which they are looked for."""

    def __init__(self, told: Mapping[str, Sequence[str]]) -> None:
        self.names = list(told)
        self._act = lru_cache(MOST_WORDS)(self._looked_for)
        words = [[plain(word) for word in each] for each in told.values()]
        self._whole = [frozenset(word[1:] for word in each if word[0] == "=") for each in words]
        self._begins = [tuple(word for word in each if word[0] != "=" and word.isascii()) for each in words]
        self._inside = [[word for word in each if not word.isascii()] for each in words]

    def of(self, words: Iterable[str]) -> str:
        return next(iter(self.all_of(words)), OTHER)

    def all_of(self, words: Iterable[str]) -> list[str]:
        """Each act that one of the words tells of, in their order."""
        found = set(map(self._act, words))
        return [name for number, name in enumerate(self.names) if number in found]

    def _looked_for(self, printed: str) -> int | None:
        word = plain(printed.lower())
        for number, begins in enumerate(self._begins):
            if word.startswith(begins) or word in self._whole[number]:
                return number
            if any(letters in word for letters in self._inside[number]):
                return number
        return None
