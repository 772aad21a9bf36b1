"""Reported speech in Arabic: from `إنّ`, `أنّ` or `بأنّ` to the end of the sentence or the next clause."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sanad.record.proposing.arabic.beside import Beside
from sanad.record.proposing.arabic.phrases import ArabicCue, ArabicPhrase, cue_of
from sanad.record.proposing.arabic.table import Arabic, fold
from sanad.record.proposing.page import Span
from sanad.record.proposing.words import SENTENCE_ENDS, Word

THAT = frozenset(["ان", "بان", "انه", "انها", "انهم", "بانه", "بانها", "بانهم", "اننا", "انني", "الا", "بالا"])
AND_THAT = frozenset(["وان", "وانه", "وانها", "وانهم", "وبان"])
FARTHEST, FEWEST = 14, 3


@dataclass(frozen=True, slots=True)
class Clause:
    """What was said, by which cue, and whom the sentence names beside it."""

    span: Span
    cue: ArabicCue
    phrase: ArabicPhrase | None


def clauses_of(sentence: Sequence[Word], beside: Beside, table: Arabic) -> Iterator[Clause]:
    for at, word in enumerate(sentence):
        cue = cue_of(sentence, at, table) if word.is_word else None
        that = _that(sentence, cue, table) if cue else None
        if cue is None or that is None:
            continue
        end = _end(sentence, that)
        if end - that >= FEWEST:
            phrase = None
            if cue.kind != "passive":
                phrase = beside.topic(sentence, cue.at) or beside.subject(sentence[:that], cue)
            yield Clause(Span(sentence[that].span.start, sentence[end - 1].span.end), cue, phrase)


def _that(sentence: Sequence[Word], cue: ArabicCue, table: Arabic) -> int | None:
    """The place of `أنّ`, where nothing else is said between it and the cue."""
    for place in range(cue.at + 1, min(len(sentence), cue.at + FARTHEST)):
        word = sentence[place]
        plain = fold(word.text)
        if plain in THAT:
            return place
        if word.text == ":" or word.is_quotation:
            return None
        is_noun = plain in table.titles or plain in table.names
        if word.is_word and not is_noun and cue_of(sentence, place, table):
            return None
    return None


def _end(sentence: Sequence[Word], that: int) -> int:
    ends = (
        at for at in range(that + 2, len(sentence)) if fold(sentence[at].text) in AND_THAT or sentence[at].text == "؛"
    )
    end = next(ends, len(sentence))
    while end > that and sentence[end - 1].text in SENTENCE_ENDS + "،:؛":
        end -= 1
    return end
