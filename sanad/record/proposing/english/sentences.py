"""Sentences of a paragraph in which every quotation is folded into one sign."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sanad.record.proposing.english.table import English
from sanad.record.proposing.marks import Pair
from sanad.record.proposing.page import Span
from sanad.record.proposing.words import SENTENCE_ENDS, Word

MEANWHILE = ("as", "while", "when", "to", "from", "at", "with")
LONGEST = 400
"""Words. What is longer is a list or no language at all, and is cut."""


class Sentence(NamedTuple):
    """`quoted` are the places of the quotations among its words."""

    words: tuple[Word, ...]
    quoted: Sequence[int]

    @property
    def span(self) -> Span:
        return Span(self.words[0].start, self.words[-1].end)


def sentences_of(words: Sequence[Word], text: str, pairs: Sequence[Pair], table: English) -> list[Sentence]:
    return list(_cut(words, text, {pair.span.start: pair for pair in pairs}, table))


def _cut(words: Sequence[Word], text: str, pairs: dict[int, Pair], table: English) -> Iterator[Sentence]:
    begun, last, quoted = 0, len(words) - 1, list[int]()
    for at in _possible_ends(words):
        word, ends = words[at], at == last or at - begun >= LONGEST
        if word.is_quotation:
            quoted.append(at - begun)
            ends = ends or (_ends_with(text, pairs.get(word.start)) and _begins_anew(words, at + 1, table))
        elif not ends and word.text[-1] in SENTENCE_ENDS:
            ends = _is_end(words, at, table)
        if ends:
            yield Sentence(tuple(words[begun : at + 1]), quoted)
            begun, quoted = at + 1, []


def _possible_ends(words: Sequence[Word]) -> Iterable[int]:
    """Any word of a long paragraph, since what is too long is cut."""
    if len(words) > LONGEST:
        return range(len(words))
    last = len(words) - 1
    return [at for at, word in enumerate(words) if word.text[-1] in SENTENCE_ENDS or word.is_quotation or at == last]


def _is_end(words: Sequence[Word], at: int, table: English) -> bool:
    after = words[at + 1] if at + 1 < len(words) else None
    if after is None:
        return True
    if words[at].is_word:
        return after.is_capital and after.low in table.no_names
    if after.start == words[at].end:
        return False
    return after.is_quotation or after.is_capital or not after.is_word


def _ends_with(text: str, pair: Pair | None) -> bool:
    return pair is not None and pair.inner.end > pair.inner.start and text[pair.inner.end - 1] in ".?!…"


def _begins_anew(words: Sequence[Word], at: int, table: English) -> bool:
    """After a quotation that ends a sentence a new one begins, but for `“How?” asked Rouhani.`"""
    word = words[at]
    if word.is_quotation:
        return True
    if not word.is_capital:
        return False
    rest: list[Word] = []
    for later in words[at:]:
        if later.text in SENTENCE_ENDS or later.is_quotation:
            break
        rest.append(later)
    follows = words[at + len(rest)] if at + len(rest) < len(words) else None
    if follows is not None and follows.is_quotation:
        return True
    cues = [
        number
        for number, later in enumerate(rest)
        if later.low in table.cues and table.cues[later.low].form in ("past", "present")
    ]
    if not cues or cues[0] > 6 or any(one.text == ":" for one in rest):
        return True
    return len(rest) > cues[0] + 8 and rest[cues[0] + 1].low not in MEANWHILE
