"""Decides one claim: gates, lines, ceilings, deductions, instalments, and what is due after what was paid."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import accumulate

from sanad.engine.rules.interpreter import Interpreter
from sanad.engine.rules.outcomes import (
    AWARD,
    NO_LINE_APPLIES,
    NOT_APPLICABLE,
    NOT_ASKED,
    OPEN,
    OUTCOMES,
    Finding,
    first_outcome,
    outcome_of_gaps,
    reasons_of,
)
from sanad.engine.rules.records import Record
from sanad.engine.rules.ruleset import RuleSet, TypedGate, TypedInstalment, TypedLimit, TypedLine
from sanad.engine.rules.tree import AWARDED, Lookup, Node

DECIDED = (AWARD, "refuse", NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class PartDecision:
    """An instalment: its amount (None where it cannot be known yet) and whether it is unlocked."""

    part: TypedInstalment
    amount: int | None
    unlocked: bool


@dataclass(frozen=True, slots=True)
class LineDecision:
    """A line of a claim; amounts in minor units. `asked_for` is the amount before cap, ceilings and deductions.

    `held_back` is unlocked and unpaid, and would bring what is paid above a ceiling: it is left, and not due.
    """

    line: TypedLine
    outcome: str
    reasons: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    asked_for: int = 0
    amount: int = 0
    capped: int = 0
    deducted: int = 0
    parts: tuple[PartDecision, ...] = ()
    unlocked: int = 0
    paid: int = 0
    held_back: int = 0

    @property
    def due(self) -> int:
        return max(0, self.unlocked - self.paid) - self.held_back if self.outcome == AWARD else 0

    @property
    def left(self) -> int:
        return max(0, self.amount - self.paid) - self.due if self.outcome == AWARD else 0

    @property
    def overpaid(self) -> int:
        return max(0, self.paid - self.amount) if self.outcome in DECIDED else 0


@dataclass(frozen=True, slots=True)
class Decision:
    """What a claim comes to. `net`, `due_now`, `left` and `overpaid` are None where it is not decided."""

    claim: Record
    outcome: str
    reasons: tuple[str, ...]
    findings: tuple[Finding, ...]
    lines: tuple[LineDecision, ...]
    paid: int
    values_used: tuple[str, ...] = field(default=())

    def _total(self, amounts: list[int]) -> int | None:
        return sum(amounts) if self.outcome in (AWARD, "refuse") else None

    @property
    def net(self) -> int | None:
        return self._total([line.amount for line in self.lines])

    @property
    def due_now(self) -> int | None:
        return self._total([line.due for line in self.lines])

    @property
    def left(self) -> int | None:
        return self._total([line.left for line in self.lines])

    @property
    def overpaid(self) -> int | None:
        return self._total([line.overpaid for line in self.lines])


def decide(rules: RuleSet, claim: Record, on: date, paid: Mapping[str, int] | None = None) -> Decision:
    """The decision on a claim at a round's date, with what was paid before by line (minor units)."""
    return decide_with(Interpreter(rules, on), claim, paid or {})


def decide_with(run: Interpreter, claim: Record, paid: Mapping[str, int]) -> Decision:
    findings = tuple(finding for gate in run.rules.gates for finding in _gate(run, gate, claim))
    gated = first_outcome(findings)
    if gated:
        lines = tuple(LineDecision(line, gated, paid=paid.get(line.name, 0)) for line in run.rules.lines)
        outcome, reasons = gated, tuple(reasons_of(run.rules, gated, list(findings)))
    else:
        lines = _limited(run, claim, tuple(_line(run, line, claim, paid) for line in run.rules.lines))
        lines = _held_back(run, claim, tuple(_unlocked(run, line, claim) for line in lines))
        outcome, reasons = _from_lines(run, lines)
    decision = Decision(claim, outcome, reasons, findings, lines, sum(paid.values()))
    return replace(decision, values_used=_values_used(run, decision))


def _holds(run: Interpreter, gate: TypedGate, claim: Record) -> bool:
    return run.evaluate(gate.when, claim.at(gate.declared.level))[0] is True


def _gate(run: Interpreter, gate: TypedGate, claim: Record) -> list[Finding]:
    value, gaps = run.evaluate(gate.when, claim.at(gate.declared.level))
    if gaps:
        return [Finding(outcome_of_gaps(run.rules, gaps), "", gaps)]
    return [Finding(gate.declared.kind, gate.declared.code, 0)] if value else []


def _undecided(run: Interpreter, gaps: int) -> list[Finding]:
    return [Finding(outcome_of_gaps(run.rules, gaps), "", gaps)] if gaps else []


def _line(run: Interpreter, line: TypedLine, claim: Record, paid: Mapping[str, int]) -> LineDecision:
    before = paid.get(line.name, 0)
    applies, gaps = run.evaluate(line.when, claim) if line.when else (True, 0)
    if not gaps and not applies:
        return LineDecision(line, NOT_APPLICABLE, paid=before)
    if line.asked and run.evaluate(line.asked, claim)[0] is not True:
        return LineDecision(line, OPEN, paid=before)
    findings = _undecided(run, gaps) + [finding for gate in line.gates for finding in _gate(run, gate, claim)]
    amount, asked_for = 0, 0
    if not findings:
        amount, asked_for, missing = _amount(run, line, claim)
        findings = _undecided(run, missing)
    outcome = first_outcome(findings)
    if outcome:
        reasons = tuple(reasons_of(run.rules, outcome, findings))
        return LineDecision(line, outcome, reasons, tuple(findings), paid=before)
    return LineDecision(line, AWARD, asked_for=asked_for, amount=amount, capped=asked_for - amount, paid=before)


def _amount(run: Interpreter, line: TypedLine, claim: Record) -> tuple[int, int, int]:
    """The amount under the line's cap, the amount without it, and the gaps of all that it takes to know it."""
    nodes = [line.amount, *([line.at_most] if line.at_most else [])]
    nodes += [limit.amount for limit in run.rules.limits_of(line.name)]
    values, gaps = run.strict(tuple(nodes), claim)
    if gaps:
        return 0, 0, gaps
    asked_for = max(0, values[0])
    return (min(asked_for, max(0, values[1])) if line.at_most else asked_for), asked_for, 0


def _limited(run: Interpreter, claim: Record, lines: tuple[LineDecision, ...]) -> tuple[LineDecision, ...]:
    for limit in run.rules.ceilings:
        lines = _under_ceiling(limit, _sum_of(run, limit, claim), lines)
    for limit in run.rules.deductions:
        lines = _less_deduction(limit, _sum_of(run, limit, claim), lines)
    return lines


def _sum_of(run: Interpreter, limit: TypedLimit, claim: Record) -> int:
    value, _ = run.evaluate(limit.amount, claim)
    return max(0, value) if isinstance(value, int) else 0


def _under_ceiling(limit: TypedLimit, room: int, lines: tuple[LineDecision, ...]) -> tuple[LineDecision, ...]:
    """The first lines keep theirs; what is above the ceiling is cut from the last."""
    awarded = [line.amount if line.outcome == AWARD and _is_under(limit, line) else 0 for line in lines]
    cuts = _above(room, awarded)
    return tuple(
        replace(line, amount=line.amount - cut, capped=line.capped + cut) for line, cut in zip(lines, cuts, strict=True)
    )


def _is_under(limit: TypedLimit, line: LineDecision) -> bool:
    return line.line.name in limit.declared.lines


def _above(room: int, amounts: list[int]) -> list[int]:
    """What of each amount finds no room after those before it."""
    reached = accumulate(amounts, initial=0)
    return [min(amount, max(0, before + amount - room)) for before, amount in zip(reached, amounts, strict=False)]


def _less_deduction(limit: TypedLimit, rest: int, lines: tuple[LineDecision, ...]) -> tuple[LineDecision, ...]:
    kept = []
    for line in lines:
        if line.outcome == AWARD and line.line.name in limit.declared.lines:
            cut = min(line.amount, rest)
            line = replace(line, amount=line.amount - cut, deducted=line.deducted + cut)
            rest -= cut
        kept.append(line)
    return tuple(kept)


def _unlocked(run: Interpreter, line: LineDecision, claim: Record) -> LineDecision:
    """Parts unlock one after the other; when all are, the whole line is due, whatever the parts add up to."""
    if line.outcome != AWARD:
        return line
    run = replace(run, results={AWARDED: line.amount})
    parts = []
    chain = True
    for part in line.line.instalments:
        value, _ = run.evaluate(part.amount, claim)
        amount = value if isinstance(value, int) else None
        reached = part.unlocked_by is None or run.evaluate(part.unlocked_by, claim)[0] is True
        chain = chain and amount is not None and (amount == 0 or reached)
        parts.append(PartDecision(part, amount, chain))
    unlocked = sum(max(0, part.amount) for part in parts if part.unlocked and part.amount is not None)
    return replace(line, parts=tuple(parts), unlocked=line.amount if chain else min(line.amount, unlocked))


def _held_back(run: Interpreter, claim: Record, lines: tuple[LineDecision, ...]) -> tuple[LineDecision, ...]:
    """What was paid fills a ceiling first: an award of a line that was decided later is due as far as there is room."""
    for limit in run.rules.ceilings:
        room = max(0, _sum_of(run, limit, claim) - sum(line.paid for line in lines if _is_under(limit, line)))
        over = _above(room, [line.due if _is_under(limit, line) else 0 for line in lines])
        lines = tuple(replace(line, held_back=line.held_back + cut) for line, cut in zip(lines, over, strict=True))
    return lines


def _from_lines(run: Interpreter, lines: tuple[LineDecision, ...]) -> tuple[str, tuple[str, ...]]:
    outcomes = {line.outcome for line in lines}
    if AWARD in outcomes:
        return AWARD, ()
    for outcome in OUTCOMES:
        if outcome in outcomes:
            findings = [finding for line in lines if line.outcome == outcome for finding in line.findings]
            return outcome, tuple(reasons_of(run.rules, outcome, findings))
    return ("defer", (NOT_ASKED,)) if OPEN in outcomes else ("refuse", (NO_LINE_APPLIES,))


def _values_used(run: Interpreter, decision: Decision) -> tuple[str, ...]:
    """The ids of the dated values behind what was decided: of every awarded line, or of the gates that held."""
    rules = run.rules
    if decision.outcome == AWARD:
        awarded = [line for line in decision.lines if line.outcome == AWARD]
        nodes = [gate.when for gate in rules.gates]
        nodes += [node for line in awarded for node in line.line.nodes()]
        nodes += [limit.amount for line in awarded for limit in rules.limits_of(line.line.name)]
    else:
        nodes = [gate.when for gate in rules.gates if _holds(run, gate, decision.claim)]
    return tuple(value_ids(run, decision.claim, nodes))


def value_ids(run: Interpreter, claim: Record, nodes: list[Node]) -> list[str]:
    """`grant@2016-09-26` for each dated value that the nodes read, in force on its day; sorted."""
    found = set()
    for node in run.rules.reads(*nodes):
        if isinstance(node, Lookup):
            selector = value_day(run, node, claim)
            value = run.rules.values[node.value]
            version = value.at(selector) if selector else None
            if version:
                found.add(value.version_id(version))
    return sorted(found)


def value_day(run: Interpreter, node: Lookup, claim: Record) -> date | None:
    """The day that selects the version, where the claim itself can read it (a member's own date cannot be)."""
    level = getattr(node.selector, "level", claim.level)
    if level != claim.level and level not in claim.up:
        return None
    day, _ = run.evaluate(node.selector, claim)
    return day if isinstance(day, date) else None
