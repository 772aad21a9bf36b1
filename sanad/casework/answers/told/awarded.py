"""The decision that stands, its lines, and the steps of the way."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from sanad.casework.answers.told.sums import MoneyTold
from sanad.casework.answers.told.words import Piece, Said, Words


@dataclass(frozen=True, slots=True)
class AwardTold:
    """The decision that stands. `outcome`: award, refuse, defer, refer, incomplete, unpublished or error. `why` has the
    pieces by language where a rule decided the claim as a whole, before its lines.
    """

    reference: str
    round: str
    version: int
    decided_on: date
    outcome: str
    reasons: tuple[Said, ...]
    net: int | None
    object_until: date | None = None
    why: dict[str, tuple[Piece, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LineTold:
    """One line of the award. `money` is None where the line is not awarded. `why` has the pieces by language: how the
    sum came about, or why there is none, with rule and source; empty while it is not yet explained.
    """

    line: str
    label: Words
    outcome: str
    reasons: tuple[Said, ...]
    money: MoneyTold | None
    why: dict[str, tuple[Piece, ...]]
    halted: bool = False


@dataclass(frozen=True, slots=True)
class StepTold:
    """A step of the way. `unlocked_by` is what has to happen first, empty of what is done."""

    code: str
    label: Words
    state: Literal["done", "now", "next"]
    on: date | None = None
    amount: int | None = None
    unlocked_by: tuple[Said, ...] = ()
