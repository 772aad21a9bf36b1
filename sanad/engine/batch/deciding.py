"""Decides a whole round on an engine: claims in, awards out, each in its row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import ibis
import pyarrow as pa

from sanad.engine.batch.allocated import allocations_of, with_steps
from sanad.engine.batch.amounts import decide_amounts, keep_awarded
from sanad.engine.batch.choices import choice_columns, keep_choices
from sanad.engine.batch.converting import keep_units, unit_columns
from sanad.engine.batch.dividing import keep_undivided
from sanad.engine.batch.engine import Engine
from sanad.engine.batch.frames import Source, Sources
from sanad.engine.batch.functions import Column, absent, big, div
from sanad.engine.batch.granting import judge_of
from sanad.engine.batch.naming import mask_columns, name_masks
from sanad.engine.batch.nodes import Stage, column_type, fact_column
from sanad.engine.batch.order_columns import keep_order_columns, order_nodes, own_columns, read_queue
from sanad.engine.batch.outcomes import Judge
from sanad.engine.batch.paying import FundUse, allocate
from sanad.engine.batch.queue import keep_order, queued
from sanad.engine.batch.remarks import keep_remarks
from sanad.engine.batch.shared import Shared
from sanad.engine.batch.things import keep_things, thing_columns, with_places
from sanad.engine.batch.values_used import keep_values_used
from sanad.engine.rules.funds import Fund
from sanad.engine.rules.ruleset import RuleSet
from sanad.engine.rules.typed_rules import TypedLine
from sanad.engine.rules.types import INT64_MAX, Text


class RoundTooLarge(Exception):
    """A total of the round leaves 64 bits; `says` holds the sentence in English and Arabic."""

    def __init__(self, owed: int) -> None:
        super().__init__(owed)
        self.says = {
            "en": f"What is due adds up to {owed:,}, which leaves 64 bits. Decide the caseload in parts.",
            "ar": f"مجموع المستحق {owed:,}، وهو أكبر مما يسعه 64 بت. بُتَّ في الطلبات على دفعات.",
        }


@dataclass(frozen=True, slots=True)
class Facts:
    """The tables of a snapshot in the engine: by level, with the fields that are nowhere absent."""

    tables: Mapping[str, str]
    full: frozenset[str] = frozenset()
    paid: str | None = None
    """A table of claim_id, line, amount: what was paid before."""


@dataclass(frozen=True, slots=True)
class Awards:
    """The awards in the engine, a row a claim, with their columns in their order.

    With funds also `allocations` (which fund pays which line of which claim), and what became of each fund.
    """

    table: str
    columns: tuple[str, ...]
    allocations: str | None = None
    funds: tuple[FundUse, ...] = ()


def decide_round(engine: Engine, rules: RuleSet, on: date, facts: Facts, funds: Sequence[Fund] | None = None) -> Awards:
    """Decide every claim, place those with something due in the queue, and share the funds where they are named.

    Raises RoundTooLarge.
    """
    judge = judged(engine, rules, on, facts, funds)
    keep_remarks(judge)
    keep_choices(judge)
    keep_things(judge)
    keep_units(judge)
    keep_order(judge)
    if funds is not None:
        keep_order_columns(judge, funds)
    decided = engine.keep("decided", judge.stage.table.select(_decided_columns(judge, has_funds=funds is not None)))
    keys = name_masks(engine, judge.codes, decided, "named_masks")
    queue = _queue(engine, rules, decided)
    if funds is None:
        awards = _awards(engine, judge, decided, queue, keys)
        return Awards("awards", tuple(engine.view("awards", awards).columns))
    in_memory = read_queue(engine, rules, funds, queue, decided)
    # Arrow would keep what the queue came in, which at ten million claims is as much again.
    pa.default_memory_pool().release_unused()
    allocation = allocate(rules, in_memory, funds)
    del in_memory
    queue = with_steps(engine, rules, queue, allocation)
    awards = _awards(engine, judge, decided, queue, keys)
    allocations = allocations_of(engine, rules, queue, decided, allocation)
    columns = tuple(engine.view("awards", awards).columns)
    return Awards("awards", columns, allocations, tuple(allocation.funds))


def judged(engine: Engine, rules: RuleSet, on: date, facts: Facts, funds: Sequence[Fund] | None = None) -> Judge:
    """Every claim with its outcome, its amounts and what of each line is due: `<line>_due`."""
    asked = {} if funds is None else order_nodes(rules, funds)
    judge = judge_of(Sources(rules, on, levels_of(engine, rules, facts)), engine, asked)
    _decide_outcomes(judge, engine)
    _keep_paid(judge, engine, facts)
    decide_amounts(judge, engine)
    keep_undivided(judge)
    return judge


def _decide_outcomes(judge: Judge, engine: Engine) -> None:
    """What each line is awarded, under the ceilings that its claim shares, and what the claim comes to."""
    keep_awarded(judge)
    for place, ceiling in enumerate(judge.rules.shared_ceilings):
        Shared(judge, place, ceiling).apply(engine)
    judge.decide_claim()
    keep_values_used(judge)


def levels_of(engine: Engine, rules: RuleSet, facts: Facts) -> dict[str, Source]:
    """The rows of every level as the rules see them."""
    return {level: _source(engine, rules, facts, level) for level in rules.levels.above}


def _source(engine: Engine, rules: RuleSet, facts: Facts, level: str) -> Source:
    """A level's own table, or its things as the claims name them; every field that it sees has a column."""
    stored = facts.tables.get(level)
    table = engine.table(stored or facts.tables["claim"])
    columns = {}
    for name, field in rules.fields.items():
        if rules.levels.is_visible(field.level, level) and not isinstance(field.type, Text):
            kind = column_type(field.type)
            columns[fact_column(name)] = table[name] if name in table.columns else absent(kind)
    ids = [f"{known}_id" for known in (level, *rules.levels.above[level]) if f"{known}_id" in table.columns]
    if not stored and f"{level}_id" not in table.columns:
        return Source(_nothing(table, rules, level, columns), frozenset())
    selected = table.select(*ids, **columns)
    if not stored and level != "claim":
        selected = selected.distinct(on=f"{level}_id", keep="first")
    return Source(engine.view(f"level__{level}", selected), facts.full)


def _nothing(table: Column, rules: RuleSet, level: str, columns: Mapping[str, Column]) -> Column:
    """A level of which the snapshot has no things."""
    ids = {f"{known}_id": absent("string") for known in (level, *rules.levels.above[level])}
    return table.select(**ids, **columns).filter(False)


def _keep_paid(judge: Judge, engine: Engine, facts: Facts) -> None:
    """Adds `<line>_paid`, where anything was paid before."""
    if facts.paid is None:
        return
    names = {f"{line.name}_paid": line.name for line in judge.rules.lines}
    paid = engine.table(facts.paid)
    sums = {
        f"{name}_sum": div(ibis.ifelse(paid.line == line, paid.amount, big(0)).sum(), 1) for name, line in names.items()
    }
    totals = paid.group_by(paid_claim=paid.claim_id).aggregate(**sums)
    table = judge.stage.table
    table = table.left_join(totals, table.claim_id == totals.paid_claim).drop("paid_claim")
    table = table.mutate(**{name: table[f"{name}_sum"].fill_null(0) for name in names})
    judge.stage = _with(judge, table.drop(*sums))


def _with(judge: Judge, table: Column) -> Stage:
    return replace(judge.stage, table=table)


def _decided_columns(judge: Judge, *, has_funds: bool) -> list[str]:
    columns = judge.stage.table.columns
    lines = _line_columns(judge)
    order = ["priority", *(f"order__key{place}" for place in range(len(judge.keys)))]
    totals = ["net", "paid", "due_now", "left", "overpaid", "capped", "deducted", *_set_off(judge)]
    for_funds = own_columns(judge.rules, columns) if has_funds else []
    return ["claim_id", "outcome", *totals, *lines, *order, *for_funds, *mask_columns(columns)]


def _set_off(judge: Judge) -> list[str]:
    return ["set_off"] if judge.rules.set_off else []


def _line_columns(judge: Judge) -> list[str]:
    lines = [name for line in judge.rules.lines for name in _columns_of(line)]
    estimated = ["estimated"] if judge.rules.unit_lines else []
    return [*lines, *choice_columns(judge.rules), *estimated]


def _columns_of(line: TypedLine) -> list[str]:
    money = [line.name] if line.thing is None else []
    return [*money, f"{line.name}_outcome", *thing_columns(line), *unit_columns(line)]


def _queue(engine: Engine, rules: RuleSet, decided: Column) -> Column:
    owed = engine.number(decided.due_now.sum())
    if owed > INT64_MAX:
        raise RoundTooLarge(owed)
    return engine.keep("queue", queued(engine, rules, decided))


def _awards(engine: Engine, judge: Judge, decided: Column, queue: Column, keys: list[str]) -> Column:
    named = engine.table("named_masks")
    queue = queue.drop("due_now")
    table = decided.mutate(place=engine.row(decided))
    table = table.left_join(queue, table.place == queue.row).inner_join(named, keys)
    lines = _line_columns(judge)
    allocated = [name for name in queue.columns if name.endswith("allocated")]
    remarks = ["remarks"] if judge.rules.declines else []
    table = with_places(engine, judge.rules, decided, table)
    placed = table.queue_place.notnull()
    places = [f"{line.name}_place" for line, _ in judge.rules.thing_lines]
    table = table.mutate(
        currency=ibis.literal(judge.rules.declared.currency),
        priority=ibis.ifelse(placed, table.priority, ibis.null("int64")),
    )
    return table.select(
        "claim_id", "outcome", "reasons", *remarks, "currency", "net", "paid", "due_now", "left", "overpaid", *lines,
        "capped", "deducted", *_set_off(judge), "values_used", "priority", "queue_place", "money_ahead", *places,
        *allocated,
    )  # fmt: skip
