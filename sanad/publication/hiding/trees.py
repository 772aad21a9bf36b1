"""Rows within rows, such as quarters within districts, and what can be derived from those that are shown."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

ROOT = ""
"""The row of all."""
Leaves = frozenset[str]


@dataclass(frozen=True, slots=True)
class Atom:
    """What is left of a shown row once the shown rows within it are taken away; of a shown leaf the leaf itself.

    Whatever can be derived from shown rows is a sum of atoms, or a difference of such sums.
    """

    row: str
    leaves: Leaves


@dataclass(frozen=True)
class Tree:
    """`parents` names the row around each row; the root is around those that lie in no other."""

    parents: Mapping[str, str]

    @cached_property
    def children(self) -> Mapping[str, list[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for row in sorted(self.parents):
            found[self.parents[row]].append(row)
        return dict(found)

    @cached_property
    def rows(self) -> frozenset[str]:
        return frozenset({ROOT, *self.parents})

    def below(self, row: str) -> frozenset[str]:
        """The row itself and all within it."""
        return frozenset({row}.union(*(self.below(child) for child in self.children.get(row, ()))))

    def leaves(self, row: str) -> Leaves:
        return self._leaves[row]

    @cached_property
    def _leaves(self) -> Mapping[str, Leaves]:
        return {row: frozenset(one for one in self.below(row) if one not in self.children) for row in self.rows}

    def atoms(self, shown: Collection[str]) -> Iterator[Atom]:
        """Those of these rows; a shown row lies in shown rows only."""
        for row in sorted(shown):
            inner = [child for child in self.children.get(row, ()) if child in shown]
            left = self.leaves(row).difference(*(self.leaves(child) for child in inner))
            if left:
                yield Atom(row, left)

    def hidden_in(self, row: str, shown: Collection[str]) -> list[str]:
        """The rows right within a shown one that are not shown themselves."""
        return [child for child in self.children.get(row, ()) if child not in shown]


def joined(one: Iterable[Leaves], other: Iterable[Leaves]) -> list[Leaves]:
    """The smallest sets of leaves that are sums of sets in both partitions: what can be compared between two versions.

    A version of which nothing is shown has no partition and is compared with nothing.
    """
    mine, theirs = list(one), list(other)
    if not mine or not theirs:
        return []
    part_of: dict[str, set[str]] = {}
    for part in [*mine, *theirs]:
        touched = {id(known): known for leaf in part if (known := part_of.get(leaf)) is not None}
        whole = max(touched.values(), key=len, default=set())
        fresh = part.union(*(known for known in touched.values() if known is not whole)) - whole
        whole |= fresh
        part_of.update(dict.fromkeys(fresh, whole))
    return [frozenset(part) for part in {id(part): part for part in part_of.values()}.values()]


def inside(parts: Iterable[Leaves], wholes: Iterable[Leaves]) -> dict[Leaves, list[Leaves]]:
    """For each of the sets, those parts that are less than it and lie in it; sets on either side do not overlap."""
    found: dict[Leaves, list[Leaves]] = {whole: [] for whole in wholes}
    around = {leaf: whole for whole in found for leaf in whole}
    for part in parts:
        whole = around.get(next(iter(part)))
        if whole is not None and part < whole:
            found[whole].append(part)
    return found
