"""Rules over several claims: rivals, ceilings that claims share, and setting off what was paid too much."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from sanad.engine.rules.declared.plain import Expression, Where, Words

Counts = Literal["award", "filing"]
Undecided = Literal["block", "skip"]
Sharing = Literal["in_order", "pro_rata"]


@dataclass(frozen=True, slots=True)
class Rival:
    """Of the claims of one group only `at_most` may be granted: those ranked first by the keys, the last one unique.

    `counts`: what of a claim ranked before bars the later ones, its award or that it was filed. `refused`: whether a
    filing that was itself refused still bars them. `undecided`: whether one that is not decided holds them up.
    """

    code: str
    group: str
    by: tuple[Expression, ...]
    says: Words
    source: str
    where: Where
    among: Expression | None = None
    at_most: int = 1
    counts: Counts = "award"
    refused: Literal["frees", "blocks"] = "frees"
    undecided: Undecided = "block"
    change: Words = field(default_factory=dict)
    since: date | None = None
    until: date | None = None
    because: Words = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SharedCeiling:
    """A value of an upper level that the lines of all its claims share, in the order of the keys or in proportion.

    With `when` only within things of the level of which the condition is true.
    """

    name: str
    label: Words
    level: str
    lines: tuple[str, ...]
    amount: Expression
    by: tuple[Expression, ...]
    source: str
    where: Where
    sharing: Sharing = "in_order"
    undecided: Undecided = "block"
    because: Words = field(default_factory=dict)
    when: Expression | None = None


@dataclass(frozen=True, slots=True)
class SetOff:
    """What was paid too much on one claim of a group is taken off what is due on the others, in the order of the keys.

    `at_most` is the most that is taken off one claim; it may read `due_now`. The lines take part in their order here.
    """

    label: Words
    level: str
    lines: tuple[str, ...]
    by: tuple[Expression, ...]
    source: str
    where: Where
    at_most: Expression | None = None
