"""Funds shared among claims that the interpreter decided: who takes part is asked of each claim in turn."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from sanad.engine.allocation.network import Ints
from sanad.engine.batch.paying import (
    WORD,
    Allocation,
    DueLines,
    FundUse,
    Queue,
    StepColumns,
    allocate,
    cut_parts,
    parts_of,
    steps_of,
)
from sanad.engine.rules.decisions import Decision
from sanad.engine.rules.funds import Fund
from sanad.engine.rules.interpreter import Interpreter
from sanad.engine.rules.ruleset import RuleSet
from sanad.engine.rules.tree import Node
from sanad.engine.rules.typed_rules import TypedStep
from sanad.engine.rules.types import Value
from sanad.rulebook.reading.case_results import fund_column, line_column

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Draw:
    """What a fund pays for a line of a claim, in minor units."""

    claim: str
    line: str
    fund: str
    amount: int


@dataclass(frozen=True, slots=True)
class Shares:
    """What the funds of a small round pay, and what became of each of them."""

    draws: tuple[Draw, ...] = ()
    funds: tuple[FundUse, ...] = ()


def results_of(decision: Decision) -> dict[str, Value]:
    """What an order of payment may read of a decided claim."""
    lines = {line.line.name: line.amount for line in decision.lines}
    return {"net": decision.net or 0, "due_now": decision.due_now or 0, "paid": decision.paid, **lines}


def pay_one_by_one(
    run: Interpreter,
    rows: Mapping[str, Row],
    placed: Sequence[Decision],
    decisions: Sequence[Decision],
    funds: Sequence[Fund],
) -> Shares:
    """Adds `<step>_allocated`, `allocated` and what each fund pays; who is not in the queue gets none."""
    payees = [_Payees(run, step, placed, decisions) for step in steps_of(run.rules)]
    due = [_ints(_line(one, line.name).due for one in placed) for line in run.rules.money_lines]
    paid = [_ints(_line(one, line.name).paid for one in placed) for line in run.rules.money_lines]
    queue = Queue(DueLines.of(due, paid), _met(run, placed, funds), [own.columns() for own in payees])
    allocation = allocate(run.rules, queue, funds)
    names = [f"{step.declared.name}_allocated" for step in steps_of(run.rules)]
    for row in rows.values():
        row |= dict.fromkeys([*names, "allocated"]) | nothing_drawn(run.rules, funds)
    for place, decision in enumerate(placed):
        parts = [int(step[place]) for step in allocation.steps]
        rows[decision.claim.id] |= dict(zip(names, parts, strict=True)) | {"allocated": sum(parts)}
    lines = [line.name for line in run.rules.money_lines]
    draws = tuple(
        Draw(placed[claim].claim.id, lines[line], funds[fund].name, amount)
        for claim, line, fund, amount in _drawn(allocation)
    )
    for draw in draws:
        add_drawn(rows[draw.claim], draw.line, draw.fund, draw.amount)
    return Shares(draws, tuple(allocation.funds))


def nothing_drawn(rules: RuleSet, funds: Sequence[Fund]) -> Row:
    """Beside the columns of the awards: what each fund pays the claim, and what all pay for each line; nothing yet."""
    return dict.fromkeys(
        [*(fund_column(fund.name) for fund in funds), *(line_column(line.name) for line in rules.money_lines)], 0
    )


def add_drawn(row: Row, line: str, fund: str, amount: int) -> None:
    row[fund_column(fund)] += amount
    row[line_column(line)] += amount


def _drawn(allocation: Allocation) -> Iterator[tuple[int, int, int, int]]:
    columns = (allocation.claim, allocation.line, allocation.fund, allocation.amount)
    return zip(*(column.tolist() for column in columns), strict=True)


def _ints(numbers: Any) -> Ints:
    return np.array(list(numbers), np.int64)


def _line(decision: Decision, name: str) -> Any:
    return next(line for line in decision.lines if line.line.name == name)


def _read(run: Interpreter, decision: Decision, node: Node | None) -> Value | None:
    if node is None:
        return None
    return Interpreter(run.rules, run.on, results_of(decision), run.kept).evaluate(node, decision.claim)[0]


def _met(run: Interpreter, placed: Sequence[Decision], funds: Sequence[Fund]) -> list[Ints]:
    """By word of bits, the funds whose conditions each claim meets."""
    words = []
    for start in range(0, len(funds), WORD):
        own = funds[start : start + WORD]
        words.append(_ints(sum(meets(run, one, fund) << bit for bit, fund in enumerate(own)) for one in placed))
    return words


def meets(run: Interpreter, decision: Decision, fund: Fund) -> bool:
    """Whether the claim is such that the fund may pay it."""
    return all(_read(run, decision, node) is True for node in fund.conditions)


@dataclass(frozen=True, slots=True)
class _Payees:
    """Who takes part in a step, asked of each claim in the queue."""

    run: Interpreter
    step: TypedStep
    placed: Sequence[Decision]
    decisions: Sequence[Decision]

    def columns(self) -> StepColumns:
        ids = [self._payee(one) for one in self.placed]
        numbers = {own: place for place, own in enumerate(dict.fromkeys(ids))}
        before = self._paid_before()
        return StepColumns(
            np.array([self._takes_part(one) for one in self.placed], np.bool_),
            np.array([_read(self.run, one, self.step.in_full_first) is True for one in self.placed], np.bool_),
            _ints(numbers[own] for own in ids),
            _ints(before[own] for own in ids),
            _ints(self._payable(one) for one in self.placed),
        )

    def _payee(self, decision: Decision) -> str:
        return decision.claim.at(self.step.declared.level).id

    def _paid_before(self) -> dict[str, int]:
        lines = self.step.declared.lines or [line.name for line in self.run.rules.money_lines]
        found: dict[str, int] = {}
        for decision in self.decisions:
            own = self._payee(decision)
            found[own] = found.get(own, 0) + sum(_line(decision, name).paid for name in lines)
        return found

    def _takes_part(self, decision: Decision) -> bool:
        asked = self.step.when is None or _read(self.run, decision, self.step.when) is True
        out = _read(self.run, decision, self.step.left_out) is True
        return asked and not out and (self.step.by is None or _read(self.run, decision, self.step.by) is not None)

    def _payable(self, decision: Decision) -> int:
        day = _read(self.run, decision, self.step.by)
        if self.step.by is None or day is None:
            return parts_of(self.step.declared) if self.step.by is None else 0
        assert isinstance(day, date)
        return next(parts for until, parts in cut_parts(self.step.declared) if until is None or day <= until)
