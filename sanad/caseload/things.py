"""Things and rights in a round decided claim by claim: their columns, and the places among those of one kind."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sanad.engine.rules.decisions import DECIDED, Decision, LineDecision
from sanad.engine.rules.outcomes import AWARD
from sanad.engine.rules.ruleset import RuleSet

Row = dict[str, Any]


def thing_cells(line: LineDecision) -> Row:
    """Number and value of a line that gives a thing, empty where it is not decided; the place comes later."""
    if line.line.thing is None:
        return {}
    name, is_decided = line.line.name, line.outcome in DECIDED
    value = {f"{name}_value": line.value if is_decided else None} if line.line.thing.value else {}
    return {f"{name}_number": line.number if is_decided else None, **value, f"{name}_place": None}


def gives_things(decision: Decision) -> bool:
    return any(_is_given(line) for line in decision.lines)


def _is_given(line: LineDecision) -> bool:
    return line.outcome == AWARD and line.line.thing is not None and line.number > 0


def place_things(rows: Mapping[str, Row], in_order: Iterable[Decision]) -> None:
    """Numbers the things of each kind, by the order of payment and within a claim by that of the lines."""
    placed: dict[str, int] = {}
    for decision in in_order:
        for line in decision.lines:
            if line.line.thing is not None and _is_given(line):
                kind = line.line.thing.declared.kind
                placed[kind] = placed.get(kind, 0) + 1
                rows[decision.claim.id][f"{line.line.name}_place"] = placed[kind]


def place_again(rules: RuleSet, rows: Sequence[Row]) -> None:
    """Counts the places of a few rows out of a larger round by themselves."""
    kinds = {thing.declared.kind for _, thing in rules.thing_lines}
    for kind in kinds:
        columns = [f"{line.name}_place" for line, thing in rules.thing_lines if thing.declared.kind == kind]
        held = [(row[column], row, column) for row in rows for column in columns if row[column] is not None]
        for place, (_, row, column) in enumerate(sorted(held, key=lambda one: one[0]), 1):
            row[column] = place
