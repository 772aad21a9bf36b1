"""Where words stand in an article, as a person copies them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sanad.record.models import Segment, TextLayer
from sanad.record.spans import At

SENTENCE_ENDS = re.compile(r"[.!?؟…][\"'”’»]?\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Article:
    """A part of a text; `near` is the place from which the nearest of several is meant."""

    layer: TextLayer
    start: int
    end: int
    near: int

    def find(self, words: str) -> At | None:
        """Blanks and ends of lines count alike. None where they do not stand so."""
        pattern = r"\s+".join(map(re.escape, words.split()))
        found = re.compile(pattern).finditer(self.layer.text or "", self.start, self.end) if pattern else ()
        nearest = min(found, key=lambda one: abs(one.start() - self.near), default=None)
        return At(self.layer, nearest.start(), nearest.end()) if nearest else None


def article_around(layer: TextLayer, start: int, end: int) -> Article:
    """The article in which the place lies; without one the whole text."""
    around: Segment | None = layer.segments.filter(kind="article", start__lte=start, end__gte=end).first()
    return Article(layer, around.start if around else 0, around.end if around else layer.length, start)


def turns_in(text: str, start: int, end: int) -> Iterator[int]:
    """Where a sentence begins inside of the place, after its first."""
    for ended in SENTENCE_ENDS.finditer(text, start, end):
        if any(map(str.isalnum, text[ended.end() : end])):
            yield ended.end()
