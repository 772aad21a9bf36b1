"""The types of names and expressions, with their units, scales and ranges.

A number is an integer scaled by ten to its `scale`: 58.4 m2 is 584 of scale 1, a currency's scale is its exponent.
`low` and `high` bound it, inclusive, in the same scaled integers: the loader proves by them that nothing leaves int64.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

INT64_MAX = 2**63 - 1
FINEST = 18
"""The most decimals: ten to this power is the last that int64 holds."""
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2100, 12, 31)
Unit = tuple[tuple[str, int], ...]
"""Dimensions with their powers, sorted: `NPR/m2` is `(("NPR", 1), ("m2", -1))`; a pure number is `()`."""


@dataclass(frozen=True, slots=True)
class Number:
    unit: Unit
    scale: int
    low: int
    high: int

    def within(self, low: int, high: int) -> "Number":
        return replace(self, low=low, high=high)


@dataclass(frozen=True, slots=True)
class Boolean:
    pass


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a set of codes."""

    options: frozenset[str]
    within: tuple[tuple[str, str], ...] = ()
    """Of places: each with the place around it, which is empty for the outermost."""


@dataclass(frozen=True, slots=True)
class Day:
    low: date = FIRST_DAY
    high: date = LAST_DAY


@dataclass(frozen=True, slots=True)
class Text:
    """Free text: kept out of rules and out of every snapshot."""


@dataclass(frozen=True, slots=True)
class Identity:
    """The id of a thing: it may be a sort key and nothing else."""


Type = Number | Boolean | Choice | Day | Text | Identity
Value = int | bool | str | date
"""A fact in the engine's form: scaled integer, boolean, code or date. An absent fact has none."""
Facts = Mapping[str, Value]


def read_unit(text: str) -> Unit:
    """`NPR/m2` as dimensions; `ratio` and the empty text are a pure number. Raises ValueError on a malformed unit."""
    powers: dict[str, int] = {}
    for position, part in enumerate(text.split("/")):
        for name in part.split("*"):
            if not name.strip().isidentifier():
                raise ValueError(text)
            powers[name.strip()] = powers.get(name.strip(), 0) + (1 if position == 0 else -1)
    powers.pop("ratio", None)
    return tuple(sorted((name, power) for name, power in powers.items() if power))


def write_unit(unit: Unit) -> str:
    over = "*".join(name if power == 1 else f"{name}^{power}" for name, power in unit if power > 0)
    under = "/".join(name if power == -1 else f"{name}^{-power}" for name, power in unit if power < 0)
    return f"{over or '1'}/{under}" if under else over or "ratio"
