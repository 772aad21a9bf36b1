"""Definitions of a rule set as columns of their own, for whoever counts claims by them."""

from collections.abc import Iterable
from datetime import date

from sanad.engine.batch.deciding import Facts, levels_of
from sanad.engine.batch.engine import Engine
from sanad.engine.batch.frames import Frame, Sources
from sanad.engine.rules.levels import CLAIM
from sanad.engine.rules.ruleset import RuleSet


def keep_definitions(engine: Engine, rules: RuleSet, on: date, facts: Facts, names: Iterable[str], target: str) -> None:
    """Make the table `target`: `claim_id` and a column for each definition, NULL where it cannot be known."""
    frame = Frame.wide(Sources(rules, on, levels_of(engine, rules, facts)), CLAIM)
    wanted = {name: frame.want(f"asked__{name}", rules.definitions[name].node).column for name in names}
    table = frame.build().table
    engine.keep(target, table.select("claim_id", **{name: table[column] for name, column in wanted.items()}))
