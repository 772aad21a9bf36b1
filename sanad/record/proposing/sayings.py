"""What is said on a page, and what it tells itself: whose words stand at a place."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from sanad.record.proposing.page import Article, Quotation, Reported, Span

NARRATED = "the page itself"


class Saying(NamedTuple):
    """A clause of speech, told or quoted, as promises are looked for in it."""

    span: Span
    verb: str
    who: str | None
    article: str


def sayings_of(
    quotations: Iterable[Quotation], reported: Iterable[Reported], bases: Mapping[Span, str]
) -> Iterator[Saying]:
    for told in reported:
        yield Saying(told.span, bases.get(told.cue, "") if told.cue else "", told.voice.who, told.article)
    for said in quotations:
        yield Saying(said.inner, bases.get(said.cue, "") if said.cue else "", said.voice.who, said.article)


class Around:
    """The innermost saying at a place, else the paragraph that the page tells itself."""

    def __init__(self, sayings: Sequence[Saying], articles: Sequence[Article]) -> None:
        told = [Saying(span, NARRATED, None, one.id) for one in articles for span in one.paragraphs]
        self._told = sorted(told, key=lambda one: one.span)
        self._said = sorted(sayings, key=lambda one: (one.span.start, -one.span.end))
        self._starts = [[one.span.start for one in those] for those in (self._said, self._told)]

    def at(self, place: Span) -> Saying | None:
        for those, starts, deepest in ((self._said, self._starts[0], 4), (self._told, self._starts[1], 1)):
            begun = bisect_right(starts, place.start)
            inner = (one for one in reversed(those[max(0, begun - deepest) : begun]) if one.span.holds(place))
            if found := next(inner, None):
                return found
        return None
