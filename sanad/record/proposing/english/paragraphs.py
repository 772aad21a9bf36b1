"""A paragraph as it is read: its pairs of marks, and its sentences with what is quoted as one sign."""

from dataclasses import dataclass

from sanad.record.proposing.english.sentences import Sentence, sentences_of
from sanad.record.proposing.english.table import English
from sanad.record.proposing.marks import Pair, pairs_of
from sanad.record.proposing.page import Span
from sanad.record.proposing.words import folded, words_of


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`is_alone`: it is speech and nothing else."""

    span: Span
    pairs: list[Pair]
    sentences: list[Sentence]
    is_alone: bool


def paragraph_of(text: str, span: Span, table: English) -> Paragraph:
    pairs = pairs_of(text, span)
    words = words_of(folded(text, [pair.span for pair in pairs]), span)
    is_alone = all(word.is_quotation or not word.is_word for word in words)
    return Paragraph(span, pairs, sentences_of(words, text, pairs, table), is_alone)
