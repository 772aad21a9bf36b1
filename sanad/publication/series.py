"""A table from release to release: what of it is told anew, what stays as it was told, what is hidden."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from sanad.publication.hiding.beside import Beside, Families, families_told
from sanad.publication.hiding.choosing import shown_of
from sanad.publication.hiding.trees import ROOT, Leaves, Tree
from sanad.publication.hiding.versions import Counted, Version
from sanad.publication.models import Basis
from sanad.publication.packing import Cells, Past, packed, unpacked

KNOWN, HELD, HIDDEN = "known", "held", "hidden"
"""Told of this release's day; told of an earlier day, since a newer number would tell of too few families; not told."""
SUMS = "money"
"""The kind of series that tells sums of money and no number of families."""


def _nothing(_leaves: Leaves) -> Cells:
    return {}


@dataclass(frozen=True)
class Breakdown:
    """One way of dividing a table's families into rows. `cells` says what is told of a row that has these leaves, and
    `by_column` what is told of it beside that where its columns may be told.
    """

    parents: Mapping[str, str]
    counted: Counted
    cells: Callable[[Leaves], Cells]
    by_column: Callable[[Leaves], Cells] = _nothing


@dataclass(frozen=True)
class Told:
    """One row as it is published; `cells` are empty where it is hidden."""

    row: str
    state: str
    as_of: date | None = None
    cells: Cells = field(default_factory=dict)


Rows = list[Told]


@dataclass
class Draft:
    """A release in the making: the bases that it writes, and those that it is held against. `on` is its day."""

    on: date
    written: dict[tuple[str, str], bytes] = field(default_factory=dict)

    def settle(self, series: str, breakdowns: Mapping[str, Breakdown], part: str = "") -> dict[str, Rows]:
        """The rows of each breakdown. All divide the same families, so they are told of the same days or not at all."""
        pasts = self.pasts_of(series)
        beside = Beside.of(self._told_beside(series))
        made = {name: _made(one, [past[name] for past in pasts], beside) for name, one in breakdowns.items()}
        if not all(ROOT in version.shown for _, version in made.values()):
            made = {name: (tree, Version(version.counted)) for name, (tree, version) in made.items()}
        anew = {name: _past(breakdowns[name], *made[name], self.on) for name in breakdowns}
        if any(one.version.shown for one in anew.values()):
            self.write(series, anew, part)
        return {name: _rows(made[name][0], anew[name], [past[name] for past in pasts]) for name in breakdowns}

    def _told_beside(self, series: str) -> Iterator[Families]:
        """The families behind each number that other tables of the programme told last, or tell in this release."""
        programme = series.partition("/")[2]
        mine, sums = Q(series=series), Q(series=f"{SUMS}/{programme}")
        others = Basis.objects.filter(series__endswith=f"/{programme}").exclude(mine | sums)
        newest = {row[:2]: row[2] for row in others.order_by("release__number").values_list("series", "part", "pk")}
        for contents in others.filter(pk__in=newest.values()).values_list("contents", flat=True).iterator(1):
            yield from _families_told(bytes(contents))
        for (name, _), written in self.written.items():
            if name.partition("/")[2] == programme and name not in (series, f"{SUMS}/{programme}"):
                yield from _families_told(written)

    def write(self, series: str, anew: Mapping[str, Past], part: str = "") -> None:
        self.written[series, part] = packed(anew)

    def parts_of(self, series: str) -> dict[str, dict[str, Past]]:
        """Of a series that is told part by part, each once and for all: what is told of each."""
        kept = dict(Basis.objects.filter(series=series).values_list("part", "contents"))
        written = {part: contents for (name, part), contents in self.written.items() if name == series}
        return {part: unpacked(bytes(contents)) for part, contents in (kept | written).items()}

    def pasts_of(self, series: str) -> list[dict[str, Past]]:
        """What every earlier release told of it, and this one so far, the oldest first; by breakdown."""
        kept = Basis.objects.filter(series=series).order_by("release__number", "pk").values_list("contents", flat=True)
        written = [contents for (name, _), contents in self.written.items() if name == series]
        return [unpacked(bytes(contents)) for contents in (*kept, *written)]


def _families_told(contents: bytes) -> Iterator[Families]:
    for past in unpacked(contents).values():
        yield from families_told(Tree(past.parents), past.version)


def _made(breakdown: Breakdown, pasts: list[Past], beside: Beside) -> tuple[Tree, Version]:
    """Rows of earlier releases are rows of it as well: that nobody is left in them is a change."""
    known = {row: parent for past in pasts for row, parent in past.parents.items()}
    tree = Tree(known | dict(breakdown.parents))
    return tree, shown_of(tree, breakdown.counted, [past.version for past in pasts], beside=beside)


def _past(breakdown: Breakdown, tree: Tree, version: Version, on: date) -> Past:
    told = {row: breakdown.cells(tree.leaves(row)) for row in sorted(version.shown)}
    for row in version.whole:
        told[row] |= breakdown.by_column(tree.leaves(row))
    return Past(tree.parents, version, told, on)


def _rows(tree: Tree, anew: Past, pasts: list[Past]) -> Rows:
    return [last_told(row, anew, pasts) for row in sorted(tree.rows)]


def last_told(row: str, anew: Past, pasts: list[Past]) -> Told:
    """As it is told now, or as it was told last; hidden where it never was."""
    if row in anew.told:
        return Told(row, KNOWN, anew.as_of, anew.told[row])
    before = next((past for past in reversed(pasts) if row in past.told), None)
    return Told(row, HELD, before.as_of, before.told[row]) if before else Told(row, HIDDEN)
