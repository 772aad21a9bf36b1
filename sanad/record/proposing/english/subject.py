"""The subject of a verb of saying: before it, after it where they are turned round, or that of its clause."""

from collections.abc import Sequence

from sanad.record.proposing.english.cues import CueAt, cue_at
from sanad.record.proposing.english.leftwards import phrase_before
from sanad.record.proposing.english.phrases import Phrase
from sanad.record.proposing.english.rightwards import phrase_after, thing_after, whole_phrase_after
from sanad.record.proposing.english.table import English
from sanad.record.proposing.words import SENTENCE_ENDS, Word

OPENERS = frozenset(
    ("in", "on", "at", "by", "after", "before", "since", "during", "according", "asked", "when", "while", "as", "with")
)
NEAR = 12
TURNED = ("say", "explain")
JOINS = ("and", "but", "then", "or")


def subject_of(words: Sequence[Word], begin: int, cue: CueAt, table: English) -> tuple[Phrase | None, bool]:
    """The subject of the cue, and whether it is passive without an agent."""
    if cue.is_passive:
        agent = _agent(words, cue, table)
        return agent, agent is None
    if cue.cue.form == "ing":
        said = _said_before(words, begin, cue, table)
        return subject_of(words, begin, said, table) if said else (_of_clause(words, begin, cue.first, table), False)
    named = _named_behind(words, begin, cue, table)
    if named is not None:
        return named, False
    at = _past_auxiliaries(words, begin, cue.first, table)
    if at > begin and words[at - 1].low in JOINS:
        return _of_clause(words, begin, at - 1, table), False
    before = phrase_before(words, at, table) if at > begin else None
    if before is not None and before.first >= begin:
        return before, False
    turned = whole_phrase_after(words, cue.last + 1, table) if cue.first == begin else None
    return turned or _of_clause(words, begin, at, table) or _thing(words, begin, at, table), False


def _said_before(words: Sequence[Word], begin: int, cue: CueAt, table: English) -> CueAt | None:
    """`The gate was shut at noon, he said, adding`: who said it adds it."""
    for at in range(cue.first - 1, max(begin, cue.first - NEAR), -1):
        found = cue_at(words, at, table)
        if found and found.cue.form in ("past", "present") and not found.is_passive and not found.cue.only_beside:
            return found if found.last < cue.first else None
        if words[at].is_quotation or words[at].text in ";:":
            break
    return None


def _named_behind(words: Sequence[Word], begin: int, cue: CueAt, table: English) -> Phrase | None:
    """`The mill would shut, said Lotte Brandt.`"""
    if cue.first <= begin or words[cue.first - 1].text != "," or cue.cue.base not in TURNED:
        return None
    named = phrase_after(words, cue.last + 1, table)
    if named is None or named.kind != "name":
        return None
    after = words[named.last + 1].text if named.last + 1 < len(words) else "."
    return named if after == "," or after in SENTENCE_ENDS else None


def _thing(words: Sequence[Word], begin: int, end: int, table: English) -> Phrase | None:
    """`His ex-wife agreed, but contended`: what the sentence begins with, where a verb of saying follows it."""
    thing = thing_after(words, begin, table)
    return thing if thing and thing.last + 1 < end and words[thing.last + 1].low in table.cues else None


def _agent(words: Sequence[Word], cue: CueAt, table: English) -> Phrase | None:
    """`was told by the foreman`."""
    by = next((at for at in range(cue.last + 1, min(len(words), cue.last + 8)) if words[at].low == "by"), None)
    return phrase_after(words, by + 1, table) if by is not None else None


def _past_auxiliaries(words: Sequence[Word], begin: int, at: int, table: English) -> int:
    """Back over `has not`, `repeatedly`, `this week also`."""
    while at > begin and _is_between(words[at - 1], table):
        at -= 1
    if at < len(words) and words[at].low in table.times and at > begin and words[at - 1].low in ("this", "last", "on"):
        at -= 1
    return at


def _is_between(word: Word, table: English) -> bool:
    return word.low in table.adverbs or word.low in table.auxiliaries or word.low == "not" or word.low in table.times


def _of_clause(words: Sequence[Word], begin: int, end: int, table: English) -> Phrase | None:
    """Of a participle or a second verb: the first phrase of the clause that could be somebody, before one that a
    preposition goes before: `With leaders worried, the president said`.
    """
    at, fronted = begin, None
    while at < end:
        if not _may_begin(words[at], table) or (at == 0 and _is_any_opening(words, table)):
            at += 1
            continue
        phrase = whole_phrase_after(words, at, table)
        if phrase and phrase.last < end and (phrase.kind != "name" or phrase.words[0].low not in OPENERS):
            if not at or words[at - 1].low not in table.prepositions:
                return phrase
            fronted = fronted or phrase
        at = (phrase.last if phrase else at) + 1
    return fronted


def clause_subject(words: Sequence[Word], begin: int, end: int, table: English) -> Phrase | None:
    """The subject of the words from `begin` to `end`, whatever their verb."""
    return _of_clause(words, begin, end, table)


def _is_any_opening(words: Sequence[Word], table: English) -> bool:
    """`Last winter`: a large word that begins the sentence and is followed by no verb."""
    first, after = words[0], words[1] if len(words) > 1 else None
    if not first.is_capital or after is None or after.is_capital or not after.is_word or first.low in table.forenames:
        return False
    if first.low in table.determiners or first.low in table.pronouns or first.low in table.people:
        return False
    is_verb = after.low in table.cues or after.low in table.auxiliaries or after.low.endswith(("ed", "s"))
    return not (is_verb or after.low in table.adverbs or after.low in table.joins)


def _may_begin(word: Word, table: English) -> bool:
    if not word.is_word:
        return False
    return word.is_capital or word.low in table.determiners or word.low in table.pronouns or word.low in table.people
