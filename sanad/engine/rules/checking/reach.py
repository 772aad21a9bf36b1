"""How far a rule may reach: steps below one another, and what all lines together may come to."""

from collections.abc import Mapping, Sequence

from sanad.engine.rules.checking.scope import Scope, TypedDefinition
from sanad.engine.rules.problems import Problem
from sanad.engine.rules.tree import Group, Node, Ref, children
from sanad.engine.rules.typed_rules import TypedLine
from sanad.engine.rules.types import INT64_MAX, Number

MOST_STEPS = 120
MOST_MONEY = INT64_MAX // 4


def steps(node: Node, definitions: Mapping[str, TypedDefinition]) -> int:
    """How many steps stand below one another, through definitions: both engines go down them one inside the other."""
    if isinstance(node, Ref):
        return 2 + definitions[node.name].steps
    below = max((steps(child, definitions) for child in children(node)), default=0)
    return below + (2 if isinstance(node, Group) else 1)


def prove_steps(node: Node, definitions: Mapping[str, TypedDefinition], scope: Scope) -> int:
    """Raises RuleError."""
    found = steps(node, definitions)
    if found > MOST_STEPS:
        message = f"With the definitions that it reads, this is {found} steps deep; {MOST_STEPS} are allowed."
        raise scope.error("too_deep", message, "Let fewer definitions read one another.")
    return found


def unbounded_sums(lines: Sequence[TypedLine]) -> list[Problem]:
    """Sums that may leave 64 bits: of all lines, and of the instalments of each."""
    sums = [("All lines", [line.amount for line in lines], lines[-1].declared.where)] if lines else []
    for line in lines:
        parts = [part.amount for part in line.instalments]
        sums.append((f"All instalments of {line.name}", parts, line.declared.where))
    return [
        Problem(where, "overflow", f"{what} together may reach {most:,}.", "Narrow the range of a field they read.")
        for what, amounts, where in sums
        if (most := sum(map(_most, amounts))) > MOST_MONEY
    ]


def _most(amount: Node) -> int:
    assert isinstance(amount.type, Number)
    return max(0, amount.type.high)
