"""What is decided: of an instalment, of a line, of a claim. Amounts in minor units."""

from dataclasses import dataclass, field
from datetime import date

from sanad.engine.rules.outcomes import (
    AWARD,
    NOT_APPLICABLE,
    Finding,
)
from sanad.engine.rules.records import Record
from sanad.engine.rules.typed_rules import TypedInstalment, TypedLine

DECIDED = (AWARD, "refuse", NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class PartDecision:
    """An instalment: its amount (None where it cannot be known yet, for want of `gaps`) and whether it is unlocked."""

    part: TypedInstalment
    amount: int | None
    unlocked: bool
    gaps: int = 0


@dataclass(frozen=True, slots=True)
class Piece:
    """Units of one payment at the rate of its day; an estimate where that day is not known or not yet there.

    `is_known`, `part_gaps`: whether it can be known how many units this part has, and what is missing.
    """

    units: int
    day: date
    rate: int = 0
    money: int = 0
    gaps: int = 0
    is_estimate: bool = False
    is_known: bool = True
    part_gaps: int = 0


@dataclass(frozen=True, slots=True)
class LineDecision:
    """A line of a claim; amounts in minor units. `asked_for` is the amount before cap, ceilings and deductions.

    `held_back` is unlocked and unpaid, and would bring what is paid above a ceiling: it is left, and not due.
    `shared_cuts` is what each ceiling that several claims share took, in the order of the rules.
    `set_off` would be due, and is taken for what was paid too much on a claim of the same group: neither due nor left.
    `undivided`: the gaps of an instalment that is reached and of which the sum was never made public.
    """

    line: TypedLine
    outcome: str
    reasons: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    asked_for: int = 0
    amount: int = 0
    capped: int = 0
    deducted: int = 0
    parts: tuple[PartDecision, ...] = ()
    unlocked: int = 0
    paid: int = 0
    held_back: int = 0
    shared_cuts: tuple[int, ...] = ()
    set_off: int = 0
    undivided: int = 0
    number: int = 0
    """Of a line that gives a thing: how many, at the thing's decimals; `value` is money for information."""
    value: int | None = 0
    units: int = 0
    pieces: tuple[Piece, ...] = ()
    """Of a line that is fixed in units: how many, and the payments in which they become money."""

    @property
    def due(self) -> int:
        return max(0, self.unlocked - self.paid) - self.held_back - self.set_off if self.outcome == AWARD else 0

    @property
    def left(self) -> int:
        return max(0, self.amount - self.paid) - self.due - self.set_off if self.outcome == AWARD else 0

    @property
    def overpaid(self) -> int:
        return max(0, self.paid - self.amount) if self.outcome in DECIDED else 0


@dataclass(frozen=True, slots=True)
class Decision:
    """What a claim comes to. `net`, `due_now`, `left` and `overpaid` are None where it is not decided.

    `due_now` and `left` are None too where the division of an award was never made public.
    `remarks` are codes of requests for a change that are declined; they change nothing else.
    """

    claim: Record
    outcome: str
    reasons: tuple[str, ...]
    findings: tuple[Finding, ...]
    lines: tuple[LineDecision, ...]
    paid: int
    values_used: tuple[str, ...] = field(default=())
    remarks: tuple[str, ...] = ()

    def _total(self, amounts: list[int]) -> int | None:
        return sum(amounts) if self.outcome in (AWARD, "refuse") else None

    @property
    def net(self) -> int | None:
        return self._total([line.amount for line in self.lines])

    @property
    def is_estimated(self) -> bool:
        """Whether a day is still to come on which units of this award become money."""
        return any(piece.is_estimate for line in self.lines for piece in line.pieces)

    @property
    def is_divided(self) -> bool:
        return not any(line.undivided for line in self.lines)

    @property
    def due_now(self) -> int | None:
        return self._total([line.due for line in self.lines]) if self.is_divided else None

    @property
    def left(self) -> int | None:
        return self._total([line.left for line in self.lines]) if self.is_divided else None

    @property
    def overpaid(self) -> int | None:
        return self._total([line.overpaid for line in self.lines])
