"""Many patterns over kinds of words as one: only those are tried at a word that can begin with it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

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
        self._patterns = [f"(?P<{name}{NUMBERED}rule{number}>{told})" for number, (name, told) in enumerate(patterns)]
        by_sign: dict[str, list[int]] = {}
        for number, (_, pattern) in enumerate(patterns):
            for sign in first_signs(pattern):
                by_sign.setdefault(sign, []).append(number)
        self._by_sign = {sign: tuple(numbers) for sign, numbers in by_sign.items()}
        self._begins = re.compile(signs_pattern(by_sign))
        self._ready: dict[str, re.Pattern[str]] = {}
        self._same: dict[tuple[int, ...], re.Pattern[str]] = {}

    def over(self, kinds: str) -> Iterator[Scanned]:
        begun = 0
        for at in self._begins.finditer(kinds):
            if at.start() >= begun:
                match = (self._ready.get(at[0]) or self._made_ready(at[0])).match(kinds, at.start())
                if match and match.end() > at.start():
                    yield _scanned(match)
                    begun = match.end()

    def _made_ready(self, sign: str) -> re.Pattern[str]:
        """Compiled when a word first asks for it: no page has words of all kinds."""
        numbers = self._by_sign[sign]
        if numbers not in self._same:
            self._same[numbers] = re.compile("|".join(self._patterns[number] for number in numbers))
        self._ready[sign] = self._same[numbers]
        return self._ready[sign]


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
