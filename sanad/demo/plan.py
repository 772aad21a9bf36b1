"""What the district is made of, drawn from a seed: sizes, days and shares. Same seed, same district."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import TypeVar

T = TypeVar("T")

PEOPLE = ((1, 60), (2, 110), (3, 150), (4, 200), (5, 190), (6, 120), (7, 90), (8, 50), (10, 30))
"""Sizes of households, each with how many of a thousand have it: 4.4 people on average."""


@dataclass(frozen=True, slots=True)
class Size:
    """How large the district is: a test builds a small one."""

    buildings: int = 400
    homes: int = 5_000
    intake_days: int = 20
    shared_homes: int = 24
    codes: int = 14


@dataclass(frozen=True, slots=True)
class Plan:
    """One drawing of a district that is built up to `now`. Days are counted back from it."""

    seed: int
    now: datetime
    size: Size

    def dice(self, subject: str) -> Random:
        """A stream of its own for each subject, so that a change in one leaves the others as they were."""
        return Random(f"{self.seed} {subject}")

    def ago(self, days: float) -> datetime:
        return self.now - timedelta(days=days)

    def homes_of_buildings(self) -> list[int]:
        """How many homes each building has; together exactly as many as asked for."""
        dice = self.dice("homes")
        least, over = divmod(self.size.homes, self.size.buildings)
        counts = [least + (number < over) for number in range(self.size.buildings)]
        for _ in range(self.size.buildings * 2):
            giver, taker = dice.randrange(len(counts)), dice.randrange(len(counts))
            if counts[giver] > 4 and counts[taker] < 24:
                counts[giver] -= 1
                counts[taker] += 1
        return counts


def weighted(dice: Random, counts: Sequence[tuple[T, int]]) -> T:
    return dice.choices([value for value, _ in counts], [count for _, count in counts])[0]


def drawn_id(dice: Random) -> uuid.UUID:
    return uuid.UUID(int=dice.getrandbits(128), version=4)
