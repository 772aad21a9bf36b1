"""The columns that an order of payment and its funds ask of every claim, and the queue read out of them."""

from collections.abc import Mapping, Sequence
from functools import reduce
from operator import and_

import ibis
import numpy as np
import pyarrow as pa

from sanad.engine.allocation.network import Bools, Ints
from sanad.engine.batch.cells import Cell, holds
from sanad.engine.batch.engine import Engine
from sanad.engine.batch.functions import Column, big, div
from sanad.engine.batch.nodes import literal
from sanad.engine.batch.outcomes import Judge
from sanad.engine.batch.paying import WORD, Queue, StepColumns, cut_parts, parts_of, steps_of
from sanad.engine.rules.declared import PaymentStep
from sanad.engine.rules.funds import Fund
from sanad.engine.rules.levels import CLAIM
from sanad.engine.rules.ruleset import RuleSet
from sanad.engine.rules.tree import Node
from sanad.engine.rules.typed_rules import TypedStep

MET = "met__"
KEPT = ("__part", "__first", "__payable")


def order_nodes(rules: RuleSet, funds: Sequence[Fund]) -> dict[str, Node]:
    """What the steps and the earmarks ask of a claim, by the column that will hold it."""
    nodes: dict[str, Node] = {}
    for place, step in enumerate(steps_of(rules)):
        parts = {"when": step.when, "first": step.in_full_first, "out": step.left_out, "by": step.by}
        nodes |= {f"step{place}__{part}": node for part, node in parts.items() if node is not None}
    for place, fund in enumerate(funds):
        nodes |= {f"fund{place}__{part}": node for part, node in enumerate(fund.conditions)}
    return nodes


def keep_order_columns(judge: Judge, funds: Sequence[Fund]) -> None:
    """Adds who takes part in each step, what is payable of a claim, and the funds that it may draw on."""
    asked = {name: judge.stage.cell(cut) for name, cut in judge.asked.items()}
    for place, step in enumerate(steps_of(judge.rules)):
        judge.keep(**_step(f"step{place}", step, asked))
    for place in range(0, len(funds), WORD):
        own = range(place, min(place + WORD, len(funds)))
        bits = [ibis.ifelse(_meets(funds[one], f"fund{one}", asked), big(1 << one - place), big(0)) for one in own]
        judge.keep(**{f"{MET}{place // WORD}": Cell(sum(bits[1:], bits[0]))})


def _step(name: str, step: TypedStep, asked: Mapping[str, Cell]) -> dict[str, Cell]:
    takes_part = holds(asked[f"{name}__when"]) if step.when else ibis.literal(True)
    if step.left_out:
        takes_part = takes_part & ~holds(asked[f"{name}__out"])
    payable = big(parts_of(step.declared))
    if step.by:
        day = asked[f"{name}__by"].value
        takes_part = takes_part & day.notnull()
        payable = _cut(step.declared, day)
    first = holds(asked[f"{name}__first"]) if step.in_full_first else ibis.literal(False)
    return {f"{name}__part": Cell(takes_part), f"{name}__first": Cell(first), f"{name}__payable": Cell(payable)}


def _cut(step: PaymentStep, day: Column) -> Column:
    *dated, last = cut_parts(step)
    branches = [((day <= literal(until)).fill_null(False), big(parts)) for until, parts in dated if until]
    return ibis.cases(*branches, else_=big(last[1])) if branches else big(last[1])


def _meets(fund: Fund, name: str, asked: Mapping[str, Cell]) -> Column:
    met = [holds(asked[f"{name}__{part}"]) for part in range(len(fund.conditions))]
    return reduce(and_, met, ibis.literal(True))


def own_columns(rules: RuleSet, known: Sequence[str]) -> list[str]:
    """Those of the known columns that `read_queue` needs beside those of the awards."""
    steps = [f"step{place}__" for place in range(len(steps_of(rules)))]
    own = [name for name in known if name.startswith(MET) or (name.startswith(tuple(steps)) and name.endswith(KEPT))]
    lines = [f"{line.name}_{part}" for line in rules.money_lines for part in ("due", "paid")]
    levels = [f"{level}_id" for level in _levels(rules)]
    return [*own, *(name for name in [*lines, *levels] if name in known)]


def _levels(rules: RuleSet) -> list[str]:
    return sorted({step.declared.level for step in steps_of(rules)} - {CLAIM})


def read_queue(engine: Engine, rules: RuleSet, queue: Column, decided: Column) -> Queue:
    """The queue in memory, first place first."""
    before = {f"step{place}__before": _before(rules, step, decided) for place, step in enumerate(steps_of(rules))}
    known = decided.mutate(decided_row=engine.row(decided), **before)
    joined = queue.select("row", "queue_place").inner_join(known, queue.row == known.decided_row)
    wanted = [*own_columns(rules, decided.columns), *before]
    table = engine.fetch(joined.order_by(joined.queue_place).select(*wanted))
    size = table.num_rows
    due = {line.name: _ints(table, f"{line.name}_due") for line in rules.money_lines}
    paid = {line.name: _ints(table, f"{line.name}_paid") for line in rules.money_lines}
    met = [_ints(table, name) for name in table.column_names if name.startswith(MET)]
    steps = [_columns(table, f"step{place}", step, size) for place, step in enumerate(steps_of(rules))]
    return Queue(due, paid, met, steps)


def _before(rules: RuleSet, step: TypedStep, decided: Column) -> Column:
    """What the payee was paid before for the step's lines, over all of its claims."""
    lines = step.declared.lines or [line.name for line in rules.money_lines]
    paid = [decided[f"{line}_paid"] for line in lines if f"{line}_paid" in decided.columns]
    total = sum(paid[1:], paid[0]) if paid else big(0)
    if not paid or step.declared.level == CLAIM or not step.declared.counts_paid:
        return total
    return div(total.sum().over(ibis.window(group_by=decided[f"{step.declared.level}_id"])), 1)


def _columns(table: pa.Table, name: str, step: TypedStep, size: int) -> StepColumns:
    return StepColumns(
        _bools(table, f"{name}__part"),
        _bools(table, f"{name}__first"),
        np.arange(size) if step.declared.level == CLAIM else _codes(table, f"{step.declared.level}_id"),
        _ints(table, f"{name}__before"),
        _ints(table, f"{name}__payable"),
    )


def _ints(table: pa.Table, name: str) -> Ints:
    if name not in table.column_names:
        return np.zeros(table.num_rows, np.int64)
    return np.asarray(table[name].to_numpy(), np.int64)


def _bools(table: pa.Table, name: str) -> Bools:
    return np.asarray(table[name].to_numpy(), np.bool_)


def _codes(table: pa.Table, name: str) -> Ints:
    """Each payee's number, in the order in which they come."""
    return np.asarray(table[name].combine_chunks().dictionary_encode().indices.to_numpy(), np.int64)
