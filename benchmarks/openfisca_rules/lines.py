"""The five lines of `speed-alone`: what becomes of each, and its amount under its own cap, in cents."""

import numpy as np
from openfisca_core.model_api import min_, select, where

from benchmarks.openfisca_rules.arithmetic import half_even, share
from benchmarks.openfisca_rules.inputs import Damage, Outcome, Tenure, given, variable

LINES = ("rent", "repair", "contents", "hardship", "common_parts")
GAPS = (Outcome.incomplete.index, Outcome.unpublished.index)


def after_gates(claims, period, found, kinds):
    """The outcome of the gates, else the first of these that holds, else an award."""
    gated = claims("gated", period)
    own = select(found, [getattr(kind, "index", kind) for kind in kinds], Outcome.award.index)
    return where(gated == Outcome.undecided.index, own, gated)


@variable(int)
def rent_outcome(claims, period):
    damage = claims("damage", period)
    hit = (damage != Damage.none) * (damage != Damage.minor)
    asked = claims(given("renting"), period)
    stays = np.logical_not(hit) + asked * np.logical_not(claims("renting", period))
    found = [stays, np.logical_not(asked), np.logical_not(claims(given("monthly_rent"), period))]
    return after_gates(claims, period, found, [Outcome.not_applicable, Outcome.incomplete, Outcome.incomplete])


@variable(int)
def rent_asked(claims, period):
    monthly = min_(claims("monthly_rent", period), claims("rent_limit", period))
    return monthly * claims("months_out", period)


@variable(int)
def repair_outcome(claims, period):
    gap = claims("loss_gap", period)
    found = [claims("tenure", period) == Tenure.tenant, gap == 1, gap == 2, claims("loss", period) < 150_000]
    kinds = [Outcome.not_applicable, Outcome.incomplete, Outcome.unpublished, Outcome.refuse]
    return after_gates(claims, period, found, kinds)


@variable(int)
def repair_asked(claims, period):
    return share(claims("repair_grant", period), 1, 10_000) * 1_000


@variable(int)
def contents_outcome(claims, period):
    found = [np.logical_not(claims("uninhabitable", period))]
    return after_gates(claims, period, found, [Outcome.not_applicable])


@variable(int)
def contents_asked(claims, period, parameters):
    base = parameters(period).contents_base.calc(claims("people", period))
    return base + parameters(period).child_allowance * min_(claims("children", period), 4)


@variable(int)
def hardship_outcome(claims, period):
    found = [np.logical_not(claims("vulnerable", period))]
    return after_gates(claims, period, found, [Outcome.not_applicable])


@variable(int)
def hardship_asked(claims, period):
    return claims("hardship_rate", period).astype("int64") * (claims("people", period) + 2) // 3


@variable(int)
def common_parts_outcome(claims, period):
    applies = (claims("damage", period) != Damage.minor) * (claims("tenure", period) == Tenure.owner)
    found = [np.logical_not(applies), claims("cost_rate", period) < 0]
    return after_gates(claims, period, found, [Outcome.not_applicable, Outcome.unpublished])


@variable(int)
def common_parts_asked(claims, period):
    return half_even(half_even(claims("standard_cost", period).astype("int64") * 5, 100), 10)


LINE_VARIABLES = (
    rent_outcome,
    rent_asked,
    repair_outcome,
    repair_asked,
    contents_outcome,
    contents_asked,
    hardship_outcome,
    hardship_asked,
    common_parts_outcome,
    common_parts_asked,
)
