"""Words and signs of a text, with their places; what is quoted is one sign."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from sanad.record.proposing.page import Span

FOLD = "\ue000"
"""Stands for every sign of what is quoted, so that places stay as they are."""
HARAKAT = "\u0610-\u061a\u064b-\u065f\u0670"
TOKEN = re.compile(
    rf"{FOLD}+|(?:[A-Z]\.){{2,}}|(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Capt|Sgt|Sen|Rep|Gov|St|Rev|Hon|Jr|Sr|Maj|Brig|Adm|Eng)\."
    rf"|[^\W\d_](?:[^\W_]|[{HARAKAT}])*(?:[’'\-‑][^\W\d_]+)*|\d(?:[\d.,٫٬:/]*\d)?|[^\w\s]|_",
)
SENTENCE_ENDS = ".?!…؟"


class Word(NamedTuple):
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


MOST_KNOWN = 100_000
_known: dict[str, tuple[str, bool, bool]] = {}


def word_of(text: str, start: int) -> Word:
    """A tuple is made as one, past the arguments by name: a page has hundreds of words, and half its time was here."""
    if text[0] == FOLD:
        return Word(Span(start, start + len(text)), text, text, False, False, True)
    form = _known.get(text) or _form(text)
    return _made(Word, (_made(Span, (start, start + len(text))), text, *form, False))


def _form(text: str) -> tuple[str, bool, bool]:
    """Remembered, since most words of a page come again."""
    is_word = text[0].isalpha()
    form = (text.lower(), is_word, is_word and text[0].isupper())
    if len(_known) < MOST_KNOWN:
        _known[text] = form
    return form


_made = tuple.__new__
