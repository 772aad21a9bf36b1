"""Sums that add up: where one of them is hidden, another is hidden beside it, so that nobody subtracts."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sanad.publication.hiding.enough import Amounts, Measure, changed, summed

Names = frozenset[str]
Sums = Mapping[str, Amounts]
USUAL = Measure()


@dataclass(frozen=True, slots=True)
class Equation:
    """`whole` is what `parts` are together."""

    whole: str
    parts: tuple[str, ...]

    def gives_away(self, sums: Sums, known: Collection[str]) -> bool:
        """Whether what is left of a known whole, once its known parts are taken away, is that of a few families."""
        told = summed(sums[name] for name in self.parts if name in known)
        return self.whole in known and not USUAL.is_open(changed(told, sums[self.whole]))

    def hiders(self, sums: Sums, known: Names, free: Collection[str]) -> Iterator[str]:
        """Known sums that could be hidden, the one that costs least first: what stands in no table, then that of the
        fewest families, and the whole last.
        """
        parts = (name for name in self.parts if name in known and any(sums[name].values()))
        yield from sorted(parts, key=lambda name: (name not in free, len(sums[name]), self.parts.index(name)))
        yield self.whole


def without_what_gives_away(
    sums: Sums, alone: Names, still: Names, equations: Sequence[Equation], free: Collection[str]
) -> Names | None:
    """Of the sums that may be told alone those that may be told together; None where nothing that could be hidden
    would help.

    `still`: those that are known from before, so that they hide no other.
    """
    shown = alone
    while wrong := next((one for one in equations if one.gives_away(sums, shown | still)), None):
        hiders = [name for name in wrong.hiders(sums, shown | still, free) if name not in still]
        if not hiders:
            return None
        ends = (name for name in hiders if not wrong.gives_away(sums, (shown - {name}) | still))
        shown -= {next(ends, hiders[0])}
    return shown
