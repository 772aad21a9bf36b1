"""Choices for random rule sets, drawn by Hypothesis, so that what fails is made small."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import TypeVar

from hypothesis import strategies as st

Thing = TypeVar("Thing")


class Dice:
    """Smaller rule sets come from lower draws: the first of several, and no where yes and no are possible."""

    def __init__(self, draw: Callable[[st.SearchStrategy], object]) -> None:
        self.draw = draw

    def one_of(self, things: Sequence[Thing]) -> Thing:
        return things[self.number(0, len(things) - 1)]

    def some_of(self, things: Sequence[Thing], most: int) -> list[Thing]:
        """Up to `most` different ones, in any order."""
        left = list(things)
        return [left.pop(self.number(0, len(left) - 1)) for _ in range(self.number(0, min(most, len(left))))]

    def number(self, low: int, high: int) -> int:
        return self.draw(st.integers(low, high))

    def chance(self, percent: int) -> bool:
        return self.number(0, 99) >= 100 - percent

    def decimal(self, low: int, high: int, decimals: int) -> Decimal:
        return Decimal(self.number(low * 10**decimals, high * 10**decimals)).scaleb(-decimals)

    def day(self, low: date, high: date) -> date:
        return date.fromordinal(self.number(low.toordinal(), high.toordinal()))
