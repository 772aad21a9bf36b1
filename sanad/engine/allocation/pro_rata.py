"""Pro rata: the same part of what each is owed, and a stated rule for the units that cannot be divided."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

import numpy as np

from sanad.engine.allocation.in_order import in_order
from sanad.engine.allocation.network import Bools, Ints, Network, by_kind
from sanad.engine.allocation.wants import Wants

LastUnit = Literal["first", "largest_remainder", "largest"]


def pro_rata(kind: Ints, amount: Ints, network: Network, before: Ints, last_unit: LastUnit) -> Ints:
    """What each gets, in the order of payment. `before`: what each kind holds already.

    Kinds whose funds give the smallest part settle first, with all that is in these funds; the others go on.
    """
    held, open_kinds = np.zeros_like(amount), ~network.stuck(before)
    given = before.copy()
    while (rising := open_kinds[kind]).any():
        part = _Part.smallest(network, given, by_kind(kind[rising], amount[rising], len(given)))
        if part.kinds is None:
            held[rising] = amount[rising]
            return held
        own = np.flatnonzero(rising & part.kinds[kind])
        held[own] = _divided(kind[own], amount[own], part.of_each, last_unit, network, np.where(part.kinds, given, 0))
        given += by_kind(kind[own], held[own], len(given))
        open_kinds &= ~part.kinds
    return held


@dataclass(frozen=True, slots=True)
class _Part:
    """What part of its amount everyone gets, and the kinds for which there is no more; None where all are paid."""

    of_each: Fraction
    kinds: Bools | None

    @classmethod
    def smallest(cls, network: Network, given: Ints, owed: Ints) -> "_Part":
        """The greatest part that every kind can get: the smallest among kinds that are short together."""
        # As fine as 64 bits allow: whether parts of units can be served must not be lost to rounding.
        finer = 1 << max(0, 61 - int(network.funds.sum()).bit_length() - len(network.reach).bit_length())
        fine = Network([int(fund) * finer for fund in network.funds], network.reach)
        found = cls(Fraction(1), None)
        while (short := fine.short(_demand(found.of_each * finer, owed, given * finer, fine))) is not None:
            there = network.money(short) - int(given[short].sum())
            found = cls(Fraction(there, int(owed[short].sum())), short)
        return found


def _demand(part: Fraction, owed: Ints, given: Ints, fine: Network) -> Ints:
    """What the kinds ask for at this part; of a kind that asks for more than all there is, one unit more says it."""
    asked = [int(amount) * part.numerator // part.denominator for amount in owed]
    most = int(fine.funds.sum()) + 1
    return np.array([min(most, int(own) + more) for own, more in zip(given, asked, strict=True)], np.int64)


def _divided(kind: Ints, amount: Ints, part: Fraction, last_unit: LastUnit, network: Network, given: Ints) -> Ints:
    """The part of each in whole units, adding up to all that the funds hold for them."""
    exact = amount.astype(object) * part.numerator
    floors = (exact // part.denominator).astype(np.int64)
    rest = (exact % part.denominator).astype(np.int64)
    if last_unit == "largest":
        order = np.argsort(-amount, kind="stable")
        rounded = floors + (rest >= part.denominator - rest).astype(np.int64)
        rounded[order[0]] = amount[order[0]]
        held = _filled(order[::-1], kind, rounded, network, given)
    else:
        order = np.arange(len(kind)) if last_unit == "first" else np.argsort(-rest, kind="stable")
        after = given + by_kind(kind, floors, len(given))
        held = floors + _filled(order, kind, (rest > 0).astype(np.int64), network, after)
    after = given + by_kind(kind, held, len(given))
    return np.asarray(held + _filled(order, kind, amount - held, network, after))


def _filled(order: Ints, kind: Ints, asked: Ints, network: Network, given: Ints) -> Ints:
    """Paid in this order, told in the order of payment."""
    held = np.zeros_like(asked)
    held[order] = in_order(Wants.alone(kind[order], asked[order]), network, given)
    return held
