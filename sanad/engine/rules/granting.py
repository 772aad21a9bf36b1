"""What a claim is granted before any look at what others are granted: by its earlier lines, and among its rivals."""

from sanad.engine.rules.interpreter import Found, Interpreter
from sanad.engine.rules.judging import decide_line
from sanad.engine.rules.limiting import under_ceilings
from sanad.engine.rules.outcomes import AWARD, RIVAL, RIVAL_UNDECIDED, WAITING, first_outcome
from sanad.engine.rules.records import Record
from sanad.engine.rules.rivalry import findings_of

NOTHING = ("refuse", "refer")


def granted(run: Interpreter, claim: Record) -> Found:
    """In minor units; absent while the claim, or a line of it, is not decided."""
    key = (id(claim), "granted")
    if key not in run.settled:
        amount = _granted(run, claim)
        run.settled[key] = (amount, 0) if amount is not None else run.gap(RIVAL, RIVAL_UNDECIDED)
    found: Found = run.settled[key]
    return found


def _granted(run: Interpreter, claim: Record) -> int | None:
    gated = first_outcome(findings_of(run, claim))
    if gated:
        return 0 if gated in NOTHING else None
    lines = tuple(decide_line(run, line, claim, {}) for line in run.rules.earlier_lines)
    if any(line.outcome in WAITING for line in lines):
        return None
    return sum(line.amount for line in under_ceilings(run, claim, lines) if line.outcome == AWARD)
