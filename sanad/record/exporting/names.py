"""Finds names that may not leave, however they are spelled in either script."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from urllib.parse import unquote

NamesFound = Callable[[str], Iterable[str]]
"""The protected names that stand in a text; they are counted and never told."""
SAME_LETTERS = str.maketrans(
    {"ى": "ي", "ی": "ي", "ې": "ي", "ے": "ي", "ک": "ك", "ڪ": "ك", "ة": "ه", "ہ": "ه", "ھ": "ه", "ۀ": "ه", "ٱ": "ا"}
    | {"ء": None, "ـ": None, "ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe"}
    | dict.fromkeys("'’‘ʼʿʾ`´ʻ′", None)
)  # fmt: skip
OF_SOMEBODY = re.compile(r"['’‘ʼ´]s\b", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]+")
AND, TO = ("", "و", "ف"), ("", "ب", "ك", "ل", "ال", "بال", "كال", "لل")
BEFORE_A_NAME = tuple(first + then for first in AND for then in TO if first + then)
"""And, so, by, like, for, the: written in one word with the name that they stand before."""
MORE_PARTS = 2
"""So many parts more than a name has may be what it was broken into: a hyphen, a line, a space too many."""


def folded(text: str) -> str:
    """Letters alone: no case, no accents, no harakat, no tatweel, no signs that are not seen; kinds of alef, ya, kaf
    and ha are one."""
    plain = unicodedata.normalize("NFKD", OF_SOMEBODY.sub(" ", text)).casefold()
    seen = (sign for sign in plain if unicodedata.category(sign) not in ("Mn", "Me", "Cf"))
    return "".join(seen).translate(SAME_LETTERS)


def parts_of(text: str) -> list[str]:
    return WORD.findall(folded(text))


class Names:
    """Names to be found as whole words, alone or with what Arabic writes before them, together or apart."""

    def __init__(self, names: Iterable[str]) -> None:
        parts = [found for found in map(parts_of, names) if len("".join(found)) > 1]
        self._names = frozenset("".join(one) for one in parts)
        self._longest = max(map(len, parts), default=0)

    def __bool__(self) -> bool:
        return bool(self._names)

    def found_in(self, text: str) -> Iterator[str]:
        """Each as it is folded."""
        if not self._names:
            return
        yield from self._found(parts_of(text))
        if "%" in text and (plain := unquote(text)) != text:
            yield from self._found(parts_of(plain))

    def _found(self, parts: list[str]) -> Iterator[str]:
        most = self._longest + MORE_PARTS
        for start in range(len(parts)):
            joined = ""
            for part in parts[start : start + most]:
                joined += part
                yield from self._names.intersection(bare(joined))


def bare(word: str) -> list[str]:
    """The word, and what is left of it without each of what may stand before a name."""
    if word[0] not in "وفبكلا":
        return [word]
    without = [word[len(before) :] for before in BEFORE_A_NAME if word.startswith(before)]
    # For "for the" Arabic writes the letter of the article once.
    return [word, *without, *(f"ال{word[len(first) + 2 :]}" for first in AND if word.startswith(f"{first}لل"))]


def any_of(*finders: NamesFound) -> NamesFound:
    """All that any of them finds."""
    return lambda text: [name for finder in finders for name in finder(text)]


def no_names(_text: str) -> Iterable[str]:
    """Where nobody else is protected."""
    return ()
