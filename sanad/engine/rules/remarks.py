"""Requests for a change that are declined: each is told, and the award that stands is untouched."""

from sanad.engine.rules.interpreter import Interpreter
from sanad.engine.rules.records import Record
from sanad.engine.rules.ruleset import RuleSet
from sanad.engine.rules.values_used import holds


def remarks(run: Interpreter, claim: Record) -> tuple[str, ...]:
    """The codes of the rules that hold, in their order; one that cannot be decided says nothing."""
    return tuple(dict.fromkeys(gate.declared.code for gate in run.rules.declines if holds(run, gate, claim)))


def remark_codes(rules: RuleSet) -> tuple[str, ...]:
    return tuple(dict.fromkeys(gate.declared.code for gate in rules.declines))
