"""Caps, the ceiling over all lines, deductions, instalments and the totals of a claim, in cents."""

import numpy as np
from openfisca_core.model_api import max_, min_, select, where
from openfisca_core.variables import Variable

from benchmarks.openfisca_rules.arithmetic import share
from benchmarks.openfisca_rules.inputs import Outcome, made, variable
from benchmarks.openfisca_rules.lines import LINES

ABSENT = -1
"""Stands where Sanad has no value: OpenFisca has no absent one."""
DEDUCTED_FROM = ("repair", "contents")


def awarded(claims, period, line):
    return claims(f"{line}_outcome", period) == Outcome.award.index


def asked_for(claims, period, line):
    return where(awarded(claims, period, line), claims(f"{line}_asked", period), 0)


def own_cap(claims, period, parameters, line):
    caps = {"repair": lambda: claims("repair_limit", period), "common_parts": lambda: parameters(period).common_ceiling}
    amount = asked_for(claims, period, line)
    return min_(amount, caps[line]()) if line in caps else amount


def under_ceiling(line: str) -> type[Variable]:
    """The line under its own cap and what the lines before it leave of the claim's ceiling."""

    def formula(claims, period, parameters):
        room = claims("most_for_one", period)
        for before in LINES[: LINES.index(line)]:
            room = room - claims(f"{before}_capped", period)
        return min_(own_cap(claims, period, parameters, line), room)

    return made(f"{line}_capped", int, formula)


def kept(line: str) -> type[Variable]:
    """What is left of the line after other money, which is taken from the earlier line first."""

    def formula(claims, period):
        amount = claims(f"{line}_capped", period)
        if line not in DEDUCTED_FROM:
            return amount
        other = claims("insurance_paid", period) + claims("aid_received", period)
        for before in DEDUCTED_FROM[: DEDUCTED_FROM.index(line)]:
            other = max_(0, other - claims(f"{before}_capped", period))
        return amount - min_(amount, other)

    return made(f"{line}_kept", int, formula)


def shown(line: str) -> type[Variable]:
    def formula(claims, period):
        outcome = claims(f"{line}_outcome", period)
        decided = [Outcome.award.index, Outcome.refuse.index, Outcome.not_applicable.index]
        return where(np.isin(outcome, decided), claims(f"{line}_kept", period), ABSENT)

    return made(line, int, formula)


@variable(int)
def unlocked(claims, period):
    """What of the repair line is due: its parts open one after the other."""
    grant = min_(claims("repair_grant", period), claims("repair_limit", period).astype("int64") * 10)
    start, finish = (share(share(grant, part, 100), 1, 10) for part in (40, 60))
    first = claims("contract_signed", period) + (start == 0)
    second = first * ((claims("works_inspected", period) * claims("works_inspected_given", period)) + (finish == 0))
    amount = claims("repair_kept", period)
    parts = where(first, start, 0) + where(second, finish, 0)
    return where(awarded(claims, period, "repair"), where(second, amount, min_(amount, parts)), 0)


@variable(int)
def claim_outcome(claims, period):
    gated = claims("gated", period)
    lines = [claims(f"{line}_outcome", period) for line in LINES]
    order = [Outcome.award, Outcome.refuse, Outcome.incomplete, Outcome.unpublished, Outcome.refer, Outcome.defer]
    found = [sum(line == kind.index for line in lines) > 0 for kind in order]
    own = select(found, [kind.index for kind in order], Outcome.refuse.index)
    return where(gated == Outcome.undecided.index, own, gated)


def settled(claims, period, total):
    outcome = claims("claim_outcome", period)
    return where(np.isin(outcome, [Outcome.award.index, Outcome.refuse.index]), total, ABSENT)


@variable(int)
def net(claims, period):
    return settled(claims, period, sum(claims(f"{line}_kept", period) for line in LINES))


@variable(int)
def due_now(claims, period):
    others = sum(claims(f"{line}_kept", period) for line in LINES if line != "repair")
    return settled(claims, period, others + claims("unlocked", period))


@variable(int)
def left(claims, period):
    return settled(claims, period, claims("repair_kept", period) - claims("unlocked", period))


@variable(int)
def capped(claims, period):
    asked = sum(asked_for(claims, period, line) for line in LINES)
    return asked - sum(claims(f"{line}_capped", period) for line in LINES)


@variable(int)
def deducted(claims, period):
    return sum(claims(f"{line}_capped", period) - claims(f"{line}_kept", period) for line in DEDUCTED_FROM)


@variable(int)
def priority(claims, period):
    in_need = claims("vulnerable", period)
    destroyed = claims("damage", period) == claims("damage", period).possible_values.destroyed
    tier = select([destroyed * in_need, claims("uninhabitable", period), in_need], [1, 2, 3], 4)
    is_queued = (claims("claim_outcome", period) == Outcome.award.index) * (claims("due_now", period) > 0)
    return where(is_queued, tier, ABSENT)


TOTALS = (
    *(make(line) for make in (under_ceiling, kept, shown) for line in LINES),
    unlocked,
    claim_outcome,
    net,
    due_now,
    left,
    capped,
    deducted,
    priority,
)
