"""What is only seen from a satellite may raise a priority; it never decides an award."""

from collections.abc import Iterator
from dataclasses import replace

from sanad.engine.rules.declared import Where
from sanad.engine.rules.problems import Problem
from sanad.engine.rules.ruleset import RuleSet
from sanad.engine.rules.tree import Node

SATELLITE = "satellite"


def satellite_problems(rules: RuleSet) -> list[Problem]:
    """Every rule outside the order of payment that reads such a fact, through definitions too."""
    seen = {name: field.declared.where for name, field in rules.fields.items() if field.declared.asked == SATELLITE}
    if not seen:
        return []
    found = {name: where for where, nodes in _deciding(rules) for name in rules.facts_read(*nodes) if name in seen}
    rest = rules.facts_read(*replace(rules, order=None).all_nodes())
    chosen = [rules.declared.version_by, *(value.version_by for value in rules.declared.values)]
    for name in (*rest, *chosen):
        if name in seen:
            found.setdefault(name, seen[name])
    return [_problem(name, where) for name, where in found.items()]


def _deciding(rules: RuleSet) -> Iterator[tuple[Where, tuple[Node, ...]]]:
    for limit in (*rules.ceilings, *rules.deductions):
        yield limit.declared.where, (limit.amount,)
    for line in reversed(rules.lines):
        yield line.declared.where, tuple(line.nodes())
    for gate in reversed(rules.gates):
        yield gate.declared.where, (gate.when,)


def _problem(name: str, where: Where) -> Problem:
    message = f"`{name}` is seen from a satellite and may not decide an award."
    todo = "Let an assessor's finding decide; `order.yaml` may read it in `tiers` and `keys`."
    return Problem(where, "satellite_decides", message, todo)
