"""Words of an English paragraph: `Ronald R.`, `Gov.` and `a.m.` are one word each, and a name keeps its nickname."""

import re
from collections.abc import Iterator, Sequence

from sanad.record.proposing.english.table import English
from sanad.record.proposing.marks import Pair
from sanad.record.proposing.page import Span
from sanad.record.proposing.words import SENTENCE_ENDS, Forms, Word, folded, form_of, placed, word_of

DASH = "—"
INITIAL = re.compile(r"[A-Z](?<![^\W_][A-Z])\.\s")
NICKNAME = re.compile(r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)?")
NAME_BEFORE = re.compile(r"[A-Z][\w.’-]*\s$")
NAME_AFTER = re.compile(r"\s[A-Z]")
LONGEST_NAME = 40


def is_nickname(text: str, pair: Pair) -> bool:
    """`Marcia “Cia” Price`: one or two large words between the words of a name."""
    if pair.is_open or pair.span.end - pair.span.start > LONGEST_NAME or not NICKNAME.fullmatch(pair.inner.of(text)):
        return False
    before = text[max(0, pair.span.start - LONGEST_NAME) : pair.span.start].rpartition(" ")[0].rpartition(" ")[2] + " "
    return bool(NAME_BEFORE.search(before) and NAME_AFTER.match(text, pair.span.end))


def english_words(
    text: str, pairs: Sequence[Pair], nicknames: Sequence[Pair], within: Span, table: English
) -> list[Word]:
    """What is quoted is one sign; a nickname is nothing."""
    begin, own = within.start, within.of(text)
    quoted = [Span(pair.span.start - begin, pair.span.end - begin) for pair in pairs if pair not in nicknames]
    plain = folded(own, quoted) if quoted else own
    for pair in nicknames:
        start, end = pair.span.start - begin, pair.span.end - begin
        plain = f"{plain[:start]}{' ' * (end - start)}{plain[end:]}"
    words = placed(Word, table.token.findall(plain), begin, FORMS)
    return list(_with_initials(words)) if INITIAL.search(own) else words


def _form(text: str) -> tuple[str, str, bool, bool, bool]:
    return (DASH, DASH, False, False, False) if text[0] == "-" else form_of(text)


FORMS = Forms(_form)


def _with_initials(words: Sequence[Word]) -> Iterator[Word]:
    """A single large letter, its point and a large word after it, inside a name or before one."""
    at = 0
    while at < len(words):
        if _is_initial(words, at):
            yield word_of(words[at].text + ".", words[at].start)
            at += 2
            continue
        yield words[at]
        at += 1


def _is_initial(words: Sequence[Word], at: int) -> bool:
    if len(words[at].text) != 1 or not words[at].is_capital or at + 2 >= len(words):
        return False
    point, after = words[at + 1], words[at + 2]
    if point.text != "." or point.start != words[at].end or not after.is_capital:
        return False
    return at == 0 or words[at - 1].is_capital or words[at - 1].text in SENTENCE_ENDS
