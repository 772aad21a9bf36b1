"""Rivals: of the claims of one group only so many may be granted.

Each claim is decided by itself first. Then all claims that hang together are looked at in passes, each pass reading
what the one before it found: a claim is refused once enough rivals before it count, passes once too few ever can, and
stays open as long as one of them is open. What is open after the last pass is a chain, or a circle, and is deferred.
"""

from dataclasses import dataclass
from typing import Literal

from sanad.engine.rules.interpreter import Interpreter
from sanad.engine.rules.judging import decide_line, gate_findings, outcome_of_lines, undecided
from sanad.engine.rules.outcomes import AWARD, RIVAL_CHAIN, RIVAL_UNDECIDED, Finding, first_outcome
from sanad.engine.rules.ranking import connected, key_of, ranked_before
from sanad.engine.rules.records import Record
from sanad.engine.rules.ruleset import MOST_PASSES
from sanad.engine.rules.typed_rules import TypedRival

Standing = Literal["open", "awarded", "refused", "referred", "waiting"]
Bars = Literal["yes", "maybe", "open", "no"]
"""Whether a claim counts against those after it; `maybe` where it is not decided itself."""


@dataclass(frozen=True, slots=True)
class Alone:
    """A claim by itself: what its own gates found, and its outcome."""

    findings: tuple[Finding, ...]
    outcome: str


def findings_of(run: Interpreter, claim: Record) -> tuple[Finding, ...]:
    """What the claim's own gates found, and what its rivals add."""
    if not run.rules.rivals:
        return own_findings(run, claim)
    key = (id(claim), "rivals")
    if key not in run.settled:
        for member, found in _settle(run, claim).items():
            run.settled[member, "rivals"] = found
    findings: tuple[Finding, ...] = run.settled[key]
    return (*own_findings(run, claim), *findings)


def own_findings(run: Interpreter, claim: Record) -> tuple[Finding, ...]:
    return tuple(finding for gate in run.rules.gates for finding in gate_findings(run, gate, claim))


def _alone(run: Interpreter, claim: Record) -> Alone:
    findings = own_findings(run, claim)
    gated = first_outcome(findings)
    if gated:
        return Alone(findings, gated)
    lines = tuple(decide_line(run, line, claim, {}) for line in run.rules.earlier_lines)
    return Alone(findings, outcome_of_lines(run, lines)[0])


def _settle(run: Interpreter, claim: Record) -> dict[int, tuple[Finding, ...]]:
    """What rivals add to the findings of every claim that hangs together with this one."""
    claims = connected(claim, (rival.declared.group for rival in run.rules.rivals))
    alone = {id(one): _alone(run, one).outcome for one in claims}
    standing: dict[int, Standing] = {id(one): _first_standing(alone[id(one)]) for one in claims}
    found: dict[int, tuple[Finding, ...]] = {id(one): () for one in claims}
    for _ in range(MOST_PASSES):
        waiting = [one for one in claims if standing[id(one)] == "open"]
        looked = {id(one): _look(run, one, standing) for one in waiting}
        for one in waiting:
            found[id(one)], standing[id(one)] = _settled(looked[id(one)], alone[id(one)])
    for one in claims:
        if standing[id(one)] == "open":
            found[id(one)] = (*found[id(one)], Finding("defer", RIVAL_CHAIN, 0))
    return found


def _first_standing(alone: str) -> Standing:
    """A claim that is refused by itself, or for which no rule was in force, needs no look at the others."""
    return "refused" if alone == "refuse" else "waiting" if alone == "error" else "open"


@dataclass(frozen=True, slots=True)
class Look:
    """What one rule says of one claim in one pass; `findings` where it is decided against it."""

    says: Literal["passes", "refuses", "holds_up", "open"]
    findings: tuple[Finding, ...] = ()


def _settled(looks: list[Look], alone: str) -> tuple[tuple[Finding, ...], Standing]:
    """One refusal is enough; what holds up counts only when no rule is open any more."""
    refusals = tuple(finding for look in looks if look.says == "refuses" for finding in look.findings)
    held_up = tuple(finding for look in looks if look.says == "holds_up" for finding in look.findings)
    if refusals:
        return refusals, "refused"
    if any(look.says == "open" for look in looks):
        return held_up, "open"
    if held_up:
        return held_up, "waiting"
    return (), "awarded" if alone == AWARD else "referred" if alone == "refer" else "waiting"


def _look(run: Interpreter, claim: Record, standing: dict[int, Standing]) -> list[Look]:
    return [_look_at(run, rival, claim, standing) for rival in run.rules.rivals]


def _look_at(run: Interpreter, rival: TypedRival, claim: Record, standing: dict[int, Standing]) -> Look:
    takes_part, gaps = run.condition(rival.among, claim)
    if takes_part is False:
        return Look("passes")
    members = {id(one): run.condition(rival.among, one)[0] for one in claim.at(rival.declared.group).down[claim.level]}
    taking_part = [one for one in claim.at(rival.declared.group).down[claim.level] if members[id(one)] is not False]
    ranked = ranked_before(run, rival.keys, taking_part, claim)
    sure = [one for one in ranked.before if members[id(one)]]
    unsure = [one for one in ranked.before if not members[id(one)]]
    bars = [_bars(rival, standing[id(one)]) for one in sure]
    bars += [_perhaps(_bars(rival, standing[id(one)])) for one in (*unsure, *ranked.maybe)]
    return _judged(run, rival, bars, gaps | key_of(run, rival.keys, claim)[1])


def _perhaps(bars: Bars) -> Bars:
    """Of a member of which it is not known whether it takes part, or comes before."""
    return "maybe" if bars == "yes" else bars


def _bars(rival: TypedRival, standing: Standing) -> Bars:
    declared = rival.declared
    if declared.counts == "filing" and declared.refused == "blocks":
        return "yes"
    if standing == "waiting":
        return "maybe" if declared.undecided == "block" else "no"
    if standing == "referred":
        return "yes" if declared.counts == "filing" else "no"
    return {"awarded": "yes", "refused": "no", "open": "open"}[standing]  # type: ignore[return-value]


def _judged(run: Interpreter, rival: TypedRival, bars: list[Bars], gaps: int) -> Look:
    """`gaps` are what the claim itself lacks to take part or to be ranked."""
    yes, still_open = bars.count("yes"), bars.count("open")
    possible = len(bars) - bars.count("no")
    if possible < rival.declared.at_most:
        return Look("passes")
    if gaps:
        return Look("holds_up", tuple(undecided(run, gaps)))
    if yes >= rival.declared.at_most:
        return Look("refuses", (Finding("refuse", rival.declared.code, 0),))
    return Look("open") if still_open else Look("holds_up", (Finding("defer", RIVAL_UNDECIDED, 0),))
