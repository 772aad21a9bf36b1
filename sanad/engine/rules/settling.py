"""The lines of a claim, settled with those of the other claims of its groups: shared ceilings, payments, setting off.

Each step looks at what the step before it made of every claim of the group, and is kept for the run.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from sanad.engine.money import proportion
from sanad.engine.rules.decisions import LineDecision
from sanad.engine.rules.interpreter import Interpreter
from sanad.engine.rules.judging import decide_line, undecided
from sanad.engine.rules.limiting import (
    Lines,
    cut_to,
    held_back,
    hold_back,
    less_deductions,
    under_ceilings,
    unlocked,
)
from sanad.engine.rules.outcomes import AWARD, RIVAL_UNDECIDED, WAITING, Finding, first_outcome, reasons_of
from sanad.engine.rules.ranking import in_order, key_of, ranked_before
from sanad.engine.rules.records import Record
from sanad.engine.rules.rivalry import findings_of
from sanad.engine.rules.tree import SortKey
from sanad.engine.rules.typed_rules import TypedSetOff, TypedShared


def settled_lines(run: Interpreter, claim: Record) -> Lines:
    """The lines as they stand at the end: what each brings, what was paid of it, what is due."""
    lines = _kept(run, ("due", len(run.rules.shared_ceilings)), claim, _due_after)
    return _less_set_off(run, run.rules.set_off, claim, lines) if run.rules.set_off else lines


def _kept(run: Interpreter, step: tuple[str, int], claim: Record, make: Callable[..., Lines]) -> Lines:
    key = (id(claim), step)
    if key not in run.settled:
        run.settled[key] = make(run, claim, step[1])
    found: Lines = run.settled[key]
    return found


# what is awarded


def _awarded_after(run: Interpreter, claim: Record, ceilings: int) -> Lines:
    """The lines under this many of the shared ceilings."""
    if not ceilings:
        return _by_itself(run, claim)
    shared = run.rules.shared_ceilings[ceilings - 1]
    group = {id(one): _kept(run, ("awarded", ceilings - 1), one, _awarded_after) for one in _group(shared, claim)}
    before, after = group[id(claim)], _under(run, shared, claim, group)
    cuts = [was.amount - line.amount for was, line in zip(before, after, strict=True)]
    return tuple(replace(line, shared_cuts=(*line.shared_cuts, cut)) for line, cut in zip(after, cuts, strict=True))


def _group(shared: TypedShared | TypedSetOff, claim: Record) -> list[Record]:
    level = shared.declared.level
    return [claim] if level == claim.level else claim.at(level).down[claim.level]


def _by_itself(run: Interpreter, claim: Record) -> Lines:
    gated = first_outcome(findings_of(run, claim))
    paid = run.payments.get(claim.id, {})
    if gated:
        return tuple(LineDecision(line, gated, paid=paid.get(line.name, 0)) for line in run.rules.lines)
    return under_ceilings(run, claim, tuple(decide_line(run, line, claim, paid) for line in run.rules.lines))


def _under(run: Interpreter, shared: TypedShared, claim: Record, group: dict[int, Lines]) -> Lines:
    lines = group[id(claim)]
    if not _amount(shared, lines):
        return lines
    part = [one for one in _group(shared, claim) if _amount(shared, group[id(one)]) or _waits(shared, group[id(one)])]
    gaps = key_of(run, shared.keys, claim)[1] if len(part) > 1 else 0
    if gaps:
        return _undecided(run, shared, lines, undecided(run, gaps))
    if shared.declared.undecided == "block" and _is_blocked(run, shared, claim, part, group):
        return _undecided(run, shared, lines, [Finding("defer", RIVAL_UNDECIDED, 0)])
    return cut_to(_room(run, shared, claim, part, group), shared.declared.lines, lines)


def _amount(shared: TypedShared, lines: Lines) -> int:
    return sum(line.amount for line in lines if line.outcome == AWARD and line.line.name in shared.declared.lines)


def _waits(shared: TypedShared, lines: Lines) -> bool:
    return any(line.outcome in WAITING and line.line.name in shared.declared.lines for line in lines)


def _is_blocked(
    run: Interpreter, shared: TypedShared, claim: Record, part: Sequence[Record], group: dict[int, Lines]
) -> bool:
    """Whether one that is not decided, or has no known place, may take of the room before this claim."""
    ranked = ranked_before(run, shared.keys, part, claim)
    if ranked.maybe:
        return True
    others = ranked.before if shared.declared.sharing == "in_order" else [one for one in part if one is not claim]
    return any(_waits(shared, group[id(one)]) for one in others)


def _room(run: Interpreter, shared: TypedShared, claim: Record, part: Sequence[Record], group: dict[int, Lines]) -> int:
    value, _ = run.evaluate(shared.amount, claim.at(shared.declared.level))
    ceiling = max(0, value) if isinstance(value, int) else 0
    placed = in_order(run, shared.keys, part)
    amounts = [_amount(shared, group[id(one)]) for one in placed]
    if len(part) == 1:
        return ceiling
    place = next(number for number, one in enumerate(placed) if one is claim)
    if shared.declared.sharing == "in_order":
        return max(0, ceiling - sum(amounts[:place]))
    return proportion(ceiling, amounts)[place]


def _undecided(run: Interpreter, shared: TypedShared, lines: Lines, findings: list[Finding]) -> Lines:
    """The awarded lines under this ceiling wait."""
    outcome = first_outcome(findings) or "defer"
    reasons = tuple(reasons_of(run.rules, outcome, findings))
    return tuple(
        LineDecision(line.line, outcome, reasons, tuple(findings), paid=line.paid)
        if line.outcome == AWARD and line.line.name in shared.declared.lines
        else line
        for line in lines
    )


# what is due


def _due_after(run: Interpreter, claim: Record, ceilings: int) -> Lines:
    """What is due, with payments held against this many of the shared ceilings."""
    if not ceilings:
        lines = _kept(run, ("awarded", len(run.rules.shared_ceilings)), claim, _awarded_after)
        lines = less_deductions(run, claim, lines)
        return held_back(run, claim, tuple(unlocked(run, line, claim) for line in lines))
    shared = run.rules.shared_ceilings[ceilings - 1]
    group = [(one, _kept(run, ("due", ceilings - 1), one, _due_after)) for one in _group(shared, claim)]
    return _held_back_under(run, shared, claim, group)


def _held_back_under(
    run: Interpreter, shared: TypedShared, claim: Record, group: Sequence[tuple[Record, Lines]]
) -> Lines:
    names = shared.declared.lines
    lines = next(lines for one, lines in group if one is claim)
    paid = sum(line.paid for _, others in group for line in others if line.line.name in names)
    value, _ = run.evaluate(shared.amount, claim.at(shared.declared.level))
    if not paid or not isinstance(value, int):
        return lines
    due = {id(one): sum(line.due for line in others if line.line.name in names) for one, others in group}
    return hold_back(max(0, value) - paid - _ahead(run, shared.keys, claim, due, group), names, lines)


def _ahead(
    run: Interpreter,
    keys: Sequence[SortKey],
    claim: Record,
    amounts: dict[int, int],
    group: Sequence[tuple[Record, Lines]],
) -> int:
    """The amounts of those ranked before; one without a place of its own comes after all the others, by its id."""
    placed = in_order(run, keys, [one for one, _ in group])
    known = {id(one) for one in placed}
    placed += sorted((one for one, _ in group if id(one) not in known), key=lambda one: one.id)
    place = next(number for number, one in enumerate(placed) if one is claim)
    return sum(amounts[id(one)] for one in placed[:place])


# setting off


def _less_set_off(run: Interpreter, set_off: TypedSetOff, claim: Record, lines: Lines) -> Lines:
    """What was paid too much in the group is taken off what is due, claim after claim, line after line."""
    group = [
        (one, lines if one is claim else _kept(run, ("due", len(run.rules.shared_ceilings)), one, _due_after))
        for one in _group(set_off, claim)
    ]
    names = set_off.declared.lines
    pool = sum(line.overpaid for _, others in group for line in others if line.line.name in names)
    if not pool:
        return lines
    wanted = {id(one): _most_off(run, set_off, one, others) for one, others in group}
    rest = min(wanted[id(claim)], max(0, pool - _ahead(run, set_off.keys, claim, wanted, group)))
    taken = {}
    for name in names:
        due = next(line.due for line in lines if line.line.name == name)
        taken[name] = min(due, rest)
        rest -= taken[name]
    return tuple(replace(line, set_off=taken.get(line.line.name, 0)) for line in lines)


def _most_off(run: Interpreter, set_off: TypedSetOff, claim: Record, lines: Lines) -> int:
    due = sum(line.due for line in lines if line.line.name in set_off.declared.lines)
    if set_off.at_most is None:
        return due
    value, _ = replace(run, results={"due_now": sum(line.due for line in lines)}).evaluate(set_off.at_most, claim)
    return min(due, max(0, value)) if isinstance(value, int) else 0
