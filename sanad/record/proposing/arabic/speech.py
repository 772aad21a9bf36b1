"""Whether Arabic marks hold speech, or the name of a paper, a campaign, a report, a term."""

from collections.abc import Sequence

from sanad.record.proposing.arabic.table import Arabic, fold
from sanad.record.proposing.marks import Pair
from sanad.record.proposing.words import Word

THAT = frozenset(["ان", "بان", "انه", "انها", "بانه", "بانها", "قوله", "قولها", "بالقول"])


def is_name(text: str, pair: Pair, words: Sequence[Word], at: int, table: Arabic) -> bool:
    """After `صحيفة`, `حملة` and the like, or joined to a preposition: `لـ«المرسال»`."""
    start = pair.span.start
    if not pair.inner.of(text).strip() or (start > 0 and (text[start - 1].isalpha() or text[start - 1] == "ـ")):
        return True
    for place in range(at - 1, max(-1, at - 3), -1):
        if not words[place].is_word:
            return False
        plain = fold(words[place].text)
        if (
            plain in table.naming
            or plain.removeprefix("ال") in table.naming
            or (plain[:1] in "وفبل" and plain[1:] in table.naming)
        ):
            return True
    return False


def says_that(words: Sequence[Word], at: int) -> bool:
    return at > 0 and fold(words[at - 1].text) in THAT


def is_inside(words: Sequence[Word], begun: int, at: int) -> bool:
    """Whether the marks are a part of the sentence: a word stands right before them."""
    return at > begun and words[at - 1].is_word
