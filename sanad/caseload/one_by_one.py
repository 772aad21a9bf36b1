"""A small round decided by the interpreter, claim by claim: the columns of awards.parquet, to be held against it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sanad.caseload.paid_one_by_one import Shares, pay_one_by_one, results_of
from sanad.caseload.things import gives_things, place_things, thing_cells
from sanad.engine.rules.deciding import decide_with
from sanad.engine.rules.decisions import DECIDED, Decision
from sanad.engine.rules.funds import Fund
from sanad.engine.rules.interpreter import Interpreter
from sanad.engine.rules.outcomes import AWARD
from sanad.engine.rules.records import Record
from sanad.engine.rules.ruleset import RuleSet

Paid = Mapping[str, Mapping[str, int]]
"""What was paid before, in minor units: by claim, then by line."""
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Decided:
    """A small round: the run that kept what it found, a decision and a row of awards by claim, what the funds pay."""

    run: Interpreter
    decisions: Mapping[str, Decision]
    rows: Mapping[str, Row]
    shares: Shares


def decide_one_by_one(
    rules: RuleSet, claims: Sequence[Record], on: date, paid: Paid, funds: Sequence[Fund] | None = None
) -> dict[str, Row]:
    """A row of awards for each claim; with funds, `fund <name>` beside it: what that fund pays the claim."""
    return dict(decided_one_by_one(rules, claims, on, paid, funds).rows)


def decided_one_by_one(
    rules: RuleSet, claims: Sequence[Record], on: date, paid: Paid, funds: Sequence[Fund] | None = None
) -> Decided:
    """The same, with all that an explanation needs beside the rows."""
    run = Interpreter(rules, on, payments=paid)
    decisions = [decide_with(run, claim, paid.get(claim.id, {})) for claim in claims]
    rows = {decision.claim.id: row_of(rules, decision) for decision in decisions}
    due = [decision for decision in decisions if decision.outcome == AWARD and decision.due_now]
    placed = in_place(run, due)
    ahead = 0
    for place, (decision, tier) in enumerate(placed, 1):
        rows[decision.claim.id] |= {"priority": tier, "queue_place": place, "money_ahead": ahead}
        ahead += decision.due_now or 0
    place_things(rows, (decision for decision, _ in in_place(run, [one for one in decisions if gives_things(one)])))
    shares = Shares()
    if funds is not None:
        shares = pay_one_by_one(run, rows, [decision for decision, _ in placed], decisions, funds)
    return Decided(run, {decision.claim.id: decision for decision in decisions}, rows, shares)


def row_of(rules: RuleSet, decision: Decision) -> Row:
    lines: Row = {"remarks": decision.remarks} if rules.declines else {}
    for line in decision.lines:
        if line.line.thing is None:
            lines[line.line.name] = line.amount if line.outcome in DECIDED else None
        lines[f"{line.line.name}_outcome"] = line.outcome
        lines |= thing_cells(line)
        if line.line.units:
            lines[f"{line.line.name}_units"] = line.units if line.outcome in DECIDED else None
    if rules.unit_lines:
        lines["estimated"] = decision.is_estimated
    for choice in rules.choices:
        code = decision.claim.fact(choice.field.level, choice.field.name)
        lines[f"{choice.declared.name}_chosen"] = None if code is None else choice.line_of(code)
    return {
        "outcome": decision.outcome,
        "reasons": decision.reasons,
        "currency": rules.declared.currency,
        "net": decision.net,
        "paid": decision.paid,
        "due_now": decision.due_now,
        "left": decision.left,
        "overpaid": decision.overpaid,
        **lines,
        "capped": sum(line.capped for line in decision.lines),
        "deducted": sum(line.deducted for line in decision.lines),
        **({"set_off": sum(line.set_off for line in decision.lines)} if rules.set_off else {}),
        "values_used": decision.values_used,
        "priority": None,
        "queue_place": None,
        "money_ahead": None,
    }


def in_place(run: Interpreter, due: Sequence[Decision]) -> list[tuple[Decision, int]]:
    """Decisions with something due, in the order of payment, each with its tier; an absent key stands last."""
    keys = run.rules.order.keys if run.rules.order else ()
    placed = []
    for decision in due:
        read = Interpreter(run.rules, run.on, results_of(decision), run.kept)
        found = [read.evaluate(key.of, decision.claim)[0] for key in keys]
        placed.append((decision, tier_of(read, decision.claim), found))
    placed.sort(key=lambda item: item[0].claim.id)
    for place in reversed(range(len(keys))):
        known = [item for item in placed if item[2][place] is not None]
        absent = [item for item in placed if item[2][place] is None]
        placed = sorted(known, key=_nth(place), reverse=keys[place].descending) + absent
    placed.sort(key=lambda item: item[1])
    return [(decision, tier) for decision, tier, _ in placed]


def _nth(place: int) -> Any:
    return lambda item: item[2][place]


def tier_of(run: Interpreter, claim: Record) -> int:
    """The first tier that holds, from 1; one more than the last where none does."""
    tiers = run.rules.order.tiers if run.rules.order else ()
    for place, (_, node) in enumerate(tiers, 1):
        if run.evaluate(node, claim)[0] is True:
            return place
    return len(tiers) + 1
