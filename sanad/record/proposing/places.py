"""Spans that share no sign with each other, in their order."""

from bisect import bisect_left

from sanad.record.proposing.page import Span


class Apart:
    """What was taken first keeps its place; what would share a sign with it is not taken."""

    def __init__(self) -> None:
        self._taken: list[Span] = []

    def meets(self, span: Span) -> bool:
        at = bisect_left(self._taken, span)
        beside = self._taken[max(0, at - 1) : at + 1]
        return any(span.start < other.end and other.start < span.end for other in beside)

    def take(self, span: Span) -> None:
        self._taken.insert(bisect_left(self._taken, span), span)
