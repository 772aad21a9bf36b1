"""What is said inside a quotation: nested marks, what its speaker was told, and a second voice in one pair of marks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sanad.record.proposing.english.attributing import attributed
from sanad.record.proposing.english.cues import cue_at
from sanad.record.proposing.english.found import Found
from sanad.record.proposing.english.phrases import OBJECTS, Phrase
from sanad.record.proposing.english.reporting import Voiced, voices_of
from sanad.record.proposing.english.rightwards import phrase_after, thing_after
from sanad.record.proposing.english.sentences import Sentence, sentences_of
from sanad.record.proposing.english.subject import subject_of
from sanad.record.proposing.english.table import English
from sanad.record.proposing.english.tokens import english_words
from sanad.record.proposing.marks import Pair
from sanad.record.proposing.page import Span
from sanad.record.proposing.words import Word

OWN = ("i", "we")
LONGEST_APPEAL = 8
INTERRUPTION = re.compile(r"\s[—–-]\s([^—–]{4,60}?)\s[—–-]\s")


@dataclass(frozen=True, slots=True)
class Inside:
    """The sentences of a quotation, what is marked inside it as one sign."""

    pair: Pair
    sentences: list[Sentence]


def inside_of(text: str, pair: Pair, table: English) -> Inside:
    words = english_words(text, pair.within, [], pair.inner, table)
    return Inside(pair, sentences_of(words, text, pair.within, table))


def said_inside(inside: Inside, nested: Pair, text: str, table: English) -> Found | None:
    """Whose words the nested pair holds, as its own sentence tells."""
    for sentence in inside.sentences:
        for place, word in enumerate(sentence.words):
            if word.span == nested.span:
                return attributed(sentence, place, nested, text, table)
    return None


def interrupted(text: str, pair: Pair, table: English) -> Found | None:
    """`“It is late – says Omar Pell – and dark”`: who speaks stands between dashes inside the marks."""
    for found in INTERRUPTION.finditer(text, pair.inner.start, pair.inner.end):
        words = english_words(text, [], [], Span(*found.span(1)), table)
        verb = cue_at(words, 0, table)
        if verb is None or verb.is_passive or verb.cue.only_beside or verb.cue.form not in ("past", "present"):
            continue
        named = phrase_after(words, verb.last + 1, table)
        if named is not None and named.kind == "name":
            return Found(named, verb.span, None, "interrupted", 0.9)
    return None


def told_inside(inside: Inside, table: English) -> Iterator[Voiced]:
    """`we were told there was a plan`, `my father told me that ...`."""
    for sentence in inside.sentences:
        if any(word.low in table.tells for word in sentence.words):
            yield from (one for one in voices_of(sentence, table) if _is_told(one, sentence.words))


def _is_told(one: Voiced, words: Sequence[Word]) -> bool:
    after = next((word for word in words if word.start >= one.cue.end), None)
    return one.is_passive or (after is not None and after.low in OBJECTS)


def answerer(sentence: Sentence, inside: Inside, table: English) -> Phrase | None:
    """`Regarding their appeals to the authorities, Ali said: “... the same response: ‘...’”`: who was appealed to."""
    if not any(word.low in table.answers for one in inside.sentences for word in one.words):
        return None
    words = sentence.words
    for at, word in enumerate(words):
        if word.low in table.appeals:
            ahead = range(at + 1, min(len(words) - 1, at + LONGEST_APPEAL))
            to = next((place for place in ahead if words[place].low == "to"), None)
            if to is not None:
                return phrase_after(words, to + 1, table) or thing_after(words, to + 1, table)
    return None


def relayer(sentence: Sentence, found: Found, table: English) -> Phrase | None:
    """`Ali explained that the company told them: “...”`: who told what somebody else said."""
    words = sentence.words
    if found.subject is None or found.cue is None:
        return None
    for at in range(found.subject.first - 1):
        cue = cue_at(words, at, table)
        if cue and words[cue.last + 1].low == "that" and cue.last + 1 < found.subject.first:
            outer, _ = subject_of(words, 0, cue, table)
            return outer if outer and outer.last < cue.first else None
    return None


def speaks_of_others(inside: Inside) -> bool:
    """Somebody is `they`, `he` or `she` in it who is not named in it."""
    return any(word.low in ("they", "he", "she") for one in inside.sentences for word in one.words)
