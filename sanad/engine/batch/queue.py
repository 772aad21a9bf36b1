"""The queue in columns: each award with something due, its place, and the money ahead of it."""

import ibis

from sanad.engine.batch.cells import Cell, holds
from sanad.engine.batch.functions import Column, big, div
from sanad.engine.batch.outcomes import Judge
from sanad.engine.rules.outcomes import AWARD
from sanad.engine.rules.ruleset import RuleSet


def keep_order(judge: Judge) -> None:
    """Adds `priority` (1 first; after the last tier whatever meets none) and `order__key<n>`."""
    for name, part in judge.frame.late.items():
        if name not in judge.stage.words:
            judge.keep(**{name: judge.stage.cell(part)})
    tiers = [holds(judge.stage.cell(tier)) for tier in judge.tiers]
    branches = [(held, big(place)) for place, held in enumerate(tiers, 1)]
    last = big(len(tiers) + 1)
    judge.keep(priority=Cell(ibis.cases(*branches, else_=last) if branches else last))
    judge.keep(**{f"order__key{place}": Cell(judge.stage.cell(key).value) for place, key in enumerate(judge.keys)})


def queued(rules: RuleSet, decided: Column) -> Column:
    """Awards with something due, each with its place and the money ahead of it; absent keys stand last.

    `row` is the award's place in the stored table: to join by it is cheaper than by the claim's id.
    """
    decided = decided.mutate(row=decided.rowid())
    due = decided.filter((decided.outcome == AWARD) & (decided.due_now > big(0)))
    ahead = ibis.window(order_by=in_order_of_payment(rules, due), rows=(None, -1))
    return due.select(
        "row",
        "due_now",
        queue_place=due.count().over(ahead) + big(1),
        money_ahead=div(due.due_now.sum().over(ahead), 1).fill_null(0),
    )


def in_order_of_payment(rules: RuleSet, due: Column) -> list[Column]:
    """Tiers, then keys with the absent ones last, then the claim's id."""
    order = [due.priority.asc()]
    for place, key in enumerate(rules.order.keys if rules.order else ()):
        column = due[f"order__key{place}"]
        order.append(column.desc(nulls_first=False) if key.descending else column.asc(nulls_first=False))
    return [*order, due.claim_id.asc()]
