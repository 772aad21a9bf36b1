"""One side of a comparison: a round of its own, with the rules that decided it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

from sanad.caseload.making import facts_of
from sanad.caseload.rounds import AWARDS, CLAIMS, PAID, connect, proven_for
from sanad.caseload.snapshot import load_snapshot
from sanad.engine.batch.defined import keep_definitions
from sanad.engine.batch.duck import Duck
from sanad.engine.rules.declared import Programme
from sanad.engine.rules.levels import CLAIM
from sanad.engine.rules.ruleset import RuleSet
from sanad.sheets.writing import write_parquet

Letter = Literal["a", "b"]
LETTERS: tuple[Letter, Letter] = ("a", "b")
DEFINITIONS = "definitions"


@dataclass(frozen=True, slots=True)
class Side:
    """A round that stands in a folder; `meta` is its `round.json`, `name` how the programme was asked for."""

    letter: Letter
    name: str
    folder: Path
    meta: Mapping[str, Any]
    rules: RuleSet

    @property
    def programme(self) -> Programme:
        return self.rules.declared

    @property
    def on(self) -> date:
        return date.fromisoformat(self.meta["on"])

    @property
    def awards(self) -> Path:
        return self.folder / AWARDS

    @property
    def claims(self) -> Path:
        return self.folder / CLAIMS

    @property
    def unstated(self) -> frozenset[str]:
        """The fields that no claim states."""
        return frozenset(self.meta["input"]["columns_missing"])


def write_definitions(side: Side, names: list[str], file: Path) -> None:
    """Work out these definitions for every claim of the side, by its rules on its day."""
    duck = Duck.open(connect())
    snapshot = side.meta["snapshot"]
    for stored in snapshot["hashes"]:
        load_snapshot(duck.connection, side.folder / stored)
    has_paid = (side.folder / PAID).exists()
    levels = tuple(level for level in snapshot["levels"] if level != CLAIM)
    facts = facts_of(levels, frozenset(snapshot["null_free"]), has_paid=has_paid)
    rules = proven_for(duck, side.programme, facts)
    keep_definitions(duck, rules, side.on, facts, names, DEFINITIONS)
    write_parquet(duck.connection, DEFINITIONS, file, {})
    duck.connection.close()
