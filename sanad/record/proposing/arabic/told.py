"""A quotation, and a cue, while their article is read."""

from dataclasses import dataclass
from typing import NamedTuple

from sanad.record.proposing.arabic.cues import Cue
from sanad.record.proposing.arabic.phrase import Tokens
from sanad.record.proposing.arabic.readings import tokens_of
from sanad.record.proposing.arabic.speakers import Meant, Speaker
from sanad.record.proposing.arabic.table import Arabic, fold
from sanad.record.proposing.marks import Pair
from sanad.record.proposing.page import UNKNOWN, Span, Voice

SURE = {
    "after:verb": 0.97,
    "after:according": 0.95,
    "before:colon": 0.97,
    "before:inside": 0.85,
    "before:mark": 0.9,
    "passive": 0.9,
}
"""How often a rule is right on the pages that it was written on, where it is sure who is meant."""


FEWEST = 7
"""Words of what is quoted as a whole behind what it is about: `وتساءلت عن الصغار "ما ذنب ..."`."""


class Heard(NamedTuple):
    """A cue of a sentence, whom it means and what it reports; `is_inner`: it is part of what another one reports."""

    cue: Cue
    meant: Meant
    content: Span | None = None
    is_inner: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    kind: str
    pair: Pair
    who: Speaker | None
    voice: Voice
    cue: Span | None
    rule: str
    confidence: float


def attributed(pair: Pair, heard: Heard, cue: Span, rule: str, kind: str) -> Told:
    meant = heard.meant
    return Told(kind, pair, meant.who, meant.voice, cue, rule, SURE[rule] * meant.sure)


def says_it(text: str, pair: Pair, heard: Heard, tokens: Tokens, at: int, table: Arabic) -> bool:
    """`وأضاف "مات صغيري"`: all that is said stands in the marks, which no colon announces."""
    before, cue, said = tokens[at - 1], heard.cue, pair.inner.of(text).split()
    count = len(said)
    if said and tokens_of(said[0], 0)[0].read.is_that and fold(said[0])[:2] in ("ان", "ال", "با"):
        return False
    if before.read.is_that or before.plain in table.prepositions or not before.is_word or heard.is_inner:
        return False
    is_object = "" in table.takes.get(cue.base, ())
    if any(one.text == ":" or one.read.is_that for one in tokens[cue.end : at]):
        return False
    if heard.content is None or heard.content.start >= pair.span.start:
        return (cue.kind in ("participle", "saying") or cue.base in table.strong) and count >= (6 if is_object else 3)
    return count >= FEWEST and cue.base in table.strong and not is_object


def going_on(told: Told | None, pair: Pair, kind: str, rule: str, sure: float) -> Told:
    """By whoever spoke before."""
    if told is None or told.who is None:
        return Told(kind, pair, None, UNKNOWN, None, "nobody named", 0.4)
    sure *= min(1.0, told.confidence + 0.05)
    return Told(kind, pair, told.who, Voice(told.who.id, None, "continuation"), None, rule, sure)


def chosen(near: list[Heard], strong: frozenset[str], *, has_colon: bool) -> Heard | None:
    """Beside a colon the last verb that means speech before all; else the last cue."""
    outer = [one for one in near if not one.is_inner] or near
    meaning = [one for one in outer if one.cue.kind in ("passive", "saying") or one.cue.base in strong]
    found = meaning if has_colon and meaning else outer
    return found[-1] if found else None
