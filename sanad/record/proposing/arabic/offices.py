"""Where the words of an Arabic office end that no name follows: `رئيس البلدية`, `مصدر مطّلع في الوزارة`."""

from collections.abc import Callable

from sanad.record.proposing.arabic.phrase import Tokens, is_joined, plain_at
from sanad.record.proposing.arabic.readings import Token, unjoined
from sanad.record.proposing.arabic.table import FEMALE

LONGEST = 5
OF_PLACE = ("في", "من")
OF_MANY = ("هم", "هن")
DEFINITE = ("ال", "وال")

Stops = Callable[[Tokens, int], bool]


def office_end(tokens: Tokens, start: int, end: int, stops: Stops) -> int:
    """Not more than the words that belong together; of somebody vague also where they are."""
    last, first = start + 1, tokens[start]
    while last < min(end, start + LONGEST) and not _closes(tokens, start, last) and not _is_beside(tokens[last]):
        if first.read.kind == "people" and _is_verb_like(first, tokens[last]):
            return last
        last += 1
    is_vague = first.read.kind != "body" and not first.plain.startswith("ال")
    return _past_place(tokens, last, stops) if is_vague and last < len(tokens) else last


def _is_verb_like(first: Token, here: Token) -> bool:
    """`امرأة تحمل طفلًا`, `رجل يدخّن`."""
    return here.plain.startswith("ت" if first.read.gender == FEMALE else "ي") and not here.read.kind


def _past_place(tokens: Tokens, last: int, stops: Stops) -> int:
    """`في الوزارة`, `بالولاية`."""
    if plain_at(tokens, last) in OF_PLACE:
        if last + 1 >= len(tokens) or stops(tokens, last + 1):
            return last
        return _past_definite(tokens, last + 2, stops)
    return _past_definite(tokens, last + 1, stops) if is_joined(tokens[last]) else last


def _past_definite(tokens: Tokens, at: int, stops: Stops) -> int:
    while at < len(tokens) and tokens[at].plain.startswith("ال") and not stops(tokens, at):
        at += 1
    return at


def _closes(tokens: Tokens, start: int, at: int) -> bool:
    """After a definite word, what is not definite begins something else: `رئيس البلدية جولته`; after one that belongs
    to somebody, what is: `ذرف أحدهم الدموع`.
    """
    first, here = tokens[start], tokens[at]
    if at == start + 1 and first.plain.endswith(OF_MANY):
        return True
    if not tokens[at - 1].plain.startswith(DEFINITE):
        return False
    if not here.plain.startswith(DEFINITE) or here.read.kind in ("title", "people"):
        return True
    is_of_women = first.read.gender == FEMALE and first.plain.startswith("ال")
    return is_of_women and at == start + 1 and not here.plain.endswith(("ة", "ا", "ي"))


def _is_beside(one: Token) -> bool:
    """`بطلب إحاطة`: a noun joined to a preposition, and no part of an office."""
    plain = unjoined(one)
    return plain is not one and one.plain[0] in ("ب", "ل") and bool(plain.read.kind or plain.read.cue)
