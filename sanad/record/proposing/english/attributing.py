"""Whose words a quotation holds, by what stands before and after it in its sentence."""

from collections.abc import Collection

from sanad.record.proposing.english.after import found_after
from sanad.record.proposing.english.before import found_before
from sanad.record.proposing.english.found import Found
from sanad.record.proposing.english.sentences import Sentence
from sanad.record.proposing.english.table import English
from sanad.record.proposing.marks import Pair

CLOSE = ("before:colon", "before:comma", "before:direct", "label")


def attributed(
    sentence: Sentence, place: int, pair: Pair, text: str, table: English, names: Collection[int] = ()
) -> Found | None:
    """What stands beside the quotation at `place` of the sentence; None where nothing does. `names` are the starts of
    marks that hold no speech: they part nothing.

    A cue right before the quotation goes before one that follows; a far one behind it.
    """
    before = found_before(sentence.words, place, text, table, names)
    if before and before.rule in CLOSE:
        return before
    return found_after(sentence.words, place, pair, text, table) or before
