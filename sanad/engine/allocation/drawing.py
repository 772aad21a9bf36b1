"""Which fund pays which need: the narrowest earmarks first, so that what is left is the freest money."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sanad.engine.allocation.network import Ints, Network, Reach, by_kind
from sanad.engine.allocation.wants import everywhere


@dataclass(frozen=True, slots=True)
class Drawn:
    """Amounts that funds pay needs, a row each: the need's place, the fund's, and how much."""

    need: Ints
    fund: Ints
    amount: Ints


def draw(kind: Ints, held: Ints, due: Ints, reach: Reach, funds: Sequence[int]) -> Drawn:
    """Divide what the needs hold over the funds; needs in the order of payment, each served once if it can be."""
    demand = by_kind(kind, held, len(reach))
    narrow = narrowest_first(by_kind(kind, due, len(reach)), reach, len(funds))
    amounts = _used(demand, reach, funds, narrow)
    drawn = Network(amounts, reach).drawn(demand)
    found = [_of_kind(np.flatnonzero((kind == own) & (held > 0)), held, by, narrow) for own, by in enumerate(drawn)]
    if not found:
        return Drawn(*(np.zeros(0, np.int64) for _ in range(3)))
    if len(found) == 1:
        return Drawn(*found[0])
    need, fund, amount = (np.concatenate(column) for column in zip(*found, strict=True))
    order = np.argsort(need, kind="stable")
    return Drawn(need[order], fund[order], amount[order])


def narrowest_first(due: Ints, reach: Reach, funds: int) -> list[int]:
    """Funds by how much of all that is due each may pay, the least first; of equals the one that is named first."""
    within = [0] * funds
    for amount, places in zip(due, reach, strict=True):
        for own in places:
            within[own] += int(amount)
    return sorted(range(funds), key=lambda own: (within[own], own))


def _used(demand: Ints, reach: Reach, funds: Sequence[int], narrow: Sequence[int]) -> list[int]:
    """How much of each fund is used when the narrower ones are used as far as they can be."""
    used, served = [0] * len(funds), 0
    opened = [0] * len(funds)
    for own in narrow:
        opened[own] = funds[own]
        now = Network(opened, reach).served(demand)
        used[own], served = now - served, now
    return used


def _of_kind(places: Ints, held: Ints, drawn: Ints, narrow: Sequence[int]) -> tuple[Ints, Ints, Ints]:
    """The needs of one kind in order, along its funds from the narrowest on: cut wherever either one ends."""
    funds = np.array([own for own in narrow if drawn[own] > 0], np.int64)
    if len(funds) == 1:
        return places, everywhere(int(funds[0]), len(places)), held[places]
    ends = np.cumsum(held[places])
    fund_ends = np.cumsum(drawn[funds])
    cuts = np.unique(np.concatenate([ends, fund_ends]))
    need = places[np.searchsorted(ends, cuts)]
    return need, funds[np.searchsorted(fund_ends, cuts)], np.diff(cuts, prepend=0)
