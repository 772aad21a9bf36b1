"""Sentences of a paragraph in which every quotation is folded into one sign."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sanad.record.proposing.english.table import English
from sanad.record.proposing.marks import Pair
from sanad.record.proposing.page import Span
from sanad.record.proposing.words import SENTENCE_ENDS, Word

LONGEST = 400
"""Words. What is longer is a list or no language at all, and is cut."""


class Sentence(NamedTuple):
    """`first` and `last` are places among the words of the paragraph, the last one included."""

    words: tuple[Word, ...]
    first: int

    @property
    def span(self) -> Span:
        return Span(self.words[0].start, self.words[-1].end)


def sentences_of(words: Sequence[Word], text: str, pairs: Sequence[Pair], table: English) -> list[Sentence]:
    return list(_cut(words, text, {pair.span.start: pair for pair in pairs}, table))


def _cut(words: Sequence[Word], text: str, pairs: dict[int, Pair], table: English) -> Iterator[Sentence]:
    begun, last = 0, len(words) - 1
    for at, word in enumerate(words):
        ends = at == last or at - begun >= LONGEST
        if not ends and word.is_quotation:
            ends = _ends_with(text, pairs.get(word.start)) and _begins_anew(words, at + 1, table)
        elif not ends and word.text[-1] in SENTENCE_ENDS:
            ends = _is_end(words, at, table)
        if ends:
            yield Sentence(tuple(words[begun : at + 1]), begun)
            begun = at + 1


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
    return not (cues and cues[0] <= 6 and len(rest) <= cues[0] + 8 and not any(one.text == ":" for one in rest))
