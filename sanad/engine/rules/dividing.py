"""Instalments of which the sum was never made public: the award is known, and what of it is due is not."""

from collections.abc import Iterable

from sanad.engine.rules.decisions import LineDecision
from sanad.engine.rules.outcomes import gaps_in, outcome_of_gaps
from sanad.engine.rules.ruleset import RuleSet


def never_divided(rules: RuleSet, gaps: int) -> int:
    """The gaps of an instalment's sum that no fact of the claim can fill; 0 where only facts are missing."""
    return gaps if gaps and outcome_of_gaps(rules, gaps) != "incomplete" else 0


def undivided_values(rules: RuleSet, lines: Iterable[LineDecision]) -> tuple[str, ...]:
    """The names of the values that keep what is due from being known, in the order of the rules."""
    union = 0
    for line in lines:
        union |= line.undivided
    return tuple(dict.fromkeys(gap.name for gap in gaps_in(rules, union) if gap.kind != "fact"))
