"""Of which act the words of a clause tell: pay, repair, house, and the others of RECORD.md."""

from collections.abc import Iterable, Mapping, Sequence

from sanad.record.proposing.grammars import plain

MOST_WORDS = 50_000
OTHER = "other"


class Acts:
    """Acts by the beginnings of their words, in the order in which they are looked for."""

    def __init__(self, told: Mapping[str, Sequence[str]]) -> None:
        self.names = list(told)
        self._known: dict[str, int | None] = {}
        words = [[plain(word) for word in each] for each in told.values()]
        self._whole = [frozenset(word[1:] for word in each if word[0] == "=") for each in words]
        self._begins = [tuple(word for word in each if word[0] != "=" and word.isascii()) for each in words]
        self._inside = [[word for word in each if not word.isascii()] for each in words]

    def of(self, words: Iterable[str]) -> str:
        return next(iter(self.all_of(words)), OTHER)

    def all_of(self, words: Iterable[str]) -> list[str]:
        """Each act that one of the words tells of, in their order."""
        found = {self._act(word) for word in words} - {None}
        return [name for number, name in enumerate(self.names) if number in found]

    def _act(self, word: str) -> int | None:
        if word not in self._known:
            if len(self._known) >= MOST_WORDS:
                self._known.clear()
            self._known[word] = self._looked_for(plain(word.lower()))
        return self._known[word]

    def _looked_for(self, word: str) -> int | None:
        for number, begins in enumerate(self._begins):
            if word.startswith(begins) or word in self._whole[number]:
                return number
            if any(letters in word for letters in self._inside[number]):
                return number
        return None
