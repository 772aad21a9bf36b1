"""Ranks that grow along every edge: where each thing has one, nothing can come round to itself."""

from collections.abc import Callable, Iterable, Mapping

Later = Callable[[Iterable[int]], Iterable[tuple[int, int, int]]]
"""Edges out of things: from, to, and the rank that `to` has now."""


class GoesInACircle(Exception):
    """The new edge would lead back to where it begins."""


def raised(first: int, rank: int, then: int, then_rank: int, later: Later) -> Mapping[int, int]:
    """The ranks that must grow so that an edge `first` -> `then` fits, the highest first; none where it fits already.

    Set in this order no edge is ever against its ranks. Raises GoesInACircle.
    """
    if first == then:
        raise GoesInACircle
    ranks = {} if then_rank > rank else {then: rank + 1}
    moved = list(ranks)
    while moved:
        grown: dict[int, int] = {}
        for source, target, stands in later(moved):
            if ranks.get(target, stands) <= ranks[source]:
                if target == first:
                    raise GoesInACircle
                grown[target] = ranks[target] = max(ranks.get(target, 0), ranks[source] + 1)
        moved = list(grown)
    return dict(sorted(ranks.items(), key=lambda one: -one[1]))
