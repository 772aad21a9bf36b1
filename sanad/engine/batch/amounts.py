"""Amounts of every claim as columns: caps, ceilings, deductions, instalments, and what is due after what was paid."""

from collections.abc import Sequence
from functools import reduce
from operator import add as plus

import ibis

from sanad.engine.batch.cells import Cell
from sanad.engine.batch.functions import Column, big
from sanad.engine.batch.outcomes import Judge
from sanad.engine.rules.deciding import DECIDED
from sanad.engine.rules.outcomes import AWARD
from sanad.engine.rules.ruleset import TypedLimit, TypedLine


def decide_amounts(judge: Judge) -> None:
    """Adds `<line>`, `capped`, `deducted`, `net`, `paid`, `due_now`, `left`, `overpaid`."""
    for line in judge.rules.lines:
        _keep_amount(judge, line)
    ceilings = len(judge.rules.ceilings)
    for place, limit in enumerate(judge.rules.ceilings):
        _apply(judge, limit, f"limit{place}", ceiling=True)
    for place, limit in enumerate(judge.rules.deductions):
        _apply(judge, limit, f"limit{ceilings + place}", ceiling=False)
    for line in judge.rules.lines:
        _keep_unlocked(judge, line)
    _keep_totals(judge)


def _floor(value: Column) -> Column:
    return ibis.greatest(value.fill_null(0), big(0))


def _awarded(judge: Judge, line: TypedLine) -> Column:
    return judge.stage.table[f"{line.name}_outcome"] == AWARD


def _keep_amount(judge: Judge, line: TypedLine) -> None:
    asked_for = ibis.ifelse(_awarded(judge, line), _floor(judge.cell(f"{line.name}_amount").value), big(0))
    amount = asked_for
    if line.at_most is not None:
        amount = ibis.least(asked_for, _floor(judge.cell(f"{line.name}_cap").value))
    judge.keep(**{f"{line.name}_asked_for": Cell(asked_for), f"{line.name}_capped": Cell(amount)})
    table = judge.stage.table
    judge.keep(**{f"{line.name}_kept": Cell(table[f"{line.name}_capped"]), f"{line.name}_taken": Cell(big(0))})


def _apply(judge: Judge, limit: TypedLimit, name: str, *, ceiling: bool) -> None:
    """Line by line: under a ceiling each keeps what room there is; a deduction takes what each has."""
    room = _floor(judge.cell(name).value)
    judge.keep(**{f"{name}_room": Cell(room)})
    for line in judge.rules.lines:
        if line.name not in limit.declared.lines:
            continue
        table = judge.stage.table
        amount, room = table[f"{line.name}_kept"], table[f"{name}_room"]
        reached = ibis.least(amount, room)
        kept = reached if ceiling else amount - reached
        taken = table[f"{line.name}_taken"] + (big(0) if ceiling else reached)
        judge.keep(
            **{
                f"{line.name}_kept": Cell(kept),
                f"{line.name}_taken": Cell(taken),
                f"{name}_room": Cell(room - reached),
            }
        )


def _keep_unlocked(judge: Judge, line: TypedLine) -> None:
    table = judge.stage.table
    amount = table[f"{line.name}_kept"]
    chain: Column | None = None
    unlocked = big(0)
    for place, part in enumerate(line.instalments):
        value = judge.cell(f"{line.name}_part{place}").value
        reached = (value == big(0)).fill_null(False)
        if part.unlocked_by is None:
            reached = value.notnull()
        else:
            reached = reached | (value.notnull() & judge.cell(f"{line.name}_milestone{place}").value.fill_null(False))
        judge.keep(**{f"{line.name}_open{place}": Cell(reached if chain is None else chain & reached)})
        chain = judge.stage.table[f"{line.name}_open{place}"]
        unlocked = unlocked + ibis.ifelse(chain, _floor(value), big(0))
    full = amount if chain is None else ibis.ifelse(chain, amount, ibis.least(amount, unlocked))
    judge.keep(**{f"{line.name}_unlocked": Cell(ibis.ifelse(_awarded(judge, line), full, big(0)))})


def _total(columns: Sequence[Column]) -> Column:
    return reduce(plus, columns, big(0))


def _keep_totals(judge: Judge) -> None:
    table = judge.stage.table
    lines = judge.rules.lines
    settled = (table["outcome"] == AWARD) | (table["outcome"] == "refuse")
    totals = {
        "net": _total([table[f"{line.name}_kept"] for line in lines]),
        "due_now": _total([_due(judge, line) for line in lines]),
        "left": _total([_left(judge, line) for line in lines]),
        "overpaid": _total([_overpaid(judge, line) for line in lines]),
    }
    nothing = ibis.null("int64")
    judge.keep(
        capped=Cell(_total([table[f"{line.name}_asked_for"] - _before_deductions(table, line) for line in lines])),
        deducted=Cell(_total([table[f"{line.name}_taken"] for line in lines])),
        paid=Cell(_total([table[f"{line.name}_paid"] for line in lines])),
        **{name: Cell(ibis.ifelse(settled, total, nothing)) for name, total in totals.items()},
    )
    shown = {line.name: ibis.ifelse(_shows(table, line.name), table[f"{line.name}_kept"], nothing) for line in lines}
    judge.keep(**{name: Cell(column) for name, column in shown.items()})


def _shows(table: Column, line: str) -> Column:
    outcome = table[f"{line}_outcome"]
    return reduce(lambda a, b: a | b, (outcome == kind for kind in DECIDED))


def _before_deductions(table: Column, line: TypedLine) -> Column:
    return table[f"{line.name}_kept"] + table[f"{line.name}_taken"]


def _due(judge: Judge, line: TypedLine) -> Column:
    table = judge.stage.table
    due = ibis.greatest(table[f"{line.name}_unlocked"] - table[f"{line.name}_paid"], big(0))
    return ibis.ifelse(_awarded(judge, line), due, big(0))


def _left(judge: Judge, line: TypedLine) -> Column:
    table = judge.stage.table
    reached = ibis.greatest(table[f"{line.name}_unlocked"], table[f"{line.name}_paid"])
    left = ibis.greatest(table[f"{line.name}_kept"] - reached, big(0))
    return ibis.ifelse(_awarded(judge, line), left, big(0))


def _overpaid(judge: Judge, line: TypedLine) -> Column:
    table = judge.stage.table
    over = ibis.greatest(table[f"{line.name}_paid"] - table[f"{line.name}_kept"], big(0))
    return ibis.ifelse(_shows(table, line.name), over, big(0))
