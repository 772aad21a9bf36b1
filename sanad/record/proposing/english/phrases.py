"""Phrases that name somebody: a name with its titles, a description with its noun of people, a pronoun."""

from collections.abc import Sequence
from typing import NamedTuple

from sanad.record.proposing.english.table import English
from sanad.record.proposing.page import Span
from sanad.record.proposing.words import Word

STOPS = ",;:()[]—–….?!"
LONGEST = 14
"""So many words at most has a phrase that names a speaker."""
SOME = ("one", "another", "others", "some", "many")
GENITIVES = ("’s", "'s", "s’", "s'")
AGE = "-year-old"
OBJECTS = frozenset(("him", "her", "them", "me", "us"))


class Phrase(NamedTuple):
    """`words` name somebody. `kind`: name, pronoun or description; `core` is the name alone, without title or article.

    `first` and `last` are places among the words of the sentence.
    """

    words: tuple[Word, ...]
    kind: str
    core: tuple[Word, ...]
    first: int
    last: int

    @property
    def span(self) -> Span:
        return Span(self.words[0].start, self.words[-1].end)

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def title(self) -> tuple[Word, ...]:
        """What stands before the name and is no part of it."""
        return self.words[: len(self.words) - len(self.core)]

    @property
    def core_span(self) -> Span:
        return Span(self.core[0].start, self.core[-1].end)


def pronoun(words: Sequence[Word], at: int) -> Phrase:
    return Phrase((words[at],), "pronoun", (words[at],), at, at)


def description(words: Sequence[Word], first: int, last: int) -> Phrase:
    inside = tuple(words[first : last + 1])
    return Phrase(inside, "description", inside, first, last)


def name(words: Sequence[Word], first: int, core: int, last: int, table: English) -> Phrase:
    """From `first`, where titles begin, to `last`; large titles before the name are no part of it either."""
    begins = _after_titles(words, core, last, table)
    return Phrase(tuple(words[first : last + 1]), "name", tuple(words[begins : last + 1]), first, last)


def _after_titles(words: Sequence[Word], core: int, last: int, table: English) -> int:
    """`Russian President Vladimir Putin`, `State John Kerry`: behind the last title, or at the forename behind a
    word of a body or a place.
    """
    core += core < last and words[core].low.endswith(AGE)
    end = last - 1 if words[last].low in ("jr.", "sr.") else last
    for at in range(end, core, -1):
        before = words[at - 1].low
        if before in table.before_names and not (at - 1 > core and words[at - 2].low in table.forenames):
            return at
        if words[at].low in table.forenames and before in table.no_people:
            return at
    return core


def is_name_word(words: Sequence[Word], at: int, table: English) -> bool:
    word = words[at]
    if not word.is_capital:
        return "-" in word.text and is_joined(word.text, table)
    if word.low not in table.no_names:
        return True
    return (
        at > 0
        and word.low in table.determiners
        and words[at - 1].is_capital
        and words[at - 1].low not in table.no_names
    )


def is_joined(text: str, table: English) -> bool:
    """`al-Jundi`: a particle and a large word in one."""
    particle, _, rest = text.partition("-")
    return particle in table.particles and rest[:1].isupper()


def joins_names(words: Sequence[Word], at: int, table: English) -> bool:
    """`al`, `de`, `bin` between two words of a name."""
    return (
        (words[at].low in table.particles or words[at].text == "&")
        and at + 1 < len(words)
        and is_name_word(words, at + 1, table)
    )


def is_small_title(word: Word, table: English) -> bool:
    return word.is_word and not word.is_capital and word.low in table.small_titles


def has_people(inside: Sequence[Word], table: English) -> bool:
    return any(word.low in table.people for word in inside)
