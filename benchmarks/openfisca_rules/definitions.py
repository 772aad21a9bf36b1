"""The definitions and gates of `speed-alone` as variables with formulas."""

import numpy as np
from openfisca_core.model_api import max_, min_, select, where

from benchmarks.openfisca_rules.arithmetic import add_months, months_between, share
from benchmarks.openfisca_rules.inputs import Damage, DwellingClass, Outcome, Tenure, given, variable
from benchmarks.openfisca_rules.lookups import FILING_CHANGED


@variable(bool)
def vulnerable(claims, period):
    in_need = claims("disabled", period) + (claims("elderly", period) >= 1)
    return in_need + (claims("children", period) >= 4)


@variable(bool)
def uninhabitable(claims, period):
    damage = claims("damage", period)
    return (damage == Damage.severe) + (damage == Damage.destroyed)


@variable(int)
def months_out(claims, period):
    since = months_between(claims("damaged_on", period), np.datetime64(str(period.start)))
    return min_(claims("most_months", period), max_(0, since))


@variable(int)
def standard_cost(claims, period):
    """Standard cost of the whole home, in tenths of a cent; negative where the rate is not published."""
    return claims("cost_rate", period) * claims("floor_area", period)


@variable(int)
def loss(claims, period):
    """Loss, in tenths of a cent."""
    part = share(claims("standard_cost", period), claims("part_of_cost", period), 100)
    return min_(claims("repair_cost", period) * 10, part)


@variable(int)
def loss_gap(claims, period):
    """0: the loss is known; 1: a fact is absent; 2: the rate is not published."""
    unpublished = where(claims("cost_rate", period) < 0, 2, 0)
    return where(claims(given("repair_cost"), period), unpublished, 1)


@variable(int)
def repair_grant(claims, period, parameters):
    """Grant towards the loss, in tenths of a cent."""
    parts = parameters(period).paid_part
    part = where(claims("vulnerable", period), parts["true"], parts["false"])
    return share(claims("loss", period), part, 100)


@variable(bool)
def is_refused(claims, period, parameters):
    damaged_on = claims("damaged_on", period)
    since, before = parameters(FILING_CHANGED).filing_months, parameters("2024-01-01").filing_months
    months = where(damaged_on >= np.datetime64(FILING_CHANGED), since, before)
    is_late = claims("filed_on", period) > add_months(damaged_on, months)
    no_deed = claims(given("title_deed"), period) * np.logical_not(claims("title_deed", period))
    no_deed = no_deed * (claims("tenure", period) == Tenure.owner)
    is_luxury = claims("dwelling_class", period) == DwellingClass.luxury
    has_other = claims(given("owns_other_home"), period) * claims("owns_other_home", period) * is_luxury
    is_insured = claims(given("insurance_paid"), period)
    is_insured = is_insured * (claims("insurance_paid", period) >= parameters(period).insured_limit)
    return (claims("damage", period) == Damage.none) + is_late + no_deed + has_other + is_insured


@variable(bool)
def lacks_a_fact(claims, period):
    owner = claims("tenure", period) == Tenure.owner
    luxury = claims("dwelling_class", period) == DwellingClass.luxury
    deed = owner * np.logical_not(claims(given("title_deed"), period))
    other = luxury * np.logical_not(claims(given("owns_other_home"), period))
    return deed + other + np.logical_not(claims(given("insurance_paid"), period))


@variable(int)
def gated(claims, period):
    """What the gates decide."""
    missing_papers = claims("tenure", period) == Tenure.unregistered
    missing_papers = missing_papers * (claims("dwelling_class", period) != DwellingClass.normal)
    awaited = (claims("damage", period) == Damage.severe) * (claims("damaged_share", period) >= 90)
    found = [claims("is_refused", period), claims("lacks_a_fact", period), missing_papers, awaited]
    kinds = [Outcome.refuse, Outcome.incomplete, Outcome.refer, Outcome.defer]
    return select(found, [kind.index for kind in kinds], Outcome.undecided.index)


DEFINITIONS = (
    vulnerable,
    uninhabitable,
    months_out,
    standard_cost,
    loss,
    loss_gap,
    repair_grant,
    is_refused,
    lacks_a_fact,
    gated,
)
