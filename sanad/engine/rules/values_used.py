"""The dated values behind a decision."""

from datetime import date

from sanad.engine.rules.decisions import Decision
from sanad.engine.rules.interpreter import Interpreter
from sanad.engine.rules.outcomes import (
    AWARD,
)
from sanad.engine.rules.records import Record
from sanad.engine.rules.ruleset import TypedGate
from sanad.engine.rules.tree import Lookup, Node


def holds(run: Interpreter, gate: TypedGate, claim: Record) -> bool:
    return run.evaluate(gate.when, claim.at(gate.declared.level))[0] is True


def values_used(run: Interpreter, decision: Decision) -> tuple[str, ...]:
    """The ids of the dated values behind what was decided: of every awarded line, or of the gates that held."""
    rules = run.rules
    if decision.outcome == AWARD:
        awarded = [line for line in decision.lines if line.outcome == AWARD]
        nodes = [gate.when for gate in rules.gates]
        nodes += [node for line in awarded for node in line.line.nodes()]
        nodes += [amount for line in awarded for amount in rules.limiting(line.line.name)]
    else:
        nodes = [gate.when for gate in rules.gates if holds(run, gate, decision.claim)]
    return tuple(value_ids(run, decision.claim, nodes))


def value_ids(run: Interpreter, claim: Record, nodes: list[Node]) -> list[str]:
    """`grant@2016-09-26` for each dated value that the nodes read, in force on its day; sorted."""
    found = set()
    for node in run.rules.reads(*nodes):
        if isinstance(node, Lookup):
            selector = value_day(run, node, claim)
            value = run.rules.values[node.value]
            version = value.at(selector) if selector else None
            if version:
                found.add(value.version_id(version))
    return sorted(found)


def value_day(run: Interpreter, node: Lookup, claim: Record) -> date | None:
    """The day that selects the version, where the claim itself can read it (a member's own date cannot be)."""
    level = getattr(node.selector, "level", claim.level)
    if level != claim.level and level not in claim.up:
        return None
    day, _ = run.evaluate(node.selector, claim)
    return day if isinstance(day, date) else None
