"""Words by their kinds, and patterns of kinds: a text is read once, and every rule asks it without reading it again.

A word becomes one sign that stands for all kinds it belongs to, so that rules are short patterns over a short text.
In a pattern a plain word means itself, `<kind>` any word of a kind, `<name:kind>` one that is kept by a name, `%part`
a part of the table, `(name: ...)` a named group; the rest is that of regular expressions.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate, count

from sanad.record.proposing.page import Span
from sanad.record.proposing.words import MOST_KNOWN, Forms

HARAKAT = "\u064b-\u0652\u0640"
TOKEN = re.compile(rf"[^\S\n]*(?:\d+(?:[.,٫٬:]\d+|،\d{{3}}(?!\d))*\w*|[وبلف](?=\d)|[^\W\d][\w{HARAKAT}]*|\n|[^\s])")
ITEM = re.compile(
    r"<(?:(?P<name>\w+):)?(?P<kind>\w+)>|\((?P<group>\w+):|(?P<open>\((?!\?))"
    r"|(?P<meta>\(\?<?[=!]|\{[\d,]+\}|[()|?*+])|(?P<word>\w+|[^\w\s])"
)
FIRST_SIGN = 0xE000
OTHER_SIGN = "sign"
WORD = "word"
UNKNOWN = "unknown"
LINE = "line"
MOST_WORDS = 100_000
SHORTEST_REST, LOOSE = 3, "وف"
"""Letters: before a shorter word a prefix is rather a part of another word; and those that may stand before two."""
NUMBERED = "__"
EITHER = re.compile(r"\[[^]]*\](?:\|\[[^]]*\])+(?=[|)]|$)")
BEFORE_EITHER = ":=!|>"
RANGE = re.compile(r"([^][|-])(?:-(.))?")
ALONE = re.compile(r"\[([^]])\]")
NO_LETTER = re.compile(rf"[^\w{HARAKAT}]")


@dataclass(frozen=True, slots=True)
class Lexed:
    """A text as words and signs: `kinds` has one sign for each; of the one at a place `ends` tells where it ends."""

    text: str
    words: list[str]
    ends: list[int]
    kinds: str

    def span(self, first: int, after: int) -> Span:
        """From a word up to the one before `after`."""
        return Span(self.ends[first] - len(self.words[first]), self.ends[after - 1])

    def places(self, span: Span) -> tuple[int, int]:
        """The words inside a span."""
        return bisect_left(self.ends, span.start + 1), bisect_left(self.ends, span.end + 1)

    def words_in(self, span: Span) -> list[str]:
        return self.words[slice(*self.places(span))]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words by their kinds; what is told by its form, and of which further kinds it is; letters joined to words."""

    kinds: Mapping[str, Collection[str]]
    shapes: Mapping[str, re.Pattern[str]]
    also: Mapping[str, Collection[str]]
    prefixes: Collection[str] = ()
    fold: Callable[[str], str] | None = None


class Lexicon(dict[str, str]):
    """The sign of every word. What is not in it is told by its shape, or by what is left of it without its prefix."""

    def __init__(self, words: Mapping[str, Collection[str]], vocabulary: Vocabulary) -> None:
        super().__init__()
        self._shapes, self._prefixes, self.fold = vocabulary.shapes, tuple(vocabulary.prefixes), vocabulary.fold
        shaped = {name: frozenset([name, *vocabulary.also[name], WORD]) for name in self._shapes}
        known = {word: frozenset([*kinds, WORD if word[0].isalpha() else OTHER_SIGN]) for word, kinds in words.items()}
        known[""] = frozenset([OTHER_SIGN, LINE])
        unknown, other = frozenset([UNKNOWN, WORD]), frozenset([OTHER_SIGN])
        self._signs = signs_of([unknown, other, *shaped.values(), *known.values()])
        self._unknown, self._other = self._signs[unknown], self._signs[other]
        self._shaped = {name: self._signs[kinds] for name, kinds in shaped.items()}
        self.update((word, self._signs[kinds]) for word, kinds in known.items())
        self._known = frozenset(self)
        self._of_kind: dict[str, list[str]] = {}
        for of, sign in self._signs.items():
            for kind in of:
                self._of_kind.setdefault(kind, []).append(sign)
        self._patterns: dict[str, str] = {}
        self._forms = Forms(self._form)
        self.unjoined = lru_cache(MOST_KNOWN)(self._unjoined)

    def __missing__(self, word: str) -> str:
        """Remembered, since most words of a page come again: so many of them, and no more."""
        sign = self._told_by_form(word)
        if len(self) < MOST_WORDS:
            self[word] = sign
        return sign

    def _told_by_form(self, word: str) -> str:
        if not (word[0].isalpha() or word[0].isdigit()):
            return self._other
        short = self.without_prefix(word)
        if short != word:
            return self[short]
        for name, shape in self._shapes.items():
            if shape.fullmatch(word):
                return self._shaped[name]
        return self._unknown

    def _unjoined(self, printed: str) -> tuple[str, str]:
        """A word folded, with and without what is joined to it."""
        plain = self.fold(printed) if self.fold else printed
        return plain, self.without_prefix(plain)

    def without_prefix(self, word: str) -> str:
        """What is left where the word is only known without the letters joined to it."""
        for prefix in self._prefixes if word not in self._known else ():
            rest = word[len(prefix) :]
            if len(rest) + (prefix in LOOSE) >= SHORTEST_REST and word.startswith(prefix) and rest in self._known:
                return rest
        return word

    def signs_of(self, kind: str) -> str:
        """A pattern for one word of a kind; a kind that no word has is never found."""
        if kind not in self._patterns:
            self._patterns[kind] = signs_pattern(self._of_kind.get(kind, ()))
        return self._patterns[kind]

    def lexed(self, text: str, phrases: Iterable[str]) -> Lexed:
        """`phrases` of several words are read as one."""
        read = text
        for phrase in phrases:
            if phrase in read:
                read = read.replace(phrase, _joined(phrase))
        pieces = TOKEN.findall(read)
        forms = list(map(self._forms.__getitem__, pieces))
        ends, kinds = list(accumulate(map(len, pieces))), "".join([sign for _, sign in forms])
        return Lexed(text, [word for word, _ in forms], ends, kinds)

    def _form(self, word: str) -> tuple[str, str]:
        return word, self[self.fold(word) if self.fold else word]


def signs_of(kinds: Iterable[frozenset[str]]) -> dict[frozenset[str], str]:
    """For all kinds to which some words belong. Words of one kind have signs beside each other, those of the largest
    kinds before all: in a pattern they are one range, which is made ready in a tenth of the time of many.
    """
    sets = dict.fromkeys(kinds)
    ranks = {kind: rank for rank, (kind, _) in enumerate(Counter(kind for one in sets for kind in one).most_common())}
    ordered = sorted(sets, key=lambda one: sorted(ranks[kind] for kind in one))
    return {one: chr(FIRST_SIGN + number) for number, one in enumerate(ordered)}


def signs_pattern(signs: Iterable[str]) -> str:
    """For one of them; none is never found."""
    return _one_of((sign, sign) for sign in signs)


def _one_of(ranges: Iterable[tuple[str, str]]) -> str:
    """For a sign of some ranges; those that follow each other are one."""
    found: list[list[int]] = []
    for first, last in sorted((ord(first), ord(last)) for first, last in ranges):
        if found and first <= found[-1][1] + 1:
            found[-1][1] = max(last, found[-1][1])
        else:
            found.append([first, last])
    told = (chr(first) if first == last else f"{chr(first)}-{chr(last)}" for first, last in found)
    return f"[{''.join(told)}]" if found else "(?!)"


def _joined(phrase: str) -> str:
    return phrase if phrase.isalnum() else NO_LETTER.sub("_", phrase)


@dataclass(frozen=True, slots=True)
class Grammar:
    """The lexicon of one language and its phrases; patterns are compiled against it."""

    lexicon: Lexicon
    phrases: tuple[str, ...]
    parts: Mapping[str, str]
    numbers: Iterator[int] = field(default_factory=count)

    def read(self, text: str) -> Lexed:
        return self.lexicon.lexed(text, self.phrases)

    def pattern(self, told: str) -> str:
        """Words of which one may stand at a place are one set of signs."""
        return ALONE.sub(r"\1", EITHER.sub(_one_set, "".join(self._items(told))))

    def _items(self, told: str) -> Iterator[str]:
        """A name has a number behind it, since it may stand in several patterns that are searched as one."""
        for item in ITEM.finditer(with_parts(told, self.parts)):
            name = item["name"] or item["group"]
            if item["kind"]:
                signs = self.lexicon.signs_of(item["kind"])
                yield f"(?P<{name}{NUMBERED}{next(self.numbers)}>{signs})" if name else signs
            elif name:
                yield f"(?P<{name}{NUMBERED}{next(self.numbers)}>"
            elif item["open"]:
                yield "(?:"
            else:
                yield item["meta"] or self.lexicon.signs_of(_literal(item["word"]))


def _one_set(either: re.Match[str]) -> str:
    if either.string[: either.start()][-1:] not in BEFORE_EITHER:
        return either[0]
    return _one_of((first, last or first) for first, last in RANGE.findall(either[0]))


def with_parts(told: str, parts: Mapping[str, str]) -> str:
    while "%" in told:
        told = re.sub(r"%(\w+)", lambda part: f"({parts[part[1]]})", told)
    return told


def _literal(word: str) -> str:
    return f"={word}"


def literals_of(patterns: Iterable[str], parts: Mapping[str, str]) -> list[str]:
    """In their order: those of which one may stand at a place have signs beside each other, which are one range."""
    told = (item["word"] for pattern in patterns for item in ITEM.finditer(with_parts(pattern, parts)))
    return list(dict.fromkeys(word for word in told if word))


def grammar_of(vocabulary: Vocabulary, patterns: Iterable[str], parts: Mapping[str, str]) -> Grammar:
    """Words are known as they are told, with a large first letter, and in capitals."""
    fold, by_word, phrases = vocabulary.fold, dict[str, set[str]](), dict[str, None]()
    told = [(word, kind) for kind, words in vocabulary.kinds.items() for word in words]
    for word, kind in [*told, *((one, _literal(one)) for one in literals_of(patterns, parts))]:
        large = word[:1].upper() + word[1:]
        for form in dict.fromkeys((word, large, word.upper())):
            plain = _joined(form) if len(form) > 1 else form
            if plain != form and form in (word, large):
                phrases[form] = None
            by_word.setdefault(fold(plain) if fold else plain, set()).add(kind)
    return Grammar(Lexicon(by_word, vocabulary), tuple(sorted(phrases, key=len, reverse=True)), parts)
