"""Words and signs of a text, with their places; what is quoted is one sign."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple, TypeVar

from sanad.record.proposing.page import Span

FOLD = "\ue000"
"""Stands for every sign of what is quoted, so that places stay as they are."""
HARAKAT = "\u0610-\u061a\u064b-\u065f\u0670"
TOKEN = re.compile(
    rf"\s*(?:{FOLD}+|(?:[A-Z]\.){{2,}}|(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Capt|Sgt|Sen|Rep|Gov|St|Rev|Hon|Jr|Sr|Maj|Brig|Adm|Eng)\."
    rf"|[^\W\d_](?:[^\W_]|[{HARAKAT}])*(?:[’'\-‑][^\W\d_]+)*|\d(?:[\d.,٫٬:/]*\d)?|[^\w\s]|_)",
)
SENTENCE_ENDS = ".?!…؟"
MOST_KNOWN, LONGEST_KNOWN = 20_000, 40
Placed = TypeVar("Placed")


class Word(NamedTuple):
    """A word or a sign; `low` is it in small letters."""

    start: int
    end: int
    text: str
    low: str
    is_word: bool
    is_capital: bool
    is_quotation: bool

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


def folded(text: str, quoted: Sequence[Span]) -> str:
    """The text with every quotation filled up, each of its signs by one, so that all places stay."""
    found, at = [], 0
    for span in sorted(quoted):
        if span.start < at:
            continue
        found += [text[at : span.start], FOLD * (span.end - span.start)]
        at = span.end
    return "".join([*found, text[at:]])


class Forms(dict[str, tuple[Any, ...]]):
    """What a word is wherever it stands, by its text and the space before it: most words of a page come again. So many
    are kept, and no more; what is longer than words are is quoted text and is not kept.
    """

    def __init__(self, told: Callable[[str], tuple[Any, ...]]) -> None:
        super().__init__()
        self._told = told

    def __missing__(self, piece: str) -> tuple[Any, ...]:
        form = self._told(piece.lstrip())
        if len(piece) <= LONGEST_KNOWN:
            if len(self) >= MOST_KNOWN:
                self.clear()
            self[piece] = form
        return form


def placed(kind: type[Placed], pieces: Iterable[str], begin: int, forms: Forms) -> list[Placed]:
    """Each word in its place: its start, its end and its form, of which its text is the first. `pieces`: the words,
    each with the space before it.
    """
    found, at = [], begin
    for piece in pieces:
        form = forms[piece]
        at += len(piece)
        found.append(_made(kind, (at - len(form[0]), at, *form)))
    return found


def words_of(text: str, within: Span) -> list[Word]:
    return placed(Word, TOKEN.findall(within.of(text)), within.start, FORMS)


def word_of(text: str, start: int) -> Word:
    return Word(start, start + len(text), *form_of(text))


def form_of(text: str) -> tuple[str, str, bool, bool, bool]:
    is_word = text[0].isalpha()
    return text, text.lower(), is_word, is_word and text[0].isupper(), text[0] == FOLD


FORMS = Forms(form_of)
_made: Callable[..., Any] = tuple.__new__
