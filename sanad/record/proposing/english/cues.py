"""Verbs of saying in a sentence: where they stand, and whether somebody says it or it is only said."""

from collections.abc import Sequence
from typing import NamedTuple

from sanad.record.proposing.english.phrases import GENITIVES
from sanad.record.proposing.english.table import BEING, Cue, English
from sanad.record.proposing.page import Span
from sanad.record.proposing.words import Word

HAVING = frozenset(("has", "have", "had", "having"))
AS_SAYING = ("quoted", "cited", "reported", "heard", "recorded", "known")


class CueAt(NamedTuple):
    """`first` and `last` are places among `words`; the passive counts the verb of being in."""

    cue: Cue
    first: int
    last: int
    words: Sequence[Word]
    is_passive: bool

    @property
    def span(self) -> Span:
        return Span(self.words[self.first].start, self.words[self.last].end)


def cue_at(words: Sequence[Word], at: int, table: English) -> CueAt | None:
    """The cue that begins at this word."""
    low = words[at].low if at < len(words) else ""
    if low not in table.verbs:
        return None
    for phrase, cue in table.phrases.get(low, ()):
        if tuple(word.low for word in words[at : at + len(phrase)]) == phrase:
            return CueAt(cue, at, at + len(phrase) - 1, words, False)
    if low in BEING:
        return _passive_from(words, at, table)
    found = table.cues.get(low)
    if found is None or (words[at].is_capital and at):
        return None
    return CueAt(found, at, at, words, False)


def _passive_from(words: Sequence[Word], at: int, table: English) -> CueAt | None:
    """`was told`, `were officially informed`; `was quoted as saying` is what its subject said."""
    verb = at + 1
    while verb < len(words) and (words[verb].low in table.adverbs or words[verb].low in BEING):
        verb += 1
    if verb >= len(words):
        return None
    if words[verb].low in AS_SAYING:
        for later in range(verb + 1, min(len(words), verb + 4)):
            found = table.cues.get(words[later].low)
            if found and found.base in ("say", "tell", "write"):
                return CueAt(Cue(found.base, "past", False, False), at, later, words, False)
        return None
    found = table.cues.get(words[verb].low)
    if found is None or found.form not in ("past",):
        return None
    return CueAt(found, at, verb, words, True)


def last_cue(words: Sequence[Word], begin: int, end: int, table: English) -> CueAt | None:
    """The cue nearest before the quotation. One that is fit to introduce speech goes before one that is not."""
    found: list[CueAt] = []
    at = begin
    while at < end:
        one = cue_at(words, at, table) if words[at].low in table.verbs else None
        if one and _may_be_verb(words, one, begin, table):
            found.append(one)
            at = one.last
        at += 1
    near = [one for one in found if not one.cue.only_beside or end - one.last <= 4] or found
    return near[-1] if near else None


def _may_be_verb(words: Sequence[Word], one: CueAt, begin: int, table: English) -> bool:
    """`the report`, `his claim`, `Obama’s remarks`, `to say` are no acts of saying; `people say` is one."""
    before = words[one.first - 1] if one.first > begin else None
    if before is None:
        return one.cue.form != "base"
    if one.cue.form == "base":
        return before.low in table.many_people or before.low in ("they", "we", "i", "you", "some", "many")
    return before.low not in table.no_verbs and not before.text.endswith(GENITIVES)
