"""The queue in columns: places, money ahead, and a fund shared among awards that are due."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import ibis

from sanad.engine.allocation.sharing import water_level
from sanad.engine.batch.cells import Cell, holds
from sanad.engine.batch.functions import Column, big, div
from sanad.engine.batch.outcomes import Judge
from sanad.engine.money import scaled
from sanad.engine.rules.declared import PaymentStep
from sanad.engine.rules.outcomes import AWARD
from sanad.engine.rules.ruleset import RuleSet

Run = Callable[[Column], int]
"""Runs a query for one number."""
Keep = Callable[[str, Column], Column]
"""Stores a table under a name and gives it back."""


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


@dataclass
class Sharing:
    """A fund being shared, step after step, over the stored queue."""

    queue: Column
    run: Run
    keep: Keep
    left: int

    def step(self, step: PaymentStep, at_most: int | None) -> None:
        """Adds `<step>_allocated` and takes it from what is left of the fund."""
        paid = self._paid_so_far()
        owed = self.queue.due_now - paid
        share = self._in_order(owed) if step.kind == "in_order" else self._equal_first(owed, at_most)
        self.queue = self.keep(f"queue_{step.name}", self.queue.mutate(**{f"{step.name}_allocated": share}))
        self.left -= self.run(self.queue[f"{step.name}_allocated"].sum())

    def _paid_so_far(self) -> Column:
        total = big(0)
        for column in self.queue.columns:
            total = total + self.queue[column] if column.endswith("_allocated") else total
        return total

    def _in_order(self, owed: Column) -> Column:
        before = div(owed.sum().over(self._ahead()), 1).fill_null(0)
        return ibis.greatest(ibis.least(owed, big(self.left) - before), big(0))

    def _ahead(self) -> Column:
        return ibis.window(order_by=self.queue.queue_place, rows=(None, -1))

    def _equal_first(self, owed: Column, at_most: int | None) -> Column:
        wanted = owed if at_most is None else ibis.least(owed, big(at_most))
        level, rest = water_level(
            lambda height: self.run(ibis.least(wanted, big(height)).sum()), self.left, self.run(wanted.max())
        )
        above = wanted > big(level)
        above_before = div(ibis.ifelse(above, big(1), big(0)).sum().over(self._ahead()), 1).fill_null(0)
        extra = ibis.ifelse(above & (above_before < big(rest)), big(1), big(0))
        return ibis.least(wanted, big(level)) + extra


def steps_of(rules: RuleSet) -> Sequence[PaymentStep]:
    return rules.declared.order.steps if rules.declared.order else ()


def step_ceiling(step: PaymentStep, scale: int) -> int | None:
    return None if step.at_most is None else scaled(step.at_most, scale)
