"""Outcomes: what may become of a claim or of a line, in the order in which they win."""

from collections.abc import Iterable
from dataclasses import dataclass

from sanad.engine.rules.ruleset import Gap, RuleSet

OUTCOMES = ("error", "refuse", "incomplete", "unpublished", "refer", "defer")
WAITING = ("error", "incomplete", "unpublished", "defer")
"""Outcomes of a line that may still become an award."""
"""Of several, the first wins: a decided refusal needs no further facts, a missing fact outranks a deferral."""
AWARD, NOT_APPLICABLE, OPEN = "award", "not_applicable", "open"
NOT_IN_FORCE, NO_LINE_APPLIES, NOT_ASKED = "not_in_force", "no_line_applies", "not_asked"
RIVAL, RIVAL_UNDECIDED, RIVAL_CHAIN = "rival", "rival_undecided", "rival_chain"


@dataclass(frozen=True, slots=True)
class Finding:
    """One undecided rule (`code` empty, `gaps` set) or one decided gate (`code` of the gate)."""

    outcome: str
    code: str
    gaps: int


def outcome_of_gaps(rules: RuleSet, gaps: int) -> str:
    """What an undecided rule leads to: an error before its first date, else incomplete, else unpublished."""
    kinds = {gap.kind for gap in gaps_in(rules, gaps)}
    if "not_in_force" in kinds:
        return "error"
    if kinds == {RIVAL}:
        return "defer"
    return "incomplete" if "fact" in kinds else "unpublished"


def gaps_in(rules: RuleSet, gaps: int) -> list[Gap]:
    return [gap for place, gap in enumerate(rules.gaps) if gaps >> place & 1]


def first_outcome(findings: Iterable[Finding]) -> str | None:
    found = {finding.outcome for finding in findings}
    return next((outcome for outcome in OUTCOMES if outcome in found), None)


def reason_codes(rules: RuleSet) -> tuple[str, ...]:
    """The codes of gates and rivals, in the order of the rules: of the claim, then of each line."""
    rivals = [rival.declared.code for rival in rules.rivals]
    of_lines = [gate.declared.code for line in rules.lines for gate in line.gates]
    codes = [*(gate.declared.code for gate in rules.gates), *rivals, *of_lines, RIVAL_UNDECIDED, RIVAL_CHAIN]
    return tuple(dict.fromkeys(codes))


def reasons_of(rules: RuleSet, outcome: str, findings: list[Finding]) -> list[str]:
    """The reason codes of an outcome, in the order of the rules: gate codes, or the names of what is missing."""
    if outcome == "error":
        return [NOT_IN_FORCE]
    if outcome in ("incomplete", "unpublished"):
        union = 0
        for finding in findings:
            union |= finding.gaps
        kind = "fact" if outcome == "incomplete" else "unpublished"
        return [gap.name for gap in gaps_in(rules, union) if gap.kind == kind]
    found = {finding.code for finding in findings if finding.outcome == outcome}
    return [code for code in reason_codes(rules) if code in found]
