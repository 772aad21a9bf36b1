"""Somebody who has every release and a solver, and tries to find out what was hidden."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ortools.sat.python import cp_model

from sanad.publication.hiding.enough import summed
from sanad.publication.hiding.trees import Leaves, Tree
from sanad.publication.hiding.versions import WHOLE, Counted, Version, difference, parts_of

MOST = 500
Cell = tuple[int, str, str]


@dataclass
class Attacker:
    """Knows the rows, the columns, what each version showed, and that families are whole numbers."""

    tree: Tree
    versions: Sequence[Version]
    columns: Sequence[str]
    model: cp_model.CpModel = field(default_factory=cp_model.CpModel)
    cells: dict[Cell, cp_model.IntVar] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for at, version in enumerate(self.versions):
            for leaf in self.tree.leaves(""):
                for column in self.columns:
                    self.cells[at, leaf, column] = self.model.new_int_var(0, MOST, f"{at} {leaf} {column}")
            for row in version.shown:
                self.model.add(self.sum_of(at, row) == families(version.counted, self.tree.leaves(row), WHOLE))
            for row in version.whole:
                for column in self.columns:
                    told = families(version.counted, self.tree.leaves(row), column)
                    self.model.add(self.sum_of(at, row, column) == told)

    def sum_of(self, at: int, row: str, column: str = WHOLE) -> cp_model.LinearExpr:
        columns = self.columns if column == WHOLE else (column,)
        return sum(self.cells[at, leaf, one] for leaf in self.tree.leaves(row) for one in columns)

    def suppose_still(self, leaves: Iterable[str]) -> None:
        """A friend tells in which rows nothing changed between the versions."""
        for leaf in leaves:
            for column in self.columns:
                self.model.add(self.cells[0, leaf, column] == self.cells[1, leaf, column])

    def room(self, about: cp_model.LinearExpr) -> int:
        """How far apart the least and the greatest possible values are; 0: it is found out."""
        return self._best(about, 1) - self._best(about, -1)

    def _best(self, about: cp_model.LinearExpr, sign: int) -> int:
        self.model.maximize(sign * about)
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        assert solver.solve(self.model) == cp_model.OPTIMAL
        return sign * round(solver.objective_value)


def families(counted: Counted, leaves: Leaves, column: str) -> int:
    return sum(1 for amount in summed(parts_of(counted, leaves, column)).values() if amount)


def small_numbers(attacker: Attacker, fewest: int) -> list[tuple[str, cp_model.LinearExpr]]:
    """Every number of a version, and every change between two, that too few families are behind."""
    tree, versions = attacker.tree, attacker.versions
    rows = [(row, column) for row in sorted(tree.rows) for column in {WHOLE, *attacker.columns}]
    found = []
    for at, version in enumerate(versions):
        for row, column in rows:
            if 0 < families(version.counted, tree.leaves(row), column) < fewest:
                found.append((f"{column} of {row} at {at}", attacker.sum_of(at, row, column)))
            for then in range(at):
                since = difference(versions[then].counted, version.counted)
                if 0 < families(since, tree.leaves(row), column) < fewest:
                    by = attacker.sum_of(at, row, column) - attacker.sum_of(then, row, column)
                    found.append((f"{column} of {row} between {then} and {at}", by))
    return found
