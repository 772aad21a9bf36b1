"""Which lines settle what is granted, and who may read it."""

import re
from collections.abc import Iterator

from sanad.engine.rules.building.rules import RuleBuilder
from sanad.engine.rules.declared import Expression, Line, Where
from sanad.engine.rules.problems import Problem
from sanad.engine.rules.ruleset import RuleSet
from sanad.engine.rules.tree import GRANTED, Node
from sanad.engine.rules.types import Number

NAME = re.compile(r"[a-z_][a-z0-9_]*")


def most_granted(rules: RuleBuilder) -> int:
    """What the lines that do not speak of it may bring together."""
    later = _speaking(rules)
    earlier = [line for line in rules.names.programme.lines if line.thing is None and not _speaks(line, later)]
    amounts = [
        rules.line(line).amount.type if line.units else rules.minor(line.amount, line.rounding).type for line in earlier
    ]
    return sum(max(0, kind.high) for kind in amounts if isinstance(kind, Number))


def _speaking(rules: RuleBuilder) -> set[str]:
    """The definitions that read `granted`, through others too, and `granted` itself."""
    found, before = {GRANTED}, 0
    while len(found) > before:
        before = len(found)
        for item in rules.names.programme.definitions:
            if found & set(NAME.findall(item.expression.text)):
                found.add(item.name)
    return found


def _speaks(line: Line, names: set[str]) -> bool:
    return any(names & set(NAME.findall(at.text)) for at in _expressions(line))


def _expressions(line: Line) -> Iterator[Expression]:
    yield from (at for at in (line.amount, line.when, line.asked, line.asked_until, line.at_most) if at)
    yield from (gate.when for gate in line.gates)
    yield from (at for part in line.instalments for at in (part.amount, part.unlocked_by, part.rate_on) if at)
    yield from [line.units.rate_on] if line.units else []


def too_early(rules: RuleSet) -> list[Problem]:
    """Rules that must be decided before anything is granted, and yet read it; and lines that all wait for it."""
    found: list[tuple[Where, tuple[Node | None, ...]]]
    found = [(gate.declared.where, (gate.when,)) for gate in rules.gates]
    found += [(rival.declared.where, (rival.among, *(key.of for key in rival.keys))) for rival in rules.rivals]
    found += [(limit.declared.where, (limit.amount,)) for limit in (*rules.ceilings, *rules.deductions)]
    found += [(shared.declared.where, (shared.amount,)) for shared in rules.shared_ceilings]
    message = "`granted` is not known yet here: gates, rivals and ceilings are decided without it."
    problems = [
        Problem(where, "granted_too_early", message, "Read it in the line that depends on it.")
        for where, nodes in found
        if rules.reads_granted(*nodes)
    ]
    if rules.lines and not rules.earlier_lines:
        message = "Every line reads `granted`, so nothing is ever granted."
        problems.append(Problem(rules.lines[0].declared.where, "granted_by_none", message, "Let a line do without it."))
    return problems
