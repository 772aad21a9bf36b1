"""Chooses the rows of a table that are shown: begins with all, and drops rows until nothing small can be derived."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from sanad.publication.hiding.beside import Beside, families_in
from sanad.publication.hiding.enough import Measure
from sanad.publication.hiding.trees import Atom, Leaves, Tree, inside, joined
from sanad.publication.hiding.versions import WHOLE, Counted, Version, columns_of, difference
from sanad.publication.hiding.weighing import Weighed

Rows = frozenset[str]
USUAL = Measure()
NOTHING_BESIDE = Beside()


def shown_of(
    tree: Tree,
    counted: Counted,
    earlier: Sequence[Version] = (),
    measure: Measure = USUAL,
    beside: Beside = NOTHING_BESIDE,
) -> Version:
    """The table with the rows that may be shown anew, beside all that earlier versions have shown, and other tables.

    A row that is not among them keeps what an earlier version told of it, or is hidden.
    """
    shown = _choice(tree, counted, earlier, (WHOLE,), measure, beside).made(tree.rows)
    columns = columns_of(counted, *(before.counted for before in earlier))
    if columns in ((), (WHOLE,)):
        return Version(counted, shown, shown)
    return Version(counted, shown, _choice(tree, counted, earlier, columns, measure, beside).made(shown))


def _choice(
    tree: Tree,
    counted: Counted,
    earlier: Sequence[Version],
    columns: tuple[str, ...],
    measure: Measure,
    beside: Beside,
) -> "_Choice":
    told = [before.rows_shown(columns[0]) & tree.rows for before in earlier]
    versions = [
        _Earlier(
            rows,
            [atom.leaves for atom in tree.atoms(rows)],
            Weighed(before.counted, columns, measure),
            Weighed(difference(before.counted, counted), columns, measure),
        )
        for before, rows in zip(earlier, told, strict=True)
        if rows
    ]
    return _Choice(tree, Weighed(counted, columns, measure), versions, measure, beside)


@dataclass(frozen=True)
class _Earlier:
    """An earlier version: what it showed, its atoms, what it counted, and what has changed since."""

    rows: Rows
    atoms: list[Leaves]
    then: Weighed
    since: Weighed

    @cached_property
    def still(self) -> list[Leaves]:
        """Its atoms in which too little changed for anyone to notice."""
        return [part for part in self.atoms if not self.since.is_enough(part)]


@dataclass(frozen=True)
class _Choice:
    tree: Tree
    now: Weighed
    earlier: Sequence[_Earlier]
    measure: Measure
    beside: Beside

    def made(self, rows: Rows) -> Rows:
        """Drop a row, with all within it, for each thing that could be derived; until there is none."""
        shown = rows
        while dropped := self._dropped(shown):
            shown = shown.difference(*(self.tree.below(row) for row in dropped))
        return shown

    def _dropped(self, shown: Rows) -> list[str]:
        """For what tells too much by itself; else beside other tables, or the first earlier version beside which
        something does.
        """
        atoms = list(self.tree.atoms(shown))
        wrong = [atom for atom in atoms if not self.now.is_open(atom.leaves) or self._is_tight(atom, shown)]
        by_itself = [self._for(atom, self.now, shown) for atom in wrong]
        by_others = by_itself or [row for row in sorted(shown) if self._is_close(self.tree.leaves(row))]
        left = by_others or [self._for(atom, self.now, shown) for atom in atoms if self._is_close(atom.leaves)]
        beside = (list(self._beside(one, atoms, shown)) for one in self.earlier)
        return left or next((rows for rows in beside if rows), [])

    def _is_close(self, leaves: Leaves) -> bool:
        """Whether a number of another table counts nearly the same families."""
        columns = self.now.columns if self.beside.told else ()
        return any(
            self.beside.is_close(families_in(self.now.counted, leaves, column), self.measure.fewest)
            for column in columns
        )

    def _is_tight(self, atom: Atom, shown: Rows) -> bool:
        """Whether hidden rows can only be about as many as they are, for whoever guesses that each is small or knows
        that a row of nobody is not hidden.
        """
        hidden = self.tree.hidden_in(atom.row, shown)
        members = [size for row in hidden if (size := self.now.families(self.tree.leaves(row)))]
        over = sum(members) - len(members)
        under = (self.measure.fewest - 1) * len(members) - sum(members)
        return bool(members) and (0 <= under < self.measure.room or over < self.measure.room)

    def _beside(self, before: _Earlier, atoms: list[Atom], shown: Rows) -> Iterator[str]:
        """For what tells too much of what changed since; or of either version, if one guesses that little changed."""
        yield from (row for row in shown & before.rows if not before.since.is_open(self.tree.leaves(row)))
        of = {atom.leaves: atom for atom in atoms}
        for part in joined(of, before.atoms):
            if not before.since.is_open(part):
                within = [of[leaves] for leaves in inside(of, [part])[part]] or [of[part]]
                yield self._for(self._foremost(within), before.since, shown)
        for leaves, parts in inside(before.still, of).items():
            if not self.now.is_open(leaves.difference(*parts)):
                yield self._for(of[leaves], self.now, shown)
        yield from (self._for(atom, before.then, shown) for atom in self._opened(before, of))

    def _opened(self, before: _Earlier, of: dict[Leaves, Atom]) -> Iterator[Atom]:
        """What was hidden then and is told now, though little changed, tells what it was then, and what is left."""
        still = [leaves for leaves in of if not before.since.is_enough(leaves)]
        for part, parts in inside(still, before.atoms).items():
            if not all(before.then.is_open(one) for one in (part.difference(*parts), *parts)):
                yield self._foremost([of[leaves] for leaves in parts])

    def _foremost(self, atoms: list[Atom]) -> Atom:
        """A row that stands by itself before what is left of one."""
        return min(atoms, key=lambda atom: (atom.row in self.tree.children, self.now.families(atom.leaves), atom.row))

    def _for(self, atom: Atom, by: Weighed, shown: Rows) -> str:
        """The row itself; of what is left of a row, the least shown one within it that adds to what is left."""
        inner = [child for child in self.tree.children.get(atom.row, ()) if child in shown]
        return min(inner, key=lambda row: self._least(by, self.tree.leaves(row)), default=atom.row)

    def _least(self, by: Weighed, leaves: Leaves) -> tuple[bool, int, int]:
        families = by.families(leaves)
        return not families, families, self.now.oldest(leaves)
