"""The tax and benefit system, and simulations in it: from situations as the manual begins, or from arrays."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from openfisca_core.indexed_enums import Enum
from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_core.simulations import Simulation
from openfisca_core.taxbenefitsystems import TaxBenefitSystem

from benchmarks.openfisca_rules import inputs
from benchmarks.openfisca_rules.definitions import DEFINITIONS
from benchmarks.openfisca_rules.inputs import Claim, Outcome, fact, given
from benchmarks.openfisca_rules.lines import LINE_VARIABLES, LINES
from benchmarks.openfisca_rules.lookups import LOOKUPS, by_hand
from benchmarks.openfisca_rules.parameters import parameters_of
from benchmarks.openfisca_rules.totals import TOTALS
from sanad.engine.rules.ruleset import RuleSet

AMOUNTS = ("net", "due_now", "left", "capped", "deducted", "priority", *LINES)
Columns = dict[str, np.ndarray]


def system_of(rules: RuleSet, *, is_by_hand: bool) -> TaxBenefitSystem:
    system = TaxBenefitSystem([Claim])
    system.parameters = parameters_of(rules)
    facts = [fact(name, Enum, kind) for name, kind in inputs.CHOICES.items()]
    facts += [fact(name, date) for name in inputs.DAYS]
    facts += [fact(name, int) for name in (*inputs.NUMBERS, *inputs.AMOUNTS)]
    facts += [fact(name, bool) for name in (*inputs.YES_OR_NO, *map(given, inputs.MAY_BE_ABSENT))]
    system.add_variables(*facts, *LOOKUPS, *DEFINITIONS, *LINE_VARIABLES, *TOTALS)
    if is_by_hand:
        by_hand(system)
    return system


def situations(claims: pa.Table) -> dict[str, Any]:
    """The dictionary of a test case: each claim with its facts."""
    facts = [name for name in claims.column_names if not name.endswith("_id")]
    found = {}
    for row in claims.select(["claim_id", *facts]).to_pylist():
        stated = {name: _plain(row[name]) for name in facts if row[name] is not None}
        stated |= {given(name): row[name] is not None for name in inputs.MAY_BE_ABSENT}
        found[row["claim_id"]] = {name: {"ETERNITY": value} for name, value in stated.items()}
    return {"claims": found}


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def from_situations(system: TaxBenefitSystem, cases: dict[str, Any]) -> Simulation:
    return SimulationBuilder().build_from_entities(system, cases)


def arrays(claims: pa.Table) -> Columns:
    """Each fact as one array: codes for choices, 0 where a fact is absent, and whether it is given."""
    found = {given(name): pc.is_valid(claims[name]).to_numpy() for name in inputs.MAY_BE_ABSENT}
    for name in (*inputs.DAYS, *inputs.NUMBERS, *inputs.AMOUNTS):
        column = claims[name] if name not in inputs.MAY_BE_ABSENT else pc.fill_null(claims[name], 0)
        found[name] = column.to_numpy()
    found |= {name: pc.fill_null(claims[name], False).to_numpy() for name in inputs.YES_OR_NO}
    for name, kind in inputs.CHOICES.items():
        found[name] = pc.index_in(claims[name], pa.array(kind.names.tolist())).to_numpy()
    return found


def from_arrays(system: TaxBenefitSystem, facts: Mapping[str, np.ndarray]) -> Simulation:
    simulation = SimulationBuilder().build_default_simulation(system, len(facts["damage"]))
    for name, values in facts.items():
        simulation.set_input(name, "ETERNITY", values)
    return simulation


def decide(simulation: Simulation, on: date) -> Columns:
    """Every column that all ways to decide have, with -1 where nothing is known."""
    day = on.isoformat()
    names = np.array([outcome.name for outcome in Outcome])
    found = {name: simulation.calculate(name, day) for name in AMOUNTS}
    outcomes = {f"{line}_outcome": names[simulation.calculate(f"{line}_outcome", day)] for line in LINES}
    return {"outcome": names[simulation.calculate("claim_outcome", day)]} | found | outcomes
