"""Words and signs of a text, with their places; what is quoted is one sign."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sanad.record.proposing.page import Span

FOLD = "\ue000"
"""Stands for every sign of what is quoted, so that places stay as they are."""
HARAKAT = "\u0610-\u061a\u064b-\u065f\u0670"
TOKEN = re.compile(
    rf"{FOLD}+|(?:[A-Z]\.){{2,}}|(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Capt|Sgt|Sen|Rep|Gov|St|Rev|Hon|Jr|Sr|Maj|Brig|Adm|Eng)\."
    rf"|[^\W\d_](?:[^\W_]|[{HARAKAT}])*(?:[’'\-‑][^\W\d_]+)*|\d(?:[\d.,٫٬:/]*\d)?|[^\w\s]|_",
)
SENTENCE_ENDS = ".?!…؟"


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a sign; `low` is it in small letters."""

    span: Span
    text: str
    low: str
    is_word: bool
    is_capital: bool
    is_quotation: bool


def folded(text: str, quoted: Sequence[Span]) -> str:
    """The text with every quotation filled up, each of its signs by one, so that all places stay."""
    found, at = [], 0
    for span in sorted(quoted):
        if span.start < at:
            continue
        found += [text[at : span.start], FOLD * (span.end - span.start)]
        at = span.end
    return "".join([*found, text[at:]])


def words_of(folded_text: str, within: Span) -> list[Word]:
    return [word_of(match[0], match.start()) for match in TOKEN.finditer(folded_text, within.start, within.end)]


def word_of(text: str, start: int) -> Word:
    first = text[0]
    span, is_word = Span(start, start + len(text)), first.isalpha()
    return Word(span, text, text.lower(), is_word, is_word and first.isupper(), first == FOLD)
