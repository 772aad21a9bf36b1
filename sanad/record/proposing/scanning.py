"""Many patterns over kinds of words as one: only those are tried at a word that can begin with it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sanad.record.proposing.lexicon import NUMBERED, signs_pattern

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
        self._patterns = patterns
        by_sign: dict[str, list[int]] = {}
        for number, (_, pattern) in enumerate(patterns):
            for sign in first_signs(pattern):
                by_sign.setdefault(sign, []).append(number)
        self._by_sign = by_sign
        self._begins = re.compile(signs_pattern(by_sign))
        self._compiled: dict[int, re.Pattern[str]] = {}
        self._ready: dict[str, list[tuple[str, re.Pattern[str]]]] = {}

    def over(self, kinds: str) -> Iterator[Scanned]:
        begun = 0
        for at in self._begins.finditer(kinds):
            start = at.start()
            if start < begun:
                continue
            for name, pattern in self._ready.get(at[0]) or self._made_ready(at[0]):
                match = pattern.match(kinds, start)
                if match and match.end() > start:
                    yield _scanned(name, match)
                    begun = match.end()
                    break

    def _made_ready(self, sign: str) -> list[tuple[str, re.Pattern[str]]]:
        """Compiled when a word first asks for it: no page has words of all kinds."""
        for number in self._by_sign[sign]:
            if number not in self._compiled:
                self._compiled[number] = re.compile(self._patterns[number][1])
        self._ready[sign] = [(self._patterns[number][0], self._compiled[number]) for number in self._by_sign[sign]]
        return self._ready[sign]


def _scanned(name: str, match: re.Match[str]) -> Scanned:
    groups = ((group.partition(NUMBERED)[0], match.span(group)) for group in match.re.groupindex)
    return Scanned(name, match.start(), match.end(), {group: place for group, place in groups if place[0] >= 0})


def first_signs(pattern: str) -> set[str]:
    """The signs with which a match of the pattern can begin."""
    return _Firsts(TOKEN.findall(pattern)).alternatives()[0]


def _signs_in(token: str) -> set[str]:
    """Of `[a-c]` or `a`."""
    inside = token.strip("[]")
    signs = set(inside) - {"-"}
    for place in (at for at, sign in enumerate(inside) if sign == "-"):
        signs |= {chr(code) for code in range(ord(inside[place - 1]), ord(inside[place + 1]))}
    return signs


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
        signs, is_empty = self.alternatives() if token[0] == "(" and token != "(?!)" else (_signs_in(token), False)
        if token == "(?!)":
            signs = set()
        times = self.tokens[self.at]
        if times in ("?", "*", "+") or times[0] == "{":
            self.at += 1
            is_empty = is_empty or times in MAYBE or times.startswith("{0")
        return signs, is_empty
