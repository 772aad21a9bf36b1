"""Decides one claim: by itself, among its rivals, under ceilings, and what is due after what was paid."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from sanad.engine.rules.decisions import Decision
from sanad.engine.rules.granting import granted
from sanad.engine.rules.interpreter import Interpreter
from sanad.engine.rules.judging import outcome_of_lines
from sanad.engine.rules.outcomes import first_outcome, reasons_of
from sanad.engine.rules.records import Record
from sanad.engine.rules.remarks import remarks
from sanad.engine.rules.rivalry import findings_of
from sanad.engine.rules.ruleset import RuleSet
from sanad.engine.rules.settling import settled_lines
from sanad.engine.rules.values_used import values_used


def decide(rules: RuleSet, claim: Record, on: date, paid: Mapping[str, int] | None = None) -> Decision:
    """The decision on a claim at a round's date, with what was paid before by line (minor units)."""
    return decide_with(Interpreter(rules, on), claim, paid or {})


def decide_with(run: Interpreter, claim: Record, paid: Mapping[str, int]) -> Decision:
    """`paid` is what was paid of this claim; `run.payments` may hold what was paid of others in its groups."""
    if run.payments.get(claim.id, {}) != paid:
        run = replace(run, payments={**run.payments, claim.id: paid}, settled={})
    run = replace(run, granted=granted)
    findings = findings_of(run, claim)
    gated = first_outcome(findings)
    lines = settled_lines(run, claim)
    outcome, reasons = (
        (gated, tuple(reasons_of(run.rules, gated, list(findings)))) if gated else outcome_of_lines(run, lines)
    )
    decision = Decision(claim, outcome, reasons, findings, lines, sum(paid.values()))
    return replace(decision, values_used=values_used(run, decision), remarks=remarks(run, claim))
