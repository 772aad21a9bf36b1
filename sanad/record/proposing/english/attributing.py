"""Whose words a quotation holds, by what stands before and after it in its sentence."""

from collections.abc import Collection, Sequence

from sanad.record.proposing.english.after import found_after
from sanad.record.proposing.english.before import found_before
from sanad.record.proposing.english.found import Found
from sanad.record.proposing.english.sentences import Sentence
from sanad.record.proposing.english.table import English
from sanad.record.proposing.marks import Pair
from sanad.record.proposing.words import Word

FAR = {"before:colon": 4, "before:comma": 3}
"""So many words at most lie between a cue and what it introduces."""
CLOSE = ("before:colon", "before:comma", "before:direct", "label")


def attributed(
    sentence: Sentence, place: int, pair: Pair, text: str, table: English, names: Collection[int] = ()
) -> Found | None:
    """What stands beside the quotation at `place` of the sentence; None where nothing does. `names` are the starts of
    marks that hold no speech: they part nothing.

    A cue right before the quotation goes before one that follows; a far one behind it.
    """
    before = found_before(sentence.words, place, text, table, names)
    if before and before.rule in CLOSE and not _is_far(sentence.words, place, before, text, pair):
        return before
    return found_after(sentence.words, place, pair, text, table) or before


def _is_far(words: Sequence[Word], place: int, before: Found, text: str, pair: Pair) -> bool:
    """`She said it would help women: “...,” the union wrote`, `As officials said it was safe, “...,” she says.`"""
    if before.rule not in FAR or before.cue is None or not pair.inner.of(text).endswith(","):
        return False
    return sum(word.start >= before.cue.end for word in words[:place]) > FAR[before.rule]
