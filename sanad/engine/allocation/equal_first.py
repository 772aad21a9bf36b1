"""Everyone's first part alike (constrained equal awards), as high as the funds that may pay each one reach."""

import numpy as np

from sanad.engine.allocation.in_order import in_order
from sanad.engine.allocation.network import Bools, Ints, Network, by_kind
from sanad.engine.allocation.wants import Wants


def equal_first(wants: Wants, network: Network, before: Ints) -> Ints:
    """What each need gets, when all payees rise together from 0. `before`: what each kind holds already.

    Units too few to go round go one each to the first in order. Kinds that draw on used-up funds stop; the others rise
    on. Within a payee the first need comes first, and the next one goes on where it had to stop.
    """
    held, height = np.zeros(len(wants.amount), np.int64), 0
    stuck = network.stuck(before)
    while not (settled := stuck[wants.kind]).all():
        begins = wants.begins(held, settled)
        ends = wants.ends(begins)
        given = before + by_kind(wants.kind[settled], held[settled], len(before))
        open_ = ~settled if settled.any() else slice(None)
        rising = _Rising(wants.kind[open_], begins[open_], ends[open_])
        reached = rising.height(network, given)
        if reached >= height:
            held[open_] = rising.at(reached)
            height = reached + 1
        if reached >= rising.highest:
            return held
        units = np.zeros(len(held), np.int64)
        units[open_] = rising.at(height)
        units[open_] -= held[open_]
        held += in_order(Wants.alone(wants.kind, units), network, before + by_kind(wants.kind, held, len(before)))
        stuck = network.stuck(before + by_kind(wants.kind, held, len(before)))
    return held


class _Rising:
    """Needs that rise: at a height, each has what of it lies below."""

    def __init__(self, kind: Ints, begins: Ints, ends: Ints) -> None:
        self.kind, self.begins, self.ends = kind, begins, ends
        self.highest = int(ends.max(initial=0))

    def at(self, height: int) -> Ints:
        found = np.clip(height, self.begins, self.ends)
        found -= self.begins
        return np.asarray(found)

    def height(self, network: Network, given: Ints) -> int:
        """The greatest height that the funds reach; -1 where they do not even reach 0."""
        height = self.highest
        while True:
            short = network.short(given + by_kind(self.kind, self.at(height), len(given)))
            if short is None:
                return height
            height = self._below(short[self.kind], network.money(short) - int(given[short].sum()), height)

    def _below(self, counted: Bools, there: int, high: int) -> int:
        """The greatest height below `high` at which those counted ask for no more than is there."""
        begins, ends = self.begins[counted], self.ends[counted]
        low, below = 0, 0
        while high - low > 1:
            middle = (low + high) // 2
            if below + int((np.clip(middle, begins, ends) - begins).sum()) <= there:
                low = middle
                below += int((ends - begins)[ends <= low].sum())
                begins, ends = begins[ends > low], ends[ends > low]
            else:
                high = middle
                begins, ends = begins[begins < high], ends[begins < high]
        return low
