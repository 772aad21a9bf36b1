"""The queue in columns: each award with something due, its place, and the money ahead of it."""

import ibis

from sanad.engine.batch.cells import Cell, holds
from sanad.engine.batch.engine import ROWS_AHEAD, Engine
from sanad.engine.batch.functions import Column, big
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


def queued(engine: Engine, rules: RuleSet, decided: Column) -> Column:
    """Awards with something due, each with its place and the money ahead of it; absent keys stand last.

    `row` tells the award in the decided table.
    """
    order = order_of_payment(rules)
    decided = decided.mutate(row=engine.row(decided))
    due = decided.filter((decided.outcome == AWARD) & (decided.due_now > big(0)))
    due = due.select("row", "due_now", *(name for name, _ in order))
    placed = engine.running("queue", due, order, {"money_ahead": "due_now"})
    return placed.select("row", "due_now", queue_place=placed[ROWS_AHEAD] + big(1), money_ahead=placed.money_ahead)


def order_of_payment(rules: RuleSet) -> list[tuple[str, bool]]:
    """Tiers, then keys with the absent ones last, then the claim's id: each column, and whether it descends."""
    keys = rules.order.keys if rules.order else ()
    by_key = [(f"order__key{place}", key.descending) for place, key in enumerate(keys)]
    return [("priority", False), *by_key, ("claim_id", False)]
