"""What the funds pay, brought back to its claims: a column for each step, and a table of who pays what."""

import numpy as np
import pyarrow as pa

from sanad.engine.batch.engine import Engine
from sanad.engine.batch.functions import Column
from sanad.engine.batch.paying import Allocation, steps_of
from sanad.engine.rules.ruleset import RuleSet

ALLOCATIONS = "allocations"


def with_steps(engine: Engine, rules: RuleSet, queue: Column, allocation: Allocation) -> Column:
    """The queue with `<step>_allocated` and `allocated`."""
    names = [f"{step.declared.name}_allocated" for step in steps_of(rules)]
    places = np.arange(1, len(allocation.steps[0]) + 1)
    columns = dict(zip(names, allocation.steps, strict=True)) | {"allocated": sum(allocation.steps)}
    brought = engine.bring("queue_allocated", pa.table({"allocated_place": places, **columns}))
    return queue.inner_join(brought, queue.queue_place == brought.allocated_place).drop("allocated_place")


def allocations_of(engine: Engine, rules: RuleSet, queue: Column, decided: Column, allocation: Allocation) -> str:
    """Stores the table: claim_id, line, fund, amount in minor units."""
    lines = pa.array([line.name for line in rules.money_lines], pa.string())
    funds = pa.array([use.fund.name for use in allocation.funds], pa.string())
    named = {
        "drawn_place": allocation.claim + 1,
        "line": lines.take(pa.array(allocation.line)),
        "fund": funds.take(pa.array(allocation.fund)),
        "amount": allocation.amount,
    }
    drawn = engine.bring("drawn", pa.table(named))
    known = decided.select("claim_id", decided_row=engine.row(decided))
    placed = queue.select("queue_place", "row").inner_join(known, queue.row == known.decided_row)
    joined = drawn.inner_join(placed, drawn.drawn_place == placed.queue_place)
    engine.keep(ALLOCATIONS, joined.order_by(joined.drawn_place).select("claim_id", "line", "fund", "amount"))
    return ALLOCATIONS
