"""Things and rights that a line awards: how many, and what they are worth, beside all money."""

from dataclasses import replace

from sanad.engine.rules.decisions import LineDecision
from sanad.engine.rules.interpreter import Interpreter
from sanad.engine.rules.records import Record
from sanad.engine.rules.tree import Node


def given(run: Interpreter, line: LineDecision, claim: Record) -> LineDecision:
    """The line with its number; of its value None where that is not known, which keeps nothing back.

    None of a thing is worth nothing.
    """
    thing = line.line.thing
    if thing is None:
        return line
    number = _found(run, thing.number, claim) or 0
    return replace(line, number=number, value=_found(run, thing.value, claim) if thing.value and number else 0)


def _found(run: Interpreter, node: Node, claim: Record) -> int | None:
    found, _ = run.evaluate(node, claim)
    return max(0, found) if isinstance(found, int) else None
