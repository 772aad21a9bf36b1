"""Many patterns over kinds of words as one: only those are tried at a word that can begin with it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from sanad.record.proposing.lexicon import NUMBERED

TOKEN = re.compile(r"\[[^\]]*\]|\(\?P<\w+>|\(\?<?[=!]|\(\?:|\(\?!\)|\{[\d,]+\}|.", re.DOTALL)
LOOKS = ("(?=", "(?!", "(?<=", "(?<!")
MAYBE = ("?", "*")


@dataclass(frozen=True, slots=True)
class Scanned:
    """`places` of the words in its named groups, of those that took part; `first` and `after` of all of them."""

    name: str
    first: int
    after: int
    places: Mapping[str, tuple[int, int]]


class Scanner:
    """Patterns by their name, in the order in which they are tried at one place; no two matches share a word."""

    def __init__(self, patterns: Sequence[tuple[str, str]]) -> None:
        by_sign: dict[str, list[str]] = {}
        for number, (name, pattern) in enumerate(patterns):
            for sign in first_signs(pattern):
                by_sign.setdefault(sign, []).append(f"(?P<{name}{NUMBERED}rule{number}>{pattern})")
        self._by_sign = {sign: re.compile("|".join(one)) for sign, one in by_sign.items()}
        self._begins = re.compile(f"[{''.join(by_sign)}]") if by_sign else re.compile("(?!)")

    def over(self, kinds: str) -> Iterator[Scanned]:
        begun = 0
        for at in self._begins.finditer(kinds):
            if at.start() >= begun:
                match = self._by_sign[at[0]].match(kinds, at.start())
                if match and match.end() > at.start():
                    yield _scanned(match)
                    begun = match.end()


def _scanned(match: re.Match[str]) -> Scanned:
    """The group that was closed last is the whole of the pattern that was found; those in it follow it."""
    whole = match.lastgroup or ""
    places = {}
    for name, number in islice(match.re.groupindex.items(), match.lastindex, None):
        plain, _, kind = name.partition(NUMBERED)
        if kind.startswith("rule"):
            break
        if match.start(number) >= 0:
            places[plain] = match.span(number)
    return Scanned(whole.partition(NUMBERED)[0], match.start(), match.end(), places)


def first_signs(pattern: str) -> set[str]:
    """The signs with which a match of the pattern can begin."""
    return _Firsts(TOKEN.findall(pattern)).alternatives()[0]


class _Firsts:
    """Reads a pattern from left to right; of each part the signs it can begin with, and whether it may be empty."""

    def __init__(self, tokens: list[str]) -> None:
        self.tokens = [*tokens, ")"]
        self.at = 0

    def alternatives(self) -> tuple[set[str], bool]:
        signs, is_empty = self._sequence()
        while self._take() == "|":
            others, other_is_empty = self._sequence()
            signs, is_empty = signs | others, is_empty or other_is_empty
        return signs, is_empty

    def _take(self) -> str:
        self.at += 1
        return self.tokens[self.at - 1]

    def _sequence(self) -> tuple[set[str], bool]:
        signs, is_empty = set[str](), True
        while self.tokens[self.at] not in "|)":
            further, may_be_empty = self._part()
            if is_empty:
                signs |= further
            is_empty = is_empty and may_be_empty
        return signs, is_empty

    def _part(self) -> tuple[set[str], bool]:
        token = self._take()
        if token in LOOKS:
            self.alternatives()
            return set(), True
        signs, is_empty = (
            self.alternatives() if token[0] == "(" and token != "(?!)" else (set(token.strip("[]")), False)
        )
        if token == "(?!)":
            signs = set()
        times = self.tokens[self.at]
        if times in ("?", "*", "+") or times[0] == "{":
            self.at += 1
            is_empty = is_empty or times in MAYBE or times.startswith("{0")
        return signs, is_empty
