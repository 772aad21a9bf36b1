"""The steps of an order of payment over numbers alone: needs and funds in, what each need gets out, step by step."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from sanad.engine.allocation.equal_first import equal_first
from sanad.engine.allocation.in_order import in_order
from sanad.engine.allocation.network import Bools, Ints, Network, Reach, by_kind
from sanad.engine.allocation.pro_rata import LastUnit, pro_rata
from sanad.engine.allocation.wants import NO_CEILING, Wants, at, everywhere, is_open

Way = Literal["in_order", "equal_first", "rounds", "pro_rata", "percent", "haircut"]


@dataclass(frozen=True, slots=True)
class Needs:
    """What is due, a row for each line of a claim, in the order of payment. `kind`: which funds may pay it."""

    claim: Ints
    kind: Ints
    due: Ints


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the order: by need, who takes part and how far.

    `payable`: the most that the steps up to this one may bring the need. `first`: paid in full before the others.
    `room`: what the payee may get here at most; `ceilings`: the same, round after round. What steps before this one
    brought the payee takes up of it where it is `counted`.
    """

    way: Way
    takes_part: Bools
    first: Bools
    payee: Ints
    payable: Ints
    room: Ints
    counted: Bools
    ceilings: tuple[Ints, ...] = ()
    last_unit: LastUnit = "first"


def share(needs: Needs, reach: Reach, funds: Sequence[int], steps: Iterable[Step]) -> list[Ints]:
    """What each step brings each need. Whoever is before in the order is served as far as all the money allows."""
    network = Network(funds, reach)
    held, parts = np.zeros(len(needs.due), np.int64), []
    for step in steps:
        part = _Payment(needs, network, step).of(held)
        held = held + part
        parts.append(part)
    return parts


@dataclass(frozen=True, slots=True)
class _Payment:
    """One step being paid."""

    needs: Needs
    network: Network
    step: Step

    def of(self, held: Ints) -> Ints:
        """In full to those who come first, then to the others in the step's way."""
        others = np.minimum(self.needs.due, self.step.payable)
        others -= held
        others[(others < 0) | ~self.step.takes_part] = 0
        part = np.zeros(len(held), np.int64)
        if self.step.first.any():
            first = np.where(self.step.first, others, 0)
            others -= first
            part = self._in_turn(first, held, (everywhere(NO_CEILING, len(held)),))
        room = self._rest(self.step.room, held)
        if self.step.way == "rounds":
            ceilings = [self._rest(ceiling, held) for ceiling in self.step.ceilings]
            return part + self._in_turn(others, held + part, ceilings)
        if self.step.way == "pro_rata":
            return part + self._pro_rata(others, held + part, room)
        if self.step.way == "equal_first":
            return part + self._by_payee(others, held + part, room)
        return part + self._in_turn(others, held + part, (room,))

    def _rest(self, room: Ints, held: Ints) -> Ints:
        """What of each payee's room the steps before have not taken up."""
        if not self.step.counted.any() or is_open(room) or not held.any():
            return room
        spent = np.zeros(int(self.step.payee.max()) + 1, np.int64)
        np.add.at(spent, self.step.payee, np.where(self.step.counted, held, 0))
        return np.asarray(np.where(room == NO_CEILING, room, np.maximum(room - spent[self.step.payee], 0)))

    def _before(self, held: Ints) -> Ints:
        return by_kind(self.needs.kind, held, len(self.network.reach))

    def _in_turn(self, amount: Ints, held: Ints, rooms: Sequence[Ints]) -> Ints:
        """In order, once under each of the ceilings; what an earlier one brought counts under the next."""
        part = np.zeros(len(held), np.int64)
        for room in rooms:
            own = _grouped(self.step.payee, amount, part)
            before = self._before(held) + self._before(part)
            part[own.order] += in_order(own.wants(self.needs.kind, room), self.network, before)
        return part

    def _by_payee(self, amount: Ints, held: Ints, room: Ints) -> Ints:
        part = np.zeros(len(held), np.int64)
        own = _grouped(self.step.payee, amount, part)
        part[own.order] = equal_first(own.wants(self.needs.kind, room), self.network, self._before(held))
        return part

    def _pro_rata(self, amount: Ints, held: Ints, room: Ints) -> Ints:
        """A claim's lines that the same funds may pay share in one amount, so that it is divided once."""
        own = _grouped(self.step.payee, amount, np.zeros(len(held), np.int64))
        under = own.wants(self.needs.kind, room)
        begins = under.begins(own.amount, np.zeros(len(own.amount), np.bool_))
        limited = np.zeros(len(held), np.int64)
        limited[own.order] = under.ends(begins) - begins
        together = self.needs.claim * len(self.network.reach) + self.needs.kind
        one = _grouped(together, limited, np.zeros(len(held), np.int64))
        firsts = np.flatnonzero(np.diff(one.payee, prepend=-1))
        sums = np.zeros(len(firsts), np.int64)
        np.add.at(sums, one.payee, one.amount)
        shares = pro_rata(
            self.needs.kind[one.order][firsts], sums, self.network, self._before(held), self.step.last_unit
        )
        inside = Wants(self.needs.kind[one.order], one.amount, one.payee, shares[one.payee])
        begins = inside.begins(one.amount, np.zeros(len(one.amount), np.bool_))
        part = np.zeros(len(held), np.int64)
        part[one.order] = inside.ends(begins) - begins
        return part


@dataclass(frozen=True, slots=True)
class _Grouped:
    """Needs that ask for something, a payee's side by side; a payee stands where its first need stands."""

    order: Ints
    payee: Ints
    amount: Ints
    got: Ints

    def wants(self, kind: Ints, room: Ints) -> Wants:
        is_alone = not len(self.payee) or int(self.payee[-1]) + 1 == len(self.payee)
        return Wants(at(kind, self.order), self.amount, None if is_alone else self.payee, self._rest_of(room))

    def _rest_of(self, room: Ints) -> Ints:
        """What is left of each payee's room after what it got."""
        own = at(room, self.order)
        if is_open(room) or not self.got.any():
            return own
        sums = np.zeros(int(self.payee[-1]) + 1, np.int64)
        np.add.at(sums, self.payee, self.got)
        return np.asarray(np.where(own == NO_CEILING, own, np.maximum(own - sums[self.payee], 0)))


def _grouped(payee: Ints, amount: Ints, got: Ints) -> _Grouped:
    asking = np.flatnonzero(amount > 0)
    own = payee[asking]
    if (own[1:] >= own[:-1]).all():
        rising = np.zeros(len(own), np.int64)
        np.cumsum(own[1:] != own[:-1], out=rising[1:])
        return _Grouped(asking, rising, *_still(amount, got, asking))
    _, firsts, place = np.unique(own, return_index=True, return_inverse=True)
    order = np.argsort(firsts[place], kind="stable")
    sorted_firsts = firsts[place][order]
    rising = np.cumsum(np.diff(sorted_firsts, prepend=sorted_firsts[:1]) != 0)
    kept = asking[order]
    return _Grouped(kept, rising, *_still(amount, got, kept))


def _still(amount: Ints, got: Ints, places: Ints) -> tuple[Ints, Ints]:
    """What is still asked for at these places, and what was got there."""
    if not got.any():
        return amount[places], everywhere(0, len(places))
    return amount[places] - got[places], got[places]
