"""In order: each in full as far as the funds that may pay it reach; the last one reached may be part paid."""

import numpy as np

from sanad.engine.allocation.network import Bools, Ints, Network, by_kind
from sanad.engine.allocation.wants import Wants


def in_order(wants: Wants, network: Network, before: Ints) -> Ints:
    """What each need gets. `before`: what each kind holds already.

    Where a need cannot be paid in full, all kinds that draw on the same used-up funds stop; the others go on.
    """
    held, given = np.zeros(len(wants.amount), np.int64), before.copy()
    stuck, start = network.stuck(given), 0
    while start < len(held):
        settled = stuck[wants.kind]
        settled[:start] = True
        asked = _asked(wants, held, settled)
        end = _reached(wants.kind, asked, network, given)
        held[:end] += asked[:end]
        given += by_kind(wants.kind[:end], asked[:end], len(given))
        if end < len(held):
            held[end] = _part(network, given, wants.kind[end], asked[end])
            given[wants.kind[end]] += held[end]
            stuck = network.stuck(given)
        start = end + 1
    return held


def _asked(wants: Wants, held: Ints, settled: Bools) -> Ints:
    """What each need still asks for, of those that are not settled."""
    begins = wants.begins(held, settled)
    asked = wants.ends(begins)
    asked -= begins
    asked[settled] = 0
    return asked


def _reached(kind: Ints, asked: Ints, network: Network, given: Ints) -> int:
    """How many from the first on can be paid in full.

    From all of them downwards: as long as some kinds ask for more than there is, up to where these are served.
    """
    end = len(asked)
    while True:
        short = network.short(given + by_kind(kind[:end], asked[:end], len(given)))
        if short is None:
            return end
        there = network.money(short) - int(given[short].sum())
        end = _served(np.cumsum(np.where(short[kind[:end]], asked[:end], 0)), there)


def _served(sums: Ints, there: int) -> int:
    return int(np.searchsorted(sums, there, side="right"))


def _part(network: Network, given: Ints, kind: int, asked: int) -> int:
    wanted = given.copy()
    wanted[kind] += asked
    return network.served(wanted) - int(given.sum())
