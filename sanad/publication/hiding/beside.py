"""Numbers of other tables: families that one number counts and another does not are a number as well."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sanad.publication.hiding.trees import Tree
from sanad.publication.hiding.versions import WHOLE, Counted, Version, parts_of

Families = frozenset[int]


@dataclass(frozen=True)
class Beside:
    """The families behind numbers that are told elsewhere, the fewest first."""

    told: tuple[Families, ...] = ()

    @classmethod
    def of(cls, told: Iterable[Families]) -> "Beside":
        return cls(tuple(sorted(set(told), key=len)))

    def is_close(self, families: Families, fewest: int) -> bool:
        """Whether fewer than that are in these and not in one of those, or the other way round, yet some are."""
        first = bisect_right(self.told, len(families) - fewest, key=len)
        last = bisect_left(self.told, len(families) + fewest, key=len)
        return any(0 < len(families ^ told) < fewest for told in self.told[first:last])


def families_in(counted: Counted, leaves: Iterable[str], column: str = WHOLE) -> Families:
    return frozenset(family for part in parts_of(counted, leaves, column) for family, amount in part.items() if amount)


def families_told(tree: Tree, version: Version) -> Iterator[Families]:
    """Of each row that was told."""
    return (families_in(version.counted, tree.leaves(row)) for row in version.shown)
