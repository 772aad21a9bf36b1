"""What several earmarked funds can serve together: exact maximum flow in whole units (OR-tools, 64 bits).

Needs that the same funds may pay are of one kind. The funds stand on one side, the kinds on the other.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from ortools.graph.python.max_flow import SimpleMaxFlow

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
Reach = Sequence[tuple[int, ...]]
"""By kind of need, the places of the funds that may pay it."""


class Network:
    """Amounts of the funds, and which kind of need each may pay. A demand is an amount for every kind."""

    def __init__(self, funds: Sequence[int], reach: Reach) -> None:
        self.funds = np.array(funds, np.int64)
        self.reach = tuple(reach)
        self.draws = np.zeros((len(self.reach), len(funds)), np.bool_)
        for kind, places in enumerate(self.reach):
            self.draws[kind, list(places)] = True
        self.pairs: Ints = np.argwhere(self.draws).T
        kinds, to = self.pairs
        self.flow = SimpleMaxFlow()
        self.sink = 1 + len(funds) + len(self.reach)
        nodes = 1 + len(funds) + np.arange(len(self.reach))
        self.flow.add_arcs_with_capacity(np.zeros(len(funds), np.int64), 1 + np.arange(len(funds)), self.funds)
        self.between = self.flow.add_arcs_with_capacity(to + 1, nodes[kinds], self.funds[to])
        self.wanted = self.flow.add_arcs_with_capacity(nodes, np.full(len(nodes), self.sink), np.zeros_like(nodes))

    def served(self, demand: Ints) -> int:
        """How much of the demand the funds serve at most."""
        if not len(self.funds) or not len(self.reach):
            return 0
        self.flow.set_arcs_capacity(self.wanted, demand)
        if self.flow.solve(0, self.sink) != SimpleMaxFlow.OPTIMAL:
            raise ArithmeticError("the funds add up to more than 64 bits hold")
        return int(self.flow.optimal_flow())

    def short(self, demand: Ints) -> Bools | None:
        """Kinds that together ask for more than the funds that any of them may draw on; None where all are served."""
        return None if self.served(demand) == int(demand.sum()) else self._cut_off()

    def stuck(self, demand: Ints) -> Bools:
        """The kinds that cannot get one unit more, where this whole demand is served."""
        self.served(demand)
        return self._cut_off()

    def money(self, kinds: Bools) -> int:
        """What lies in the funds that any of these kinds may draw on."""
        return int(self.funds[self.draws[kinds].any(axis=0)].sum())

    def drawn(self, demand: Ints) -> Ints:
        """How much each kind (row) draws on each fund (column), where the whole demand is served."""
        found = np.zeros(self.draws.shape, np.int64)
        if self.served(demand):
            found[self.pairs[0], self.pairs[1]] = self.flow.flows(self.between)
        return found

    def _cut_off(self) -> Bools:
        cut = np.ones(len(self.reach), np.bool_)
        if len(self.funds) and len(self.reach):
            reached = np.array(self.flow.get_source_side_min_cut(), np.int64) - 1 - len(self.funds)
            cut[reached[(reached >= 0) & (reached < len(self.reach))]] = False
        return cut


def by_kind(kind: Ints, amounts: Ints, kinds: int) -> Ints:
    """The amounts added up by kind."""
    if kinds == 1:
        return np.array([amounts.sum()], np.int64)
    found = np.zeros(kinds, np.int64)
    np.add.at(found, kind, amounts)
    return found
