"""Whether Arabic marks hold speech, or the name of a paper, a campaign, a report, a term."""

from sanad.record.proposing.arabic.phrase import Tokens
from sanad.record.proposing.arabic.table import Arabic
from sanad.record.proposing.marks import Pair


def is_name(text: str, pair: Pair, tokens: Tokens, at: int, table: Arabic) -> bool:
    """After `صحيفة`, `حملة` and the like, or joined to a preposition: `لـ«المرسال»`."""
    start = pair.span.start
    if not pair.inner.of(text).strip() or (start > 0 and (text[start - 1].isalpha() or text[start - 1] == "ـ")):
        return True
    for place in range(at - 1, max(-1, at - 3), -1):
        if not tokens[place].is_word:
            return False
        plain = tokens[place].plain
        if plain in table.naming or plain.removeprefix("ال") in table.naming:
            return True
        if plain[:1] in "وفبل" and plain[1:] in table.naming:
            return True
    return False


def says_that(tokens: Tokens, at: int) -> bool:
    return at > 0 and (tokens[at - 1].read.is_that or tokens[at - 1].read.cue == "saying")


def is_inside(tokens: Tokens, at: int) -> bool:
    """Whether the marks are a part of the sentence: a word stands right before them."""
    return at > 0 and tokens[at - 1].is_word
