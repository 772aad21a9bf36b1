"""Amounts of every claim as columns: caps, ceilings, deductions, instalments, and what is due after what was paid."""

from collections.abc import Sequence
from functools import reduce
from operator import add as plus

import ibis

from sanad.engine.batch.cells import Cell, holds
from sanad.engine.batch.engine import Engine
from sanad.engine.batch.functions import Column, big
from sanad.engine.batch.outcomes import Judge
from sanad.engine.batch.shared import Shared, reached, set_off
from sanad.engine.rules.decisions import DECIDED
from sanad.engine.rules.outcomes import AWARD
from sanad.engine.rules.tree import AWARDED
from sanad.engine.rules.typed_rules import TypedLimit, TypedLine


def keep_awarded(judge: Judge) -> None:
    """What each line asks for, and what caps and the claim's own ceilings leave of it: `<line>_kept`."""
    _keep_amounts(judge)
    for place, limit in enumerate(judge.rules.ceilings):
        _apply(judge, limit, f"limit{place}", ceiling=True)


def decide_amounts(judge: Judge, engine: Engine) -> None:
    """Adds `<line>`, `capped`, `deducted`, `net`, `paid`, `due_now`, `left`, `overpaid`."""
    for place, limit in enumerate(judge.rules.deductions, len(judge.rules.ceilings)):
        _apply(judge, limit, f"limit{place}", ceiling=False)
    _keep_late_parts(judge)
    _keep_unlocked(judge)
    _keep_due(judge)
    if any(_paid(judge, line) is not None for line in judge.rules.lines):
        _settle_payments(judge, engine)
    _keep_totals(judge)


def _settle_payments(judge: Judge, engine: Engine) -> None:
    """Payments of all claims of a group are held against what they share, and against one another."""
    for place, ceiling in enumerate(judge.rules.shared_ceilings):
        Shared(judge, place, ceiling).hold_back(engine)
    if judge.rules.set_off:
        judge.persist(engine, "before_set_off")
        names = judge.rules.set_off.declared.lines
        overpaid = _total([_overpaid(judge, line) for line in judge.rules.lines if line.name in names])
        set_off(judge, engine, _most_off(judge), overpaid)


def _most_off(judge: Judge) -> Column | None:
    """The most that is set off against a claim; nothing where that is not known."""
    if judge.set_off_at_most is None:
        return None
    judge.keep(due_now=Cell(_total([judge.stage.table[f"{line.name}_due"] for line in judge.rules.lines])))
    for name, node in judge.set_off_parts.items():
        judge.keep(**{name: judge.stage.cell(node)})
    return _floor(judge.stage.cell(judge.set_off_at_most).value)


def _floor(value: Column) -> Column:
    return ibis.greatest(value.fill_null(0), big(0))


def _awarded(judge: Judge, line: TypedLine) -> Column:
    return judge.stage.table[f"{line.name}_outcome"] == AWARD


def _keep_amounts(judge: Judge) -> None:
    """What each awarded line asks for, what its cap leaves of it, and 0 taken off it so far."""
    asked_for = {
        f"{line.name}_asked_for": Cell(
            ibis.ifelse(_awarded(judge, line), _floor(judge.cell(f"{line.name}_amount").value), big(0))
        )
        for line in judge.rules.lines
    }
    judge.keep(**asked_for)
    kept: dict[str, Cell] = {}
    for line in judge.rules.lines:
        amount = judge.stage.table[f"{line.name}_asked_for"]
        if line.at_most is not None:
            amount = ibis.least(amount, _floor(judge.cell(f"{line.name}_cap").value))
        kept |= {f"{line.name}_kept": Cell(amount), f"{line.name}_taken": Cell(big(0))}
    judge.keep(**kept)


def _apply(judge: Judge, limit: TypedLimit, name: str, *, ceiling: bool) -> None:
    """Line by line: under a ceiling each keeps what room the lines before it leave; a deduction takes what each has."""
    table, within = judge.stage.table, _within(judge, limit)
    amounts = [table[f"{line.name}_kept"] for line in within]
    cells = {}
    for line, amount, part in zip(within, amounts, reached(_floor(judge.cell(name).value), amounts), strict=True):
        cells[f"{line.name}_kept"] = Cell(part if ceiling else amount - part)
        cells[f"{line.name}_taken"] = Cell(table[f"{line.name}_taken"] + (big(0) if ceiling else part))
    judge.keep(**cells)


def _within(judge: Judge, limit: TypedLimit) -> list[TypedLine]:
    return [line for line in judge.rules.lines if line.name in limit.declared.lines]


def _keep_late_parts(judge: Judge) -> None:
    """Adds the instalments that are a share of what their own line brings; `awarded` is that sum meanwhile."""
    for line in judge.rules.lines:
        planned = judge.late_parts[line.name]
        if planned:
            judge.keep(**{AWARDED: Cell(judge.stage.table[f"{line.name}_kept"])})
        for name, node in planned.items():
            judge.keep(**{name: judge.stage.cell(node)})


def _keep_unlocked(judge: Judge) -> None:
    for place in range(max((len(line.instalments) for line in judge.rules.lines), default=0)):
        judge.keep(
            **{
                f"{line.name}_open{place}": Cell(_is_open(judge, line, place))
                for line in judge.rules.lines
                if place < len(line.instalments)
            }
        )
    judge.keep(**{f"{line.name}_unlocked": Cell(_unlocked(judge, line)) for line in judge.rules.lines})


def _is_open(judge: Judge, line: TypedLine, place: int) -> Column:
    """Whether this part is unlocked, and every part before it."""
    value = judge.cell(f"{line.name}_part{place}").value
    if line.instalments[place].unlocked_by is None:
        reached = value.notnull()
    else:
        milestone = holds(judge.cell(f"{line.name}_milestone{place}"))
        reached = (value == big(0)).fill_null(False) | (value.notnull() & milestone)
    return judge.stage.table[f"{line.name}_open{place - 1}"] & reached if place else reached


def _unlocked(judge: Judge, line: TypedLine) -> Column:
    """What has been unlocked of an awarded line: all of it once every part is."""
    table = judge.stage.table
    amount = table[f"{line.name}_kept"]
    if line.instalments:
        parts = [
            ibis.ifelse(table[f"{line.name}_open{place}"], _floor(judge.cell(f"{line.name}_part{place}").value), big(0))
            for place in range(len(line.instalments))
        ]
        is_whole = table[f"{line.name}_open{len(parts) - 1}"]
        amount = ibis.ifelse(is_whole, amount, ibis.least(amount, _total(parts)))
    return ibis.ifelse(_awarded(judge, line), amount, big(0))


def _total(columns: Sequence[Column]) -> Column:
    return reduce(plus, columns, big(0))


def _keep_totals(judge: Judge) -> None:
    table = judge.stage.table
    lines = judge.rules.lines
    settled = (table["outcome"] == AWARD) | (table["outcome"] == "refuse")
    totals = {
        "net": _total([table[f"{line.name}_kept"] for line in lines]),
        "due_now": _total([table[f"{line.name}_due"] for line in lines]),
        "left": _total([_left(judge, line) for line in lines]),
        "overpaid": _total([_overpaid(judge, line) for line in lines]),
    }
    nothing = ibis.null("int64")
    if judge.rules.set_off and "set_off" not in judge.stage.words:
        judge.keep(set_off=Cell(big(0)))
    judge.keep(
        capped=Cell(_total([table[f"{line.name}_asked_for"] - _before_deductions(table, line) for line in lines])),
        deducted=Cell(_total([table[f"{line.name}_taken"] for line in lines])),
        paid=Cell(_total([paid for line in lines if (paid := _paid(judge, line)) is not None])),
        **{name: Cell(ibis.ifelse(settled, total, nothing)) for name, total in totals.items()},
    )
    shown = {line.name: ibis.ifelse(_shows(table, line.name), table[f"{line.name}_kept"], nothing) for line in lines}
    judge.keep(**{name: Cell(column) for name, column in shown.items()})


def _shows(table: Column, line: str) -> Column:
    outcome = table[f"{line}_outcome"]
    return reduce(lambda a, b: a | b, (outcome == kind for kind in DECIDED))


def _before_deductions(table: Column, line: TypedLine) -> Column:
    return table[f"{line.name}_kept"] + table[f"{line.name}_taken"]


def _paid(judge: Judge, line: TypedLine) -> Column | None:
    name = f"{line.name}_paid"
    return judge.stage.table[name] if name in judge.stage.table.columns else None


def _keep_due(judge: Judge) -> None:
    """Adds `<line>_due`: what is unlocked and unpaid, as far as payments leave room under each ceiling."""
    judge.keep(**{f"{line.name}_due": Cell(_unpaid(judge, line)) for line in judge.rules.lines})
    for place, limit in enumerate(judge.rules.ceilings):
        within = _within(judge, limit)
        paid = [column for line in within if (column := _paid(judge, line)) is not None]
        if paid:
            room = _floor(judge.cell(f"limit{place}").value) - _total(paid)
            dues = reached(room, [judge.stage.table[f"{line.name}_due"] for line in within])
            judge.keep(**{f"{line.name}_due": Cell(due) for line, due in zip(within, dues, strict=True)})


def _unpaid(judge: Judge, line: TypedLine) -> Column:
    unlocked, paid = judge.stage.table[f"{line.name}_unlocked"], _paid(judge, line)
    return unlocked if paid is None else ibis.greatest(unlocked - paid, big(0))


def _left(judge: Judge, line: TypedLine) -> Column:
    """Nothing is kept of a line that is not awarded, so nothing is left of it."""
    table, paid = judge.stage.table, _paid(judge, line)
    kept = table[f"{line.name}_kept"]
    unpaid = kept if paid is None else ibis.greatest(kept - paid, big(0))
    off = f"{line.name}_set_off"
    return unpaid - table[f"{line.name}_due"] - (table[off] if off in table.columns else big(0))


def _overpaid(judge: Judge, line: TypedLine) -> Column:
    table, paid = judge.stage.table, _paid(judge, line)
    if paid is None:
        return big(0)
    over = ibis.greatest(paid - table[f"{line.name}_kept"], big(0))
    return ibis.ifelse(_shows(table, line.name), over, big(0))
