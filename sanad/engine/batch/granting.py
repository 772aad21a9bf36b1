"""What each claim is granted by itself and among its rivals, as a column that its later lines read."""

from collections.abc import Mapping
from dataclasses import replace
from functools import reduce
from operator import or_

import ibis

from sanad.engine.batch.amounts import keep_awarded
from sanad.engine.batch.converting import keep_converted
from sanad.engine.batch.engine import Engine
from sanad.engine.batch.frames import Source, Sources
from sanad.engine.batch.functions import Column, big
from sanad.engine.batch.nodes import fact_column
from sanad.engine.batch.outcomes import Judge
from sanad.engine.batch.ranks import total
from sanad.engine.batch.rivalry import Rivals, decide_rivals
from sanad.engine.rules.granting import NOTHING
from sanad.engine.rules.outcomes import WAITING
from sanad.engine.rules.tree import GRANTED, Node


def judge_of(sources: Sources, engine: Engine, asked: Mapping[str, Node]) -> Judge:
    """A judge that knows each claim's rivals, and what all claims are granted where a line asks for it.

    `asked`: what the order of payment will ask of the claims once they are decided.
    """
    rules = sources.rules
    if not rules.has_later_lines:
        judge = Judge(sources, asked)
        keep_converted(judge)
        judge.decide_by_itself(engine, decide_rivals)
        return judge
    first = Judge(replace(sources, rules=replace(rules, lines=rules.earlier_lines, order=None, set_off=None)), {})
    keep_converted(first)
    first.decide_by_itself(engine, decide_rivals)
    keep_awarded(first)
    kept = engine.keep("granted", _granted(first))
    claims = sources.levels["claim"]
    table = claims.table.left_join(kept, claims.table.claim_id == kept.granted_claim).drop("granted_claim")
    levels = {**sources.levels, "claim": Source(engine.view("level__granted", table), claims.full)}
    judge = Judge(replace(sources, levels=levels), asked)
    judge.rivals = Rivals(judge, first.rivals.rules) if first.rivals else None
    keep_converted(judge)
    judge.decide_gates()
    judge.decide_lines()
    return judge


def _granted(judge: Judge) -> Column:
    table = judge.stage.table
    outcomes = [table[f"{line.name}_outcome"] for line in judge.rules.lines]
    waits = reduce(or_, (outcome.isin(WAITING) for outcome in outcomes))
    amount = total([table[f"{line.name}_kept"] for line in judge.rules.lines])
    nothing = table.gated.isin(NOTHING).fill_null(False)
    found = ibis.cases((nothing, big(0)), (table.gated.notnull() | waits, ibis.null("int64")), else_=amount)
    verdicts = judge.rivals.verdicts if judge.rivals else []
    return table.select(*verdicts, granted_claim=table.claim_id, **{fact_column(GRANTED): found})
