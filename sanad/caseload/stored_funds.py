"""What the funds of a stored round pay a claim, and what of their money is left."""

from collections.abc import Mapping, Sequence
from typing import Any

from sanad.caseload.paid_one_by_one import meets
from sanad.caseload.rounds import ALLOCATIONS
from sanad.caseload.stored import StoredRound
from sanad.engine.rules.decisions import Decision
from sanad.engine.rules.funds import Fund, read_fund
from sanad.engine.rules.interpreter import Interpreter
from sanad.engine.rules.ruleset import RuleSet
from sanad.engine.rules.words.context import FundLeft, FundShare


def fund_shares(stored: StoredRound, claim_id: str) -> tuple[FundShare, ...]:
    """What each fund pays for each line, in the order of the lines and of the funds."""
    if stored.meta["funds"] is None:
        return ()
    earmarks = {fund["fund"]: fund["earmarks"] for fund in stored.meta["funds"]}
    lines, funds = [line.name for line in stored.rules.money_lines], list(earmarks)
    rows = stored.rows_of(ALLOCATIONS, claim_id)
    rows.sort(key=lambda row: (lines.index(row["line"]), funds.index(row["fund"])))
    return tuple(FundShare(row["line"], row["fund"], earmarks[row["fund"]], row["amount"]) for row in rows)


def funds_left(stored: StoredRound, run: Interpreter, decision: Decision) -> tuple[FundLeft, ...]:
    """What is left in each fund, and whether it may pay any of what the claim still misses."""
    funds = stored.meta["funds"] or ()
    named = [read_fund(stored.rules, fund["fund"], fund["left"], fund["earmarks"]) for fund in funds]
    reserved = {fund["fund"]: fund["reserved"] for fund in funds}
    return left_for(run, decision, fund_shares(stored, decision.claim.id), named, reserved)


def left_for(
    run: Interpreter,
    decision: Decision,
    shares: Sequence[FundShare],
    left: Sequence[Fund],
    reserved: Mapping[str, int],
) -> tuple[FundLeft, ...]:
    """The same, of funds that hold what is left of them; `reserved` is what is held back, by fund."""
    paid: dict[str, int] = {}
    for share in shares:
        paid[share.line] = paid.get(share.line, 0) + share.amount
    missing = [line.line.name for line in decision.lines if line.due > paid.get(line.line.name, 0)]
    return tuple(
        FundLeft(fund.name, fund.earmarks, fund.amount, _fits(run, decision, fund, missing), reserved[fund.name])
        for fund in left
    )


def brought_by_steps(rules: RuleSet, row: Mapping[str, Any]) -> dict[str, int]:
    """By step of the order of payment, what it brings the claim of this row."""
    steps = rules.order.steps if rules.order else ()
    found = {step.declared.name: row.get(f"{step.declared.name}_allocated") for step in steps}
    return {name: amount for name, amount in found.items() if amount}


def _fits(run: Interpreter, decision: Decision, fund: Fund, missing: Sequence[str]) -> bool:
    return any(fund.may_pay(line) for line in missing) and meets(run, decision, fund)
