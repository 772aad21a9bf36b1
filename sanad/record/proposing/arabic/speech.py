"""Whether Arabic marks hold speech, or the name of a paper, a campaign, a report, a term."""

from collections.abc import Callable, Sequence

from sanad.record.proposing.arabic.phrase import Tokens
from sanad.record.proposing.arabic.readings import tokens_of
from sanad.record.proposing.arabic.table import Arabic
from sanad.record.proposing.marks import Pair
from sanad.record.proposing.page import Span

LONGEST_NAME, MOST_WORDS = 30, 3
LONGEST_NAMES = (9, 4)
"""Words of a name in marks right behind what it is of, and one word further."""


def is_name(text: str, pair: Pair, tokens: Tokens, at: int, table: Arabic) -> bool:
    """After `صحيفة`, `حملة` and the like, or joined to a preposition: `لـ«المرسال»`."""
    start = pair.span.start
    inner = pair.inner.of(text).strip()
    is_joined = start > 0 and (text[start - 1].isalpha() or text[start - 1] == "ـ")
    if not inner or (is_joined and not (at > 0 and tokens[at - 1].text == "و" and " " in inner)):
        return True
    count = len(inner.split())
    for place in range(at - 1, max(-1, at - 3), -1):
        if not tokens[place].is_word or count > LONGEST_NAMES[at - 1 - place]:
            return False
        plain = tokens[place].plain
        if plain in table.naming or (plain.removeprefix("ال") in table.naming and count <= MOST_WORDS):
            return True
        if plain[:1] in "وفبل" and plain[1:] in table.naming:
            return True
    return False


def names_in_marks(
    text: str, paragraph: Span, pairs: Sequence[Pair], is_known: Callable[[str], bool], table: Arabic
) -> list[Pair]:
    """Of who speaks, as papers of Egypt print them: `وقال «عمر»، في المؤتمر: ...`, `حسب «زكي»`."""
    found = []
    for pair in pairs:
        words = tokens_of(pair.inner.of(text), 0) if len(pair.inner.of(text)) <= LONGEST_NAME else []
        before = text[max(paragraph.start, pair.span.start - LONGEST_NAME) : pair.span.start].split()
        if not words or len(words) > MOST_WORDS or not before or not before[-1].isalpha():
            continue
        read, first = tokens_of(before[-1], 0)[-1].read, words[0]
        is_before = read.cue in ("verb", "according") or read.kind == "title"
        is_named = first.read.kind == "name" or first.plain in table.fathers or is_known(words[-1].plain)
        if is_before and (is_named or first.plain in table.before_ali):
            found.append(pair)
    return found


def says_that(tokens: Tokens, at: int) -> bool:
    return at > 0 and (tokens[at - 1].read.is_that or tokens[at - 1].read.cue == "saying")


def is_followed_by_that(tokens: Tokens, at: int) -> bool:
    """`قال «أبو علي» إنّ ...`: what is said stands behind."""
    return at + 1 < len(tokens) and tokens[at + 1].read.is_that


def joins_quotations(tokens: Tokens, at: int) -> bool:
    """`«...»، و«...»`."""
    place = at - 2 if at > 1 and tokens[at - 1].text == "و" else -1
    place -= place > 0 and tokens[place].text == "،"
    return place >= 0 and tokens[place].is_quotation


def is_inside(tokens: Tokens, at: int) -> bool:
    """Whether the marks are a part of the sentence: a word stands right before them."""
    return at > 0 and tokens[at - 1].is_word
