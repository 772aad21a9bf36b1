"""The columns that an order of payment and its funds ask of every claim, and the queue read out of them."""

from collections.abc import Mapping, Sequence
from functools import reduce
from operator import and_

import ibis
import numpy as np
import pyarrow as pa

from sanad.engine.allocation.network import Bools, Ints
from sanad.engine.allocation.wants import everywhere
from sanad.engine.batch.cells import Cell, holds
from sanad.engine.batch.engine import Engine
from sanad.engine.batch.functions import Column, big, div
from sanad.engine.batch.nodes import literal
from sanad.engine.batch.outcomes import Judge
from sanad.engine.batch.paying import WORD, DueLines, Queue, StepColumns, cut_parts, parts_of, steps_of
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
    """Adds who takes part in each step, what is payable of a claim, and the funds that it may draw on.

    What is the same for every claim has no column: `read_queue` knows it.
    """
    asked = {name: judge.stage.cell(cut) for name, cut in judge.asked.items()}
    for place, step in enumerate(steps_of(judge.rules)):
        judge.keep(**_step(f"step{place}", step, asked))
    for place in range(0, len(funds), WORD):
        own = range(place, min(place + WORD, len(funds)))
        if not any(funds[one].conditions for one in own):
            continue
        bits = [ibis.ifelse(_meets(funds[one], f"fund{one}", asked), big(1 << one - place), big(0)) for one in own]
        judge.keep(**{f"{MET}{place // WORD}": Cell(sum(bits[1:], bits[0]))})


def _step(name: str, step: TypedStep, asked: Mapping[str, Cell]) -> dict[str, Cell]:
    cells, takes_part = {}, []
    if step.when:
        takes_part.append(holds(asked[f"{name}__when"]))
    if step.left_out:
        takes_part.append(~holds(asked[f"{name}__out"]))
    if step.by:
        day = asked[f"{name}__by"].value
        takes_part.append(day.notnull())
        cells[f"{name}__payable"] = Cell(_cut(step.declared, day))
    if takes_part:
        cells[f"{name}__part"] = Cell(reduce(and_, takes_part))
    if step.in_full_first:
        cells[f"{name}__first"] = Cell(holds(asked[f"{name}__first"]))
    return cells


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


def read_queue(engine: Engine, rules: RuleSet, funds: Sequence[Fund], queue: Column, decided: Column) -> Queue:
    """The queue in memory, first place first."""
    found = {f"step{place}__before": _before(rules, step, decided) for place, step in enumerate(steps_of(rules))}
    before = {name: column for name, column in found.items() if column is not None}
    known = decided.mutate(decided_row=engine.row(decided), **before)
    joined = queue.select("row", "queue_place").inner_join(known, queue.row == known.decided_row)
    wanted = ["queue_place", *own_columns(rules, decided.columns), *before]
    table = engine.fetch(joined.order_by(joined.queue_place).select(*wanted))
    due, paid = ([_ints(table, f"{line.name}_{part}", 0) for line in rules.money_lines] for part in ("due", "paid"))
    words = range(0, len(funds), WORD)
    met = [_ints(table, f"{MET}{word // WORD}", (1 << min(WORD, len(funds) - word)) - 1) for word in words]
    steps = [_columns(table, f"step{place}", step) for place, step in enumerate(steps_of(rules))]
    return Queue(DueLines.of(due, paid), met, steps)


def _before(rules: RuleSet, step: TypedStep, decided: Column) -> Column | None:
    """What the payee was paid before for the step's lines, over all of its claims; None where nothing was."""
    lines = step.declared.lines or [line.name for line in rules.money_lines]
    paid = [decided[f"{line}_paid"] for line in lines if f"{line}_paid" in decided.columns]
    if not paid:
        return None
    total = sum(paid[1:], paid[0])
    if step.declared.level == CLAIM or not step.declared.counts_paid:
        return total
    return div(total.sum().over(ibis.window(group_by=decided[f"{step.declared.level}_id"])), 1)


def _columns(table: pa.Table, name: str, step: TypedStep) -> StepColumns:
    return StepColumns(
        _bools(table, f"{name}__part", otherwise=True),
        _bools(table, f"{name}__first", otherwise=False),
        None if step.declared.level == CLAIM else _codes(table, f"{step.declared.level}_id"),
        _ints(table, f"{name}__before", 0),
        _ints(table, f"{name}__payable", parts_of(step.declared)),
    )


def _ints(table: pa.Table, name: str, otherwise: int) -> Ints:
    """A column of the table, or the same number for every row where it has none."""
    if name not in table.column_names:
        return everywhere(otherwise, table.num_rows)
    return np.asarray(table[name].to_numpy(), np.int64)


def _bools(table: pa.Table, name: str, *, otherwise: bool) -> Bools:
    if name not in table.column_names:
        return np.broadcast_to(np.bool_(otherwise), (table.num_rows,))
    return np.asarray(table[name].to_numpy(), np.bool_)


def _codes(table: pa.Table, name: str) -> Ints:
    """Each payee's number, in the order in which they come."""
    return np.asarray(table[name].combine_chunks().dictionary_encode().indices.to_numpy(), np.int64)
