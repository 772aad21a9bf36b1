"""Many patterns over kinds of words as one: only those are tried at a word that can begin with it."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from sanad.record.proposing.lexicon import NUMBERED, signs_pattern

TOKEN = re.compile(r"\[[^\]]*\]|\(\?P<\w+>|\(\?<?[=!]|\(\?:|\(\?!\)|\{[\d,]+\}|.", re.DOTALL)
LOOKS = ("(?=", "(?!", "(?<=", "(?<!")
MAYBE = ("?", "*")
MOST_READY = 10_000
"""Pairs of kinds for which it is known which rules can begin with them; a page has some hundreds."""


class Scanned(NamedTuple):
    """`places` of the words in its named groups, of those that took part; `first` and `after` of all of them."""

    name: str
    first: int
    after: int
    places: Mapping[str, tuple[int, int]]


class Rule(NamedTuple):
    """`groups`: the number of each named group, with its name as the rules have it."""

    match: Callable[[str, int], re.Match[str] | None]
    name: str
    groups: Sequence[tuple[str, int]]


class Scanner:
    """Patterns by their name, in the order in which they are tried at one place; no two matches share a word."""

    def __init__(self, patterns: Sequence[tuple[str, str]]) -> None:
        self._patterns = patterns
        self._openings = [Opening(pattern) for _, pattern in patterns]
        by_sign: dict[str, list[int]] = {}
        for number, opening in enumerate(self._openings):
            for sign in opening.signs():
                by_sign.setdefault(sign, []).append(number)
        self._by_sign = by_sign
        self._begins = re.compile(signs_pattern(by_sign))
        self._compiled: dict[int, Rule] = {}
        self._seconds: dict[str, list[tuple[int, set[str] | None]]] = {}
        self._ready: dict[str, list[Rule]] = {}

    def over(self, kinds: str) -> Iterator[Scanned]:
        begun, ready = 0, self._ready
        for at in self._begins.finditer(kinds):
            start = at.start()
            if start < begun:
                continue
            two = kinds[start : start + 2]
            for matched, name, groups in ready[two] if two in ready else self._made_ready(two):
                match = matched(kinds, start)
                if match and match.end() > start:
                    yield _scanned(match, name, groups)
                    begun = match.end()
                    break

    def _made_ready(self, two: str) -> list[Rule]:
        """Those that can begin with two words; compiled when words first ask for it: no page has words of all kinds."""
        sign, second = two[0], two[1:]
        if sign not in self._seconds:
            self._seconds[sign] = [(number, self._openings[number].seconds(sign)) for number in self._by_sign[sign]]
        fit = [number for number, seconds in self._seconds[sign] if seconds is None or second in seconds]
        for number in fit:
            if number not in self._compiled:
                name, pattern = self._patterns[number]
                self._compiled[number] = _rule(name, re.compile(pattern))
        if len(self._ready) >= MOST_READY:
            self._ready.clear()
        self._ready[two] = [self._compiled[number] for number in fit]
        return self._ready[two]


def _rule(name: str, pattern: re.Pattern[str]) -> Rule:
    groups = [(group.partition(NUMBERED)[0], number) for group, number in pattern.groupindex.items()]
    return Rule(pattern.match, name, groups)


def _scanned(match: re.Match[str], name: str, groups: Sequence[tuple[str, int]]) -> Scanned:
    places = {group: match.span(number) for group, number in groups if match.start(number) >= 0}
    return Scanned(name, match.start(), match.end(), places)


@lru_cache(maxsize=1_000)
def _signs_in(token: str) -> frozenset[str]:
    """Of `[a-c]` or `a`."""
    inside = token.strip("[]")
    signs = set(inside) - {"-"}
    for place in (at for at, sign in enumerate(inside) if sign == "-"):
        signs |= {chr(code) for code in range(ord(inside[place - 1]), ord(inside[place + 1]))}
    return frozenset(signs)


class Part(NamedTuple):
    """A part of a pattern: the places with which it may begin and end, each a bit, and whether it may be empty."""

    first: int
    last: int
    is_empty: bool


NOTHING, NEVER = Part(0, 0, is_empty=True), Part(0, 0, is_empty=False)


class Opening:
    """With which words a match of a pattern can begin, and which can follow them. What a pattern only looks at is left
    out, so that rather too many are told than too few.

    Reads it from left to right. Every sign of it is a place; `_follows` has the places that can follow some others.
    """

    def __init__(self, pattern: str) -> None:
        self._tokens: list[str] = [*TOKEN.findall(pattern), ")"]
        self._at = 0
        self._signs: list[frozenset[str]] = []
        self._follows: list[tuple[int, int]] = []
        self._whole = self._alternatives()

    def signs(self) -> set[str]:
        return self._signs_of(self._whole.first)

    def seconds(self, sign: str) -> set[str] | None:
        """What can follow where it begins with this one; None where it may end with it."""
        begins, after = sum(1 << place for place, signs in enumerate(self._signs) if sign in signs), 0
        begins &= self._whole.first
        if self._whole.last & begins:
            return None
        for last, first in self._follows:
            if last & begins:
                after |= first
        return self._signs_of(after)

    def _signs_of(self, places: int) -> set[str]:
        return set[str]().union(*(signs for place, signs in enumerate(self._signs) if places >> place & 1))

    def _alternatives(self) -> Part:
        first, last, is_empty = self._sequence()
        while self._take() == "|":
            other = self._sequence()
            first, last, is_empty = first | other.first, last | other.last, is_empty or other.is_empty
        return Part(first, last, is_empty)

    def _take(self) -> str:
        self._at += 1
        return self._tokens[self._at - 1]

    def _sequence(self) -> Part:
        first, last, is_empty = NOTHING
        while self._tokens[self._at] not in "|)":
            part = self._part()
            self._follows.append((last, part.first))
            first = first | part.first if is_empty else first
            last = last | part.last if part.is_empty else part.last
            is_empty = is_empty and part.is_empty
        return Part(first, last, is_empty)

    def _part(self) -> Part:
        token = self._take()
        if token in LOOKS:
            self._alternatives()
            return NOTHING
        part = NEVER if token == "(?!)" else self._alternatives() if token[0] == "(" else self._place(token)
        times = self._tokens[self._at]
        if times in ("?", "*", "+") or times[0] == "{":
            self._at += 1
            if times != "?":
                self._follows.append((part.last, part.first))
            return part._replace(is_empty=part.is_empty or times in MAYBE or times.startswith("{0"))
        return part

    def _place(self, token: str) -> Part:
        self._signs.append(_signs_in(token))
        place = 1 << len(self._signs) - 1
        return Part(place, place, is_empty=False)
