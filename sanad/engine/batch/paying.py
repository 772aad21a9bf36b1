"""An order of payment and its funds, over what is due: what each step brings each claim, and which fund pays it.

The interpreter and the batch each find what is due and who takes part; from there on it is numbers, for both.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from typing import Self

import numpy as np

from sanad.engine.allocation.drawing import Drawn, draw
from sanad.engine.allocation.network import Bools, Ints, Reach
from sanad.engine.allocation.steps import Needs, Step, share
from sanad.engine.allocation.wants import NO_CEILING, everywhere
from sanad.engine.money import exponent, scaled
from sanad.engine.rules.declared import PaymentStep, Reserve, Where
from sanad.engine.rules.funds import Fund
from sanad.engine.rules.ruleset import RuleSet
from sanad.engine.rules.typed_rules import TypedStep

WORD = 62
"""How many funds one column of bits holds."""
WHOLE = 1_000_000
"""A whole, in the parts in which percentages are counted."""
WHOLE_FUND = TypedStep(
    PaymentStep("in_order", "in_order", {}, None, "", Where("order.yaml", 0)), None, None, None, None
)
"""How a fund is paid out where the order of payment has no steps: in full, in the order of the queue."""


@dataclass(frozen=True, slots=True)
class StepColumns:
    """Of one step, by claim: who takes part, who is paid in full first, the payee and what it was paid before for the
    step's lines, and the part of what is unlocked that is payable. No payee: each claim is its own."""

    takes_part: Bools
    first: Bools
    payee: Ints | None
    paid_before: Ints
    payable: Ints


@dataclass(frozen=True, slots=True)
class DueLines:
    """A row for each line of a claim with something due: the places of both, what is due and what was paid before."""

    claim: Ints
    line: Ints
    due: Ints
    paid: Ints

    @classmethod
    def of(cls, due: Sequence[Ints], paid: Sequence[Ints]) -> Self:
        """Out of a column for each line; nothing of these is held on to, since a column may be long."""
        side_by_side = np.array(due, np.int64).reshape(len(due), len(due[0]) if due else 0).T
        claim, line = np.nonzero(side_by_side)
        amount, line = side_by_side[claim, line], line.astype(np.int16)
        return cls(claim, line, amount, _paid(claim, line, paid))


@dataclass(frozen=True, slots=True)
class Queue:
    """The claims with something due, in the order of payment: their lines, and columns by step.

    `met`: the funds whose conditions the claim meets, as bits.
    """

    lines: DueLines
    met: Sequence[Ints]
    steps: Sequence[StepColumns]

    @property
    def size(self) -> int:
        return len(self.steps[0].takes_part)


@dataclass(frozen=True, slots=True)
class FundUse:
    """What became of a fund. `within_reach`: all that is due for which it may be used."""

    fund: Fund
    reserved: int
    allocated: int
    within_reach: int

    @property
    def left(self) -> int:
        return self.fund.amount - self.reserved - self.allocated


@dataclass(frozen=True, slots=True)
class Allocation:
    """`steps`: what each brings each claim; then a row for each amount that a fund pays for a line of a claim."""

    steps: Sequence[Ints]
    claim: Ints
    line: Ints
    fund: Ints
    amount: Ints
    funds: Sequence[FundUse]


def steps_of(rules: RuleSet) -> Sequence[TypedStep]:
    """The steps by which a fund is paid out."""
    return (rules.order.steps if rules.order else ()) or (WHOLE_FUND,)


def allocate(rules: RuleSet, queue: Queue, funds: Sequence[Fund]) -> Allocation:
    """Share the funds among the claims in the queue."""
    lines = [line.name for line in rules.money_lines]
    claim, line = queue.lines.claim, queue.lines.line
    kind, reach = _kinds(queue, funds, lines, claim, line)
    needs = Needs(claim, kind, queue.lines.due)
    reserve = rules.declared.order.reserve if rules.declared.order else None
    scale = exponent(rules.declared.currency)
    reserved = [kept_back(fund.amount, reserve, scale) for fund in funds]
    money = [fund.amount - kept for fund, kept in zip(funds, reserved, strict=True)]
    plans = zip(steps_of(rules), queue.steps, strict=True)
    # One after the other, since the columns of a step over millions of needs take hundreds of megabytes.
    steps = (
        _Planned(step.declared, columns, needs, lines, line, queue.lines.paid, scale).step() for step, columns in plans
    )
    parts = share(needs, reach, money, steps)
    drawn = draw(kind, reduce(np.add, parts), needs.due, reach, money)
    by_claim = [_by_claim(claim, part, queue.size) for part in parts]
    uses = _uses(funds, reserved, drawn, needs, reach)
    return Allocation(by_claim, claim[drawn.need], line[drawn.need], drawn.fund, drawn.amount, uses)


def _paid(claim: Ints, line: Ints, columns: Sequence[Ints]) -> Ints:
    if not any(column.any() for column in columns):
        return everywhere(0, len(claim))
    paid = np.zeros(len(claim), np.int64)
    for place, column in enumerate(columns):
        own = line == place
        paid[own] = column[claim[own]]
    return paid


def _by_claim(claim: Ints, amounts: Ints, claims: int) -> Ints:
    sums = np.zeros(claims, np.int64)
    np.add.at(sums, claim, amounts)
    return sums


def _kinds(queue: Queue, funds: Sequence[Fund], lines: Sequence[str], claim: Ints, line: Ints) -> tuple[Ints, Reach]:
    """Each need's kind, and by kind the funds that may pay it; kinds in the order of their funds' places."""
    pattern = reduce(_together, queue.met, everywhere(0, queue.size))
    firsts, code = _patterns(pattern)
    met = [_met(queue.met, int(own), len(funds)) for own in firsts]
    table = [[tuple(own for own in places if funds[own].may_pay(name)) for name in lines] for places in met]
    reach = sorted({places for row in table for places in row})
    numbers = {places: own for own, places in enumerate(reach)}
    if len(reach) == 1:
        return everywhere(0, len(claim)), reach
    kinds = np.array([[numbers[places] for places in row] for row in table], np.int64).reshape(len(table), len(lines))
    return kinds[code[claim], line], reach


def _patterns(pattern: Ints) -> tuple[Ints, Ints]:
    """Where each pattern first stands, and by claim the number of its pattern."""
    if len(pattern) and _is_same(pattern):
        return np.zeros(1, np.int64), everywhere(0, len(pattern))
    _, firsts, code = np.unique(pattern, return_index=True, return_inverse=True)
    return firsts, code


def _is_same(numbers: Ints) -> bool:
    return not len(numbers) or bool(numbers.min() == numbers.max())


def _together(pattern: Ints, word: Ints) -> Ints:
    """One number for each pair of a pattern and a word of bits."""
    if _is_same(word):
        return pattern
    _, codes = np.unique(word, return_inverse=True)
    _, pairs = np.unique(pattern * (int(codes.max(initial=0)) + 1) + codes, return_inverse=True)
    return np.asarray(pairs)


def _met(words: Sequence[Ints], claim: int, funds: int) -> list[int]:
    return [own for own in range(funds) if int(words[own // WORD][claim]) >> own % WORD & 1]


def kept_back(amount: int, reserve: Reserve | None, scale: int) -> int:
    """What no step may touch of a fund that holds this much."""
    if reserve is None:
        return 0
    if reserve.amount is not None:
        return min(amount, scaled(reserve.amount, scale))
    return -(-amount * parts_of(reserve) // WHOLE)


def parts_of(percentage: Reserve | PaymentStep) -> int:
    """A percentage in millionths."""
    return WHOLE if percentage.percent is None else scaled(percentage.percent, 4)


def cut_parts(step: PaymentStep) -> list[tuple[date | None, int]]:
    """The parts that a haircut leaves, in millionths, each up to its day."""
    return [(cut.until, scaled(cut.percent, 4)) for cut in step.cuts]


@dataclass(frozen=True, slots=True)
class _Planned:
    """A step as it stands in the order, with its columns, over the needs."""

    declared: PaymentStep
    columns: StepColumns
    needs: Needs
    names: Sequence[str]
    line: Ints
    paid: Ints
    scale: int

    def step(self) -> Step:
        claim, declared = self.needs.claim, self.declared
        lines = np.array([not declared.lines or name in declared.lines for name in self.names], np.bool_)
        own = lines[self.line] if declared.lines else np.broadcast_to(np.bool_(True), claim.shape)
        ceiling = NO_CEILING if declared.at_most is None else scaled(declared.at_most, self.scale)
        return Step(
            declared.kind,
            self.columns.takes_part[claim] & own,
            self.columns.first[claim],
            claim if self.columns.payee is None else self.columns.payee[claim],
            self._payable(),
            self._room(ceiling),
            own & declared.counts_paid,
            tuple(self._room(scaled(ceiling, self.scale)) for ceiling in declared.ceilings),
            declared.last_unit,
        )

    def _payable(self) -> Ints:
        """A part of what is unlocked so far, less what was paid: where the part is raised, the difference is due."""
        if self.declared.kind not in ("percent", "haircut"):
            return self.needs.due
        unlocked, parts = self.paid + self.needs.due, self.columns.payable[self.needs.claim]
        part = unlocked // WHOLE * parts + (unlocked % WHOLE * parts + WHOLE // 2) // WHOLE
        return np.asarray(np.maximum(part - self.paid, 0))

    def _room(self, ceiling: int) -> Ints:
        claim, paid = self.needs.claim, self.columns.paid_before
        if ceiling == NO_CEILING or not self.declared.counts_paid or not paid.any():
            return everywhere(ceiling, len(claim))
        return np.asarray(np.maximum(ceiling - paid[claim], 0))


def _uses(funds: Sequence[Fund], reserved: Sequence[int], drawn: Drawn, needs: Needs, reach: Reach) -> list[FundUse]:
    allocated, due = np.zeros(len(funds), np.int64), np.zeros(len(reach), np.int64)
    np.add.at(allocated, drawn.fund, drawn.amount)
    np.add.at(due, needs.kind, needs.due)
    within = [
        sum(int(one) for one, places in zip(due, reach, strict=True) if own in places) for own in range(len(funds))
    ]
    return [
        FundUse(fund, kept, int(used), near)
        for fund, kept, used, near in zip(funds, reserved, allocated, within, strict=True)
    ]
