"""A paragraph as it is read: its pairs of marks, and its sentences with what is quoted as one sign."""

from typing import NamedTuple

from sanad.record.proposing.english.sentences import Sentence, sentences_of
from sanad.record.proposing.english.table import English
from sanad.record.proposing.english.tokens import english_words, is_nickname
from sanad.record.proposing.marks import Pair, pairs_of
from sanad.record.proposing.page import Span


class Paragraph(NamedTuple):
    """`pairs` without the nicknames. `is_alone`: it is speech and nothing else."""

    span: Span
    pairs: list[Pair]
    nicknames: list[Pair]
    sentences: list[Sentence]
    is_alone: bool


def paragraph_of(text: str, span: Span, table: English) -> Paragraph:
    pairs = pairs_of(text, span)
    nicknames = [pair for pair in pairs if is_nickname(text, pair)]
    words = english_words(text, pairs, nicknames, span, table)
    pairs = [pair for pair in pairs if pair not in nicknames] if nicknames else pairs
    is_alone = all(word.is_quotation or not word.is_word for word in words)
    return Paragraph(span, pairs, nicknames, sentences_of(words, text, pairs, table), is_alone)
