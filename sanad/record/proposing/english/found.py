"""What a sentence says of one quotation, and the parts of it that stand before and after alike."""

from collections.abc import Sequence
from dataclasses import dataclass

from sanad.record.proposing.english.cues import CueAt
from sanad.record.proposing.english.phrases import Phrase
from sanad.record.proposing.english.rightwards import phrase_after, whole_phrase_after
from sanad.record.proposing.english.table import English
from sanad.record.proposing.page import Span
from sanad.record.proposing.words import Word


@dataclass(frozen=True, slots=True)
class Found:
    """`subject` is who speaks, `to` who is spoken to. `is_passive`: nobody is named. `is_mixed`: the quotation
    is a part of the sentence, not what its cue introduces.
    """

    subject: Phrase | None
    cue: Span | None
    to: Phrase | None
    rule: str
    confidence: float
    is_passive: bool = False
    is_mixed: bool = False


def is_rivalled(words: Sequence[Word], subject: Phrase, table: English) -> bool:
    """Whether somebody is named in the sentence while it is a description that seems to speak: either may."""
    if subject.kind != "description":
        return False
    others = (at for at in range(len(words) - 1) if not subject.first <= at <= subject.last)
    return any(words[at].low in table.forenames and words[at].is_capital and words[at + 1].is_capital for at in others)


def according(words: Sequence[Word], at: int, table: English) -> Found | None:
    """`according to the mayor`, where it begins at this word."""
    low = words[at].low if at < len(words) else ""
    for phrase in table.according:
        if phrase[0] == low and tuple(word.low for word in words[at : at + len(phrase)]) == phrase:
            subject = whole_phrase_after(words, at + len(phrase), table)
            if subject:
                cue = Span(words[at].start, words[at + len(phrase) - 1].end)
                return Found(subject, cue, None, "according", 0.93)
    return None


def spoken_to(words: Sequence[Word], cue: CueAt, table: English) -> Phrase | None:
    """The object of `told`, or who stands behind `to`."""
    at = cue.last + 1
    if at < len(words) and words[at].low == "to":
        return phrase_after(words, at + 1, table)
    if not cue.cue.speaks_to or cue.is_passive:
        return None
    return phrase_after(words, at, table)
