"""Small shares of money, and what is best among all that the funds allow: found by trying every way there is."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, product

import numpy as np
from hypothesis import strategies as st

from sanad.engine.allocation.steps import Needs, Step, share
from sanad.engine.allocation.wants import NO_CEILING

Held = tuple[int, ...]


@dataclass(frozen=True)
class Small:
    """Needs in order, each with its payee and its kind; the funds, and which of them may pay each kind."""

    due: list[int]
    kind: list[int]
    payee: list[int]
    reach: list[tuple[int, ...]]
    funds: list[int]

    @property
    def needs(self) -> Needs:
        places = np.arange(len(self.due))
        return Needs(places, np.array(self.kind, np.int64), np.array(self.due, np.int64))

    def step(self, way: str, at_most: int = NO_CEILING, ceilings: Sequence[int] = (), **more) -> Step:
        size = len(self.due)
        given = {
            "takes_part": np.ones(size, np.bool_),
            "first": np.zeros(size, np.bool_),
            "payee": np.array(self.payee, np.int64),
            "payable": np.full(size, NO_CEILING),
            "room": np.full(size, at_most),
            "counted": np.zeros(size, np.bool_),
            "ceilings": tuple(np.full(size, ceiling) for ceiling in ceilings),
        }
        return Step(way, **(given | more))

    def shared(self, *steps: Step) -> Held:
        return tuple(int(one) for one in sum(share(self.needs, self.reach, self.funds, steps)))

    def richer(self, fund: int, more: int) -> "Small":
        funds = [amount + more * (own == fund) for own, amount in enumerate(self.funds)]
        return Small(self.due, self.kind, self.payee, self.reach, funds)

    def served(self, held: Sequence[int | Fraction]) -> bool:
        """Whether the funds can pay this: no group of needs asks more than the funds that it may draw on."""
        return all(self.asked(held, own) <= self.money(own) for own in self.groups())

    def groups(self) -> Iterator[set[int]]:
        kinds = range(len(self.reach))
        return (set(own) for size in range(1, len(self.reach) + 1) for own in combinations(kinds, size))

    def asked(self, held: Sequence[int | Fraction], kinds: set[int]) -> int | Fraction:
        return sum(one for one, kind in zip(held, self.kind, strict=True) if kind in kinds)

    def money(self, kinds: set[int]) -> int:
        return sum(self.funds[own] for own in {place for kind in kinds for place in self.reach[kind]})

    def best(self, key: Callable[[Held], object]) -> Held:
        """Of all that the funds can pay, what stands highest by this key."""
        every = product(*(range(due + 1) for due in self.due))
        return max((held for held in every if self.served(held)), key=key)

    def most(self) -> int:
        """The most money that can be paid out at all."""
        return sum(self.best(sum))

    def exact_parts(self) -> list[Fraction]:
        """Everyone's exact pro rata share: the smallest part settles first, with all that its funds hold."""
        parts = [Fraction(0)] * len(self.due)
        settled: set[int] = set()
        while open_kinds := {kind for kind in self.kind if kind not in settled}:
            groups = [group for group in self.groups() if group & (open_kinds - settled)]
            found = [(self._part(group, settled, parts), sorted(group)) for group in groups]
            part, own = min(found, key=lambda pair: (pair[0], -len(pair[1])))
            part, own = (Fraction(1), sorted(open_kinds)) if part >= 1 else (part, own)
            for place, kind in enumerate(self.kind):
                if kind in own and kind not in settled:
                    parts[place] = part * self.due[place]
            settled |= set(own)
        return parts

    def _part(self, group: set[int], settled: set[int], parts: list[Fraction]) -> Fraction:
        there = self.money(group) - self.asked(parts, group & settled)
        owed = self.asked(self.due, group - settled)
        return Fraction(there) / owed if owed else Fraction(2)


@st.composite
def small_funds(draw, needs: int = 4, most: int = 3, payees: bool = False) -> Small:
    reach = draw(st.lists(st.sets(st.integers(0, 2)).map(sorted).map(tuple), min_size=1, max_size=3, unique=True))
    size = draw(st.integers(0, needs))
    whose = st.integers(0, 2)
    return Small(
        draw(st.lists(st.integers(0, most), min_size=size, max_size=size)),
        draw(st.lists(st.integers(0, len(reach) - 1), min_size=size, max_size=size)),
        draw(st.lists(whose, min_size=size, max_size=size)) if payees else list(range(size)),
        reach,
        draw(st.lists(st.integers(0, 2 * most), min_size=3, max_size=3)),
    )
