"""What the tables say of each claim: as the manual shows it (fancy indexing), and by hand with numpy.

OpenFisca-Core 46 walks a Python loop over the claims when a parameter is indexed by a vector; `by_hand` replaces those
formulas by one array index each.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from openfisca_core.parameters import ParameterNodeAtInstant
from openfisca_core.taxbenefitsystems import TaxBenefitSystem

from benchmarks.openfisca_rules.arithmetic import Array
from benchmarks.openfisca_rules.inputs import made, variable

RENT_CHANGED, FILING_CHANGED = "2024-10-01", "2025-01-01"
"""The days from which a new value holds, for damage done on them or later."""


@variable(int)
def cost_rate(claims, period, parameters):
    """Standard cost of repair."""
    rates = parameters(period).cost_per_area
    return rates[claims("zone", period)][claims("dwelling_class", period)]


@variable(int)
def part_of_cost(claims, period, parameters):
    """Part of the standard cost."""
    return parameters(period).damage_part[claims("damage", period)]


@variable(int)
def most_months(claims, period, parameters):
    """Most months of rent."""
    return parameters(period).rent_months[claims("damage", period)]


@variable(int)
def rent_limit(claims, period, parameters):
    """Highest monthly rent."""
    zone = claims("zone", period)
    is_new = claims("damaged_on", period) >= np.datetime64(RENT_CHANGED)
    before, since = parameters("2024-01-01").rent_ceiling, parameters(RENT_CHANGED).rent_ceiling
    return np.where(is_new, since[zone], before[zone])


@variable(int)
def repair_limit(claims, period, parameters):
    """Highest repair grant."""
    return parameters(period).repair_ceiling[claims("dwelling_class", period)]


@variable(int)
def most_for_one(claims, period, parameters):
    """Most that one claim may receive."""
    return parameters(period).claim_limit[claims("dwelling_class", period)]


@variable(int)
def hardship_rate(claims, period, parameters):
    """Hardship allowance."""
    return parameters(period).hardship_base[claims("zone", period)]


LOOKUPS = (cost_rate, part_of_cost, most_months, rent_limit, repair_limit, most_for_one, hardship_rate)


def by_hand(system: TaxBenefitSystem) -> None:
    """Put an array index in the place of every look-up by a vector."""
    simple = {
        part_of_cost: ("damage_part", "damage"),
        most_months: ("rent_months", "damage"),
        repair_limit: ("repair_ceiling", "dwelling_class"),
        most_for_one: ("claim_limit", "dwelling_class"),
        hardship_rate: ("hardship_base", "zone"),
    }
    for looked_up, (table, key) in simple.items():
        system.replace_variable(made(looked_up.__name__, int, _indexed(table, key)))
    system.replace_variable(made("cost_rate", int, _cost_rate))
    system.replace_variable(made("rent_limit", int, _rent_limit))


def _rows(node: ParameterNodeAtInstant, names: list[str]) -> Array:
    return np.array([node[name] for name in names])


def _indexed(table: str, key: str) -> Callable[..., Array]:
    def formula(claims: Any, period: Any, parameters: Any) -> Array:
        column = claims(key, period)
        return _rows(parameters(period)[table], list(column.possible_values.names))[column.view(np.ndarray)]

    return formula


def _cost_rate(claims: Any, period: Any, parameters: Any) -> Array:
    zone, dwelling = claims("zone", period), claims("dwelling_class", period)
    rates = parameters(period).cost_per_area
    names = list(dwelling.possible_values.names)
    table = np.array([_rows(rates[name], names) for name in zone.possible_values.names])
    return table[zone.view(np.ndarray), dwelling.view(np.ndarray)]


def _rent_limit(claims: Any, period: Any, parameters: Any) -> Array:
    zone = claims("zone", period)
    names = list(zone.possible_values.names)
    table = np.array([_rows(parameters(day).rent_ceiling, names) for day in ("2024-01-01", RENT_CHANGED)])
    is_new = claims("damaged_on", period) >= np.datetime64(RENT_CHANGED)
    return table[is_new.astype("int64"), zone.view(np.ndarray)]
