"""One claim by itself: its gates, its lines with their caps, and what they lead to."""

from collections.abc import Mapping
from dataclasses import replace

from sanad.engine.rules.converting import Conversion, converted
from sanad.engine.rules.decisions import LineDecision
from sanad.engine.rules.dividing import undivided_values
from sanad.engine.rules.giving import given
from sanad.engine.rules.interpreter import Interpreter
from sanad.engine.rules.outcomes import (
    AWARD,
    NO_LINE_APPLIES,
    NOT_APPLICABLE,
    NOT_ASKED,
    OPEN,
    OUTCOMES,
    RIVAL_UNDECIDED,
    Finding,
    first_outcome,
    outcome_of_gaps,
    reasons_of,
)
from sanad.engine.rules.records import Record
from sanad.engine.rules.typed_rules import TypedGate, TypedLine


def gate_findings(run: Interpreter, gate: TypedGate, claim: Record) -> list[Finding]:
    value, gaps = run.evaluate(gate.when, claim.at(gate.declared.level))
    if gaps:
        return undecided(run, gaps)
    return [Finding(gate.declared.kind, gate.declared.code, 0)] if value else []


def undecided(run: Interpreter, gaps: int) -> list[Finding]:
    if not gaps:
        return []
    outcome = outcome_of_gaps(run.rules, gaps)
    return [Finding(outcome, RIVAL_UNDECIDED if outcome == "defer" else "", gaps)]


def decide_line(run: Interpreter, line: TypedLine, claim: Record, paid: Mapping[str, int]) -> LineDecision:
    before = paid.get(line.name, 0)
    applies, gaps = run.evaluate(line.when, claim) if line.when else (True, 0)
    if not gaps and not applies:
        return LineDecision(line, NOT_APPLICABLE, paid=before)
    if line.asked and run.evaluate(line.asked, claim)[0] is not True:
        is_closed = line.is_closed is not None and run.evaluate(line.is_closed, claim)[0] is True
        return LineDecision(line, NOT_APPLICABLE if is_closed else OPEN, paid=before)
    findings = undecided(run, gaps) + [finding for gate in line.gates for finding in gate_findings(run, gate, claim)]
    amount, asked_for = 0, 0
    conversion = converted(run, line, claim)
    if not findings:
        amount, asked_for, missing = _amount(run, line, claim, conversion)
        findings = undecided(run, missing)
    outcome = first_outcome(findings)
    if outcome:
        reasons = tuple(reasons_of(run.rules, outcome, findings))
        return LineDecision(line, outcome, reasons, tuple(findings), paid=before)
    awarded = LineDecision(line, AWARD, asked_for=asked_for, amount=amount, capped=asked_for - amount, paid=before)
    if conversion:
        return replace(awarded, units=conversion.units, pieces=conversion.pieces)
    return given(run, awarded, claim)


def _amount(run: Interpreter, line: TypedLine, claim: Record, conversion: Conversion | None) -> tuple[int, int, int]:
    """The amount under the line's cap, the amount without it, and the gaps of all that it takes to know it."""
    nodes = [line.units.number if line.units else line.amount, *([line.at_most] if line.at_most else [])]
    nodes += [limit.amount for limit in run.rules.limits_of(line.name)]
    nodes += [line.thing.number] if line.thing else []
    values, gaps = run.strict(tuple(nodes), claim)
    for shared in run.rules.shared_by(line.name):
        gaps |= run.evaluate(shared.amount, claim.at(shared.declared.level))[1]
    gaps |= conversion.gaps if conversion else 0
    if gaps:
        return 0, 0, gaps
    asked_for = conversion.money if conversion else max(0, values[0])
    return (min(asked_for, max(0, values[1])) if line.at_most else asked_for), asked_for, 0


def outcome_of_lines(run: Interpreter, lines: tuple[LineDecision, ...]) -> tuple[str, tuple[str, ...]]:
    outcomes = {line.outcome for line in lines}
    if AWARD in outcomes:
        return AWARD, undivided_values(run.rules, lines)
    for outcome in OUTCOMES:
        if outcome in outcomes:
            findings = [finding for line in lines if line.outcome == outcome for finding in line.findings]
            return outcome, tuple(reasons_of(run.rules, outcome, findings))
    return ("defer", (NOT_ASKED,)) if OPEN in outcomes else ("refuse", (NO_LINE_APPLIES,))
