"""Units turned into money as columns: what `rules.converting` does for one claim, done for all."""

from collections.abc import Mapping
from dataclasses import fields, replace
from functools import reduce
from operator import add as plus
from typing import Any

import ibis

from sanad.engine.batch.cells import Cell, either, union, when
from sanad.engine.batch.functions import Column, big
from sanad.engine.batch.nodes import Computed, literal
from sanad.engine.batch.outcomes import Judge
from sanad.engine.rules.decisions import DECIDED
from sanad.engine.rules.outcomes import AWARD
from sanad.engine.rules.tree import AWARDED, RATE, UNITS, Result
from sanad.engine.rules.typed_rules import TypedLine, TypedUnits
from sanad.engine.rules.types import Day


def keep_converted(judge: Judge) -> None:
    """Adds `<line>_amount` and the money of each part of every line that is fixed in units."""
    for line, units in judge.rules.unit_lines:
        counted = judge.cell(f"{line.name}_count")
        number = ibis.ifelse(counted.value.isnull(), ibis.null("int64"), ibis.greatest(counted.value, big(0)))
        judge.keep(**{f"{line.name}_counted": Cell(number, counted.mask)})
        _keep_late_parts(judge, line)
        _keep_taken(judge, line)
        for place in range(len(line.instalments) + 1):
            _keep_piece(judge, line, units, place)
        _keep_money(judge, line)


def _keep_late_parts(judge: Judge, line: TypedLine) -> None:
    """Parts that are shares of the units; `awarded` are these units meanwhile."""
    planned = judge.late_parts[line.name]
    if planned:
        judge.keep(**{AWARDED: Cell(judge.stage.table[f"{line.name}_counted"])})
    for name, node in planned.items():
        judge.keep(**{name: judge.stage.cell(node)})
    judge.late_parts[line.name] = {}


def _keep_taken(judge: Judge, line: TypedLine) -> None:
    """The units of each part, as far as the parts before it leave any; the rest comes last."""
    judge.keep(**{f"{line.name}_left0": Cell(judge.stage.table[f"{line.name}_counted"].fill_null(0))})
    known: Column = ibis.literal(True)
    for place in range(len(line.instalments)):
        table = judge.stage.table
        value, left = judge.cell(f"{line.name}_part{place}").value, table[f"{line.name}_left{place}"]
        known = known & value.notnull()
        taken = ibis.ifelse(known, ibis.least(ibis.greatest(value.fill_null(0), big(0)), left), big(0))
        judge.keep(**{f"{line.name}_taken{place}": Cell(taken), f"{line.name}_known{place}": Cell(known)})
        table = judge.stage.table
        known = table[f"{line.name}_known{place}"]
        rest = table[f"{line.name}_left{place}"] - table[f"{line.name}_taken{place}"]
        judge.keep(**{f"{line.name}_left{place + 1}": Cell(rest)})
    last = len(line.instalments)
    judge.keep(**{f"{line.name}_taken{last}": Cell(judge.stage.table[f"{line.name}_left{last}"])})


def _keep_piece(judge: Judge, line: TypedLine, units: TypedUnits, place: int) -> None:
    """The day, the rate and the money of one payment, and whether it is an estimate."""
    day, today = judge.cell(f"{line.name}_day{place}").value, literal(judge.on)
    is_open = day.isnull() | (day > today)
    is_any = judge.stage.table[f"{line.name}_taken{place}"] > big(0)
    estimate = is_open
    if place and place == len(line.instalments):
        estimate = estimate | ~judge.stage.table[f"{line.name}_known{place - 1}"]
    effective = f"{line.name}_on{place}"
    judge.keep(
        **{
            effective: Cell(ibis.ifelse(is_open, today, day)),
            f"{line.name}_estimate{place}": Cell((estimate & is_any).fill_null(False)),
        }
    )
    rate = judge.stage.cell(units.rate_at(Computed(Day(), effective)))  # type: ignore[arg-type]
    judge.keep(**{f"{line.name}_rate{place}": rate})
    names = {UNITS: f"{line.name}_taken{place}", RATE: f"{line.name}_rate{place}"}
    money = judge.stage.cell(_reading(units.money, names))
    is_any = judge.stage.table[f"{line.name}_taken{place}"] > big(0)
    judge.keep(
        **{f"{line.name}_money{place}": Cell(ibis.ifelse(is_any, money.value, big(0)), when(is_any, money.mask))}
    )


def _reading(node: Any, columns: Mapping[str, str]) -> Any:
    """The node with its results read from these columns."""
    if isinstance(node, Result):
        return Computed(node.type, columns[node.name])
    parts = {place.name: getattr(node, place.name) for place in fields(node)}
    changed = {
        name: _reading(part, columns) for name, part in parts.items() if name != "type" and hasattr(part, "type")
    }
    return replace(node, **changed)


def _keep_money(judge: Judge, line: TypedLine) -> None:
    pieces = [judge.cell(f"{line.name}_money{place}") for place in range(len(line.instalments) + 1)]
    counted = judge.cell(f"{line.name}_counted")
    total = reduce(plus, (piece.value for piece in pieces))
    money = ibis.ifelse(counted.value.isnull(), ibis.null("int64"), total)
    parts = {}
    for place, piece in enumerate(pieces[:-1]):
        known = judge.stage.table[f"{line.name}_known{place}"]
        mask = judge.cell(f"{line.name}_part{place}").mask
        parts[f"{line.name}_part{place}"] = Cell(ibis.ifelse(known, piece.value, ibis.null("int64")), mask)
    judge.keep(
        **{f"{line.name}_amount": Cell(money, union([counted.mask, *(piece.mask for piece in pieces)]))}, **parts
    )


def keep_units(judge: Judge) -> None:
    """Adds `<line>_units`, and `estimated` for the claim."""
    cells, estimates = {}, []
    for line, _ in judge.rules.unit_lines:
        table = judge.stage.table
        outcome = table[f"{line.name}_outcome"]
        is_decided = reduce(lambda a, b: a | b, (outcome == kind for kind in DECIDED))
        none = ibis.ifelse(is_decided, big(0), ibis.null("int64"))
        cells[f"{line.name}_units"] = Cell(ibis.ifelse(outcome == AWARD, table[f"{line.name}_counted"], none))
        places = range(len(line.instalments) + 1)
        estimates += [(outcome == AWARD) & table[f"{line.name}_estimate{place}"] for place in places]
    found = either(estimates)
    if found is not None:
        judge.keep(**cells, estimated=Cell(found))


def unit_columns(line: TypedLine) -> list[str]:
    return [f"{line.name}_units"] if line.units else []
