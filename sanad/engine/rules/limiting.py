"""Ceilings, deductions and instalments of one claim, and what payments leave room for."""

from collections.abc import Collection
from dataclasses import replace
from itertools import accumulate

from sanad.engine.rules.decisions import LineDecision, PartDecision
from sanad.engine.rules.dividing import never_divided
from sanad.engine.rules.interpreter import Interpreter
from sanad.engine.rules.outcomes import (
    AWARD,
)
from sanad.engine.rules.records import Record
from sanad.engine.rules.tree import AWARDED
from sanad.engine.rules.typed_rules import TypedLimit

Lines = tuple[LineDecision, ...]


def under_ceilings(run: Interpreter, claim: Record, lines: Lines) -> Lines:
    for limit in run.rules.ceilings:
        lines = cut_to(_sum_of(run, limit, claim), limit.declared.lines, lines)
    return lines


def less_deductions(run: Interpreter, claim: Record, lines: Lines) -> Lines:
    for limit in run.rules.deductions:
        lines = _less_deduction(limit, _sum_of(run, limit, claim), lines)
    return lines


def _sum_of(run: Interpreter, limit: TypedLimit, claim: Record) -> int:
    value, _ = run.evaluate(limit.amount, claim)
    return max(0, value) if isinstance(value, int) else 0


def cut_to(room: int, names: Collection[str], lines: Lines) -> Lines:
    """The first of these lines keep theirs; what there is no room for is cut from the last."""
    awarded = [line.amount if line.outcome == AWARD and line.line.name in names else 0 for line in lines]
    cuts = _above(room, awarded)
    return tuple(
        replace(line, amount=line.amount - cut, capped=line.capped + cut) for line, cut in zip(lines, cuts, strict=True)
    )


def _above(room: int, amounts: list[int]) -> list[int]:
    """What of each amount finds no room after those before it."""
    reached = accumulate(amounts, initial=0)
    return [min(amount, max(0, before + amount - room)) for before, amount in zip(reached, amounts, strict=False)]


def _less_deduction(limit: TypedLimit, rest: int, lines: Lines) -> Lines:
    kept = []
    for line in lines:
        if line.outcome == AWARD and line.line.name in limit.declared.lines:
            cut = min(line.amount, rest)
            line = replace(line, amount=line.amount - cut, deducted=line.deducted + cut)
            rest -= cut
        kept.append(line)
    return tuple(kept)


def unlocked(run: Interpreter, line: LineDecision, claim: Record) -> LineDecision:
    """Parts unlock one after the other; when all are, the whole line is due, whatever the parts add up to."""
    if line.outcome != AWARD:
        return line
    run = replace(run, results={AWARDED: line.amount})
    parts = []
    chain, undivided = True, 0
    for place, part in enumerate(line.line.instalments):
        amount, gaps = _part(run, line, place, claim)
        reached = part.unlocked_by is None or run.evaluate(part.unlocked_by, claim)[0] is True
        undivided |= never_divided(run.rules, gaps) if chain and reached else 0
        chain = chain and amount is not None and (amount == 0 or reached)
        parts.append(PartDecision(part, amount, chain, gaps))
    sums = sum(max(0, part.amount) for part in parts if part.unlocked and part.amount is not None)
    unlocked = line.amount if chain else min(line.amount, sums)
    is_open = line.amount > max(unlocked, line.paid)
    return replace(line, parts=tuple(parts), unlocked=unlocked, undivided=undivided if is_open else 0)


def _part(run: Interpreter, line: LineDecision, place: int, claim: Record) -> tuple[int | None, int]:
    """The money of a part, None where it cannot be known yet, and what is missing."""
    if line.pieces:
        piece = line.pieces[place]
        return (piece.money if piece.is_known else None), piece.part_gaps
    value, gaps = run.evaluate(line.line.instalments[place].amount, claim)
    return (value if isinstance(value, int) else None), gaps


def held_back(run: Interpreter, claim: Record, lines: Lines) -> Lines:
    """What was paid fills a ceiling first: an award of a line that was decided later is due as far as there is room."""
    for limit in run.rules.ceilings:
        names = limit.declared.lines
        paid = sum(line.paid for line in lines if line.line.name in names)
        lines = hold_back(_sum_of(run, limit, claim) - paid, names, lines)
    return lines


def hold_back(room: int, names: Collection[str], lines: Lines) -> Lines:
    """What is due of these lines goes no further than the room; the last are held back first."""
    over = _above(max(0, room), [line.due if line.line.name in names else 0 for line in lines])
    return tuple(replace(line, held_back=line.held_back + cut) for line, cut in zip(lines, over, strict=True))
