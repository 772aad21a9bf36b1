"""What of each line of an award is due on a day, and what was paid of it, as columns of their own."""

from datetime import date

import ibis

from sanad.engine.batch.deciding import Facts, judged
from sanad.engine.batch.engine import Engine
from sanad.engine.batch.functions import big
from sanad.engine.rules.outcomes import AWARD
from sanad.engine.rules.ruleset import RuleSet


def keep_dues(engine: Engine, rules: RuleSet, on: date, facts: Facts, target: str) -> list[str]:
    """Make the table `target`: `claim_id`, and of each line of money `<line>_due` and `<line>_paid` in minor units.

    A due is NULL where the claim is not awarded, or where nobody can say what is due. Without payments in `facts`
    what is due is all that has fallen due by then. Gives the names of the lines.
    """
    table = judged(engine, rules, on, facts).stage.table
    lines = [line.name for line in rules.money_lines]
    is_known = (table.outcome == AWARD) & table.due_now.notnull()
    dues = {f"{line}_due": ibis.ifelse(is_known, table[f"{line}_due"], ibis.null("int64")) for line in lines}
    has_paid = facts.paid is not None
    paid = {f"{line}_paid": table[f"{line}_paid"] if has_paid else big(0) for line in lines}
    engine.keep(target, table.select("claim_id", **dues, **paid))
    return lines
