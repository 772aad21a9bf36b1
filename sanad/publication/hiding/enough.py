"""The measure: how many families stand behind a number, and whether one of them is most of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

FEWEST = 10
"""Households: nothing is published that fewer account for."""
MOST_OF_ONE = 70
"""Percent of a sum that one household may be."""

Amounts = Mapping[int, int]
"""By household, what it adds to a number; 1 where households are counted. Of a change it may be below 0."""


@dataclass(frozen=True, slots=True)
class Measure:
    """The limits; tests use smaller ones, since every table of a few families can then be tried."""

    fewest: int = FEWEST
    most_of_one: int = MOST_OF_ONE

    @property
    def room(self) -> int:
        """How far what is hidden can at least be from what it is, even for somebody who guesses well."""
        return self.fewest // 2

    def is_enough(self, amounts: Amounts) -> bool:
        """Whether a number that these households make up tells of none of them: there are enough, none dominates."""
        sizes = [abs(amount) for amount in amounts.values() if amount]
        return len(sizes) >= self.fewest and max(sizes) * 100 <= self.most_of_one * sum(sizes)

    def is_open(self, amounts: Amounts) -> bool:
        """Enough, or nobody at all: that there is nobody may be said."""
        return self.is_enough(amounts) or not any(amounts.values())


def summed(parts: Iterable[Amounts]) -> dict[int, int]:
    """What each household adds to all parts together."""
    whole: dict[int, int] = {}
    for part in parts:
        for family, amount in part.items():
            whole[family] = whole.get(family, 0) + amount
    return whole


def changed(before: Amounts, after: Amounts) -> dict[int, int]:
    """By household, by how much its part differs; those who stay as they were are left out."""
    families = before.keys() | after.keys()
    differences = {family: after.get(family, 0) - before.get(family, 0) for family in families}
    return {family: by for family, by in differences.items() if by}
