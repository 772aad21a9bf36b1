"""Whether a pair of marks holds what somebody said, or a name, a title, a term, a word held at arm's length."""

import re
from collections.abc import Sequence

from sanad.record.proposing.english.found import Found
from sanad.record.proposing.english.phrases import GENITIVES
from sanad.record.proposing.english.table import English
from sanad.record.proposing.marks import Pair
from sanad.record.proposing.words import Word

WORD = re.compile(r"[^\W\d_][^\s]*")
ENDS = ".?!…,"
CERTAIN = frozenset(["before:colon", "before:comma", "after:turned", "after:subject"])
SMALL = frozenset(
    ["a", "an", "the", "of", "and", "or", "in", "on", "at", "for", "to", "from", "with", "by", "is", "are", "as"]
)


def why_no_speech(
    text: str, pair: Pair, words: Sequence[Word], place: int, found: Found | None, table: English
) -> str | None:
    """None where it is speech."""
    inner = pair.inner.of(text).strip()
    if not inner:
        return "empty"
    inside = WORD.findall(inner)
    if pair.is_open:
        return None
    if _is_titled(inside) and _is_owned(words, place, table):
        return "title"
    if _is_named(words, place, table) and not (found and found.rule in CERTAIN and len(inside) > 3):
        return "title"
    return None if found and _is_said(found, inner, inside) else _why_marked(inner, inside, words, place, found)


def _is_said(found: Found, inner: str, inside: Sequence[str]) -> bool:
    """A colon, a comma or what follows shows that it is speech."""
    if found.rule in ("before:colon", "before:comma", "label") and not found.is_mixed:
        return True
    return found.rule.startswith("after:") and (inner[-1] in ENDS or len(inside) > 3)


def _why_marked(
    inner: str, inside: Sequence[str], words: Sequence[Word], place: int, found: Found | None
) -> str | None:
    ended = inner[-1] in ENDS
    if _is_titled(inside) and not inner.endswith((".", ",")) and len(inside) <= 12:
        return "title"
    if len(inside) <= 2 and not ended and (found is None or not found.is_mixed or _is_before_noun(words, place)):
        return "term"
    if found is None and len(inside) <= 4 and not inner.endswith((".", "?", "!")):
        return "term"
    return None


def _is_named(words: Sequence[Word], place: int, table: English) -> bool:
    before = [word.low for word in words[max(0, place - 4) : place] if word.is_word]
    if not before or (place and words[place - 1].text in ":"):
        return False
    if before[-1] in table.naming:
        return True
    return " ".join(before[-2:]) in table.naming or " ".join(before[-3:]) in table.naming


def _is_owned(words: Sequence[Word], place: int, table: English) -> bool:
    """`on “Face the Nation,”`, `CNN’s “State of the Union.”`, `in his book, “How to Win”`."""
    before = words[place - 1] if place else None
    if before is not None and before.text == "," and place > 1:
        return words[place - 2].low in table.works
    return before is not None and (before.text.endswith(GENITIVES) or before.low in table.prepositions)


def _is_titled(inside: Sequence[str]) -> bool:
    """Every word large but the small ones, and more than one of them."""
    large = [word for word in inside if word.lower() not in SMALL]
    return len(inside) >= 2 and len(large) >= 2 and all(word[0].isupper() for word in large)


def _is_before_noun(words: Sequence[Word], place: int) -> bool:
    """`the “heroic” version`."""
    before = words[place - 1].low if place else ""
    after = words[place + 1] if place + 1 < len(words) else None
    return before in ("the", "a", "an", "his", "her", "their", "this", "its", "of", "as", "so-called") and (
        after is None or after.is_word or before == "as"
    )
