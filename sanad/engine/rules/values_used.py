"""The dated values behind a decision."""

from collections.abc import Iterator
from datetime import date

from sanad.engine.rules.dated_reads import DatedRead, dated_reads, in_force, known_day
from sanad.engine.rules.decisions import Decision, LineDecision
from sanad.engine.rules.interpreter import Interpreter
from sanad.engine.rules.outcomes import (
    AWARD,
)
from sanad.engine.rules.records import Record
from sanad.engine.rules.tree import Node
from sanad.engine.rules.typed_rules import TypedGate


def holds(run: Interpreter, gate: TypedGate, claim: Record) -> bool:
    return run.evaluate(gate.when, claim.at(gate.declared.level))[0] is True


def values_used(run: Interpreter, decision: Decision) -> tuple[str, ...]:
    """The ids of the dated values behind what was decided: of every awarded line, or of the gates that held."""
    rules = run.rules
    rates: set[str] = set()
    if decision.outcome == AWARD:
        awarded = [line for line in decision.lines if line.outcome == AWARD]
        nodes = [gate.when for gate in rules.gates]
        nodes += [node for line in awarded for node in line.line.nodes()]
        rates = {rate for line in awarded for rate in _rates_of(run, line)}
        nodes += [amount for line in awarded for amount in rules.limiting(line.line.name)]
    else:
        nodes = [gate.when for gate in rules.gates if holds(run, gate, decision.claim)]
    return tuple(sorted({*value_ids(run, decision.claim, nodes), *rates}))


def _rates_of(run: Interpreter, line: LineDecision) -> Iterator[str]:
    """The rates that made money of the units of this line."""
    if line.line.units is None:
        return
    value = run.rules.values[line.line.units.value]
    for piece in line.pieces:
        version = value.at(piece.day) if piece.units else None
        if version:
            yield value.version_id(version)


def value_ids(run: Interpreter, claim: Record, nodes: list[Node]) -> list[str]:
    """`grant@2016-09-26` for each dated value that the nodes read, in force on its day; sorted."""
    return sorted({found for read in dated_reads(run.rules, nodes) for found in _ids(run, claim, read)})


def _ids(run: Interpreter, claim: Record, read: DatedRead) -> Iterator[str]:
    value = run.rules.values[read.value]
    if read.through:
        held = [one for one in value.versions if run.evaluate(in_force(read, one), claim)[0] is True]
        yield from (value.version_id(version) for version in held)
        return
    day = known_day(read.selector, run.on) or run.evaluate(read.selector, claim)[0]
    version = value.at(day) if isinstance(day, date) else None
    if version:
        yield value.version_id(version)
