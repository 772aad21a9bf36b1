"""One population decided by both engines: claim by claim in Python, and all at once on an engine."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pyarrow as pa

from sanad.caseload.one_by_one import decide_one_by_one
from sanad.caseload.trying import rows_of
from sanad.engine.batch.cells import BITS
from sanad.engine.batch.deciding import Facts, decide_round, levels_of
from sanad.engine.batch.engine import Engine
from sanad.engine.batch.frames import Frame, Sources
from sanad.engine.batch.nodes import column_type, mask_column
from sanad.engine.rules.funds import Fund
from sanad.engine.rules.interpreter import Interpreter
from sanad.engine.rules.ruleset import RuleSet
from sanad.engine.rules.types import Text
from tests.batch.populations import Population, Row

KINDS = {"int64": pa.int64(), "boolean": pa.bool_(), "date": pa.date32(), "string": pa.string()}
Rows = dict[str, Row]


Money = int | Sequence[Fund] | None
"""One fund that may pay anything, or several with their earmarks."""


def as_funds(money: Money) -> Sequence[Fund] | None:
    return [Fund("fund", money)] if isinstance(money, int) else money


@dataclass
class Engines:
    """A rule set and its population, on an engine and in memory."""

    rules: RuleSet
    people: Population
    on: date
    engine: Engine

    def __post_init__(self) -> None:
        self.records = self.people.records(self.rules)
        self.facts = Facts(self.stored(), self.people.full, self.stored_paid())

    def stored(self) -> dict[str, str]:
        return {level: self.store_level(level, rows) for level, rows in self.people.rows.items()}

    def store_level(self, level: str, rows: list[Row]) -> str:
        columns = {f"{known}_id": pa.string() for known in (level, *self.rules.levels.above[level])}
        for name, field in self.rules.fields.items():
            if self.rules.levels.is_visible(field.level, level) and not isinstance(field.type, Text):
                columns[name] = KINDS[column_type(field.type)]
        table = pa.table({name: pa.array([row.get(name) for row in rows], kind) for name, kind in columns.items()})
        self.engine.bring(f"stated_{level}", table)
        return f"stated_{level}"

    def stored_paid(self) -> str | None:
        if not self.people.paid:
            return None
        claims, lines, amounts = zip(*self.people.paid, strict=True)
        table = pa.table({"claim_id": claims, "line": lines, "amount": pa.array(amounts, pa.int64())})
        self.engine.bring("stated_paid", table)
        return "stated_paid"

    def by_interpreter(self, funds: Money) -> Rows:
        claims = list(self.records["claim"].values())
        return decide_one_by_one(self.rules, claims, self.on, self.people.paid_by_claim(), as_funds(funds))

    def by_batch(self, funds: Money) -> Rows:
        awards = decide_round(self.engine, self.rules, self.on, self.facts, as_funds(funds))
        rows = rows_of(self.engine, self.rules, awards, as_funds(funds))
        return {row.pop("claim_id"): row for row in rows.values()}

    def definitions_by_interpreter(self, level: str) -> dict[str, dict[str, tuple[object, int]]]:
        """The value and the gaps of every definition of this level, by thing and by name."""
        run = Interpreter(self.rules, self.on)
        names = self.definitions_of(level)
        return {
            thing: {name: run.evaluate(self.rules.definitions[name].node, record) for name in names}
            for thing, record in self.records[level].items()
        }

    def definitions_by_batch(self, level: str) -> dict[str, dict[str, tuple[object, int]]]:
        names = self.definitions_of(level)
        frame = Frame(Sources(self.rules, self.on, levels_of(self.engine, self.rules, self.facts)), level)
        columns = [frame.want(f"is__{name}", self.rules.definitions[name].node).column for name in names]
        stage = frame.build()
        masks = [mask_column(column, place) for column in columns for place in stage.words[column]]
        kept = self.engine.keep("definitions", stage.table.select(f"{level}_id", *columns, *masks))
        found = self.engine.fetch(kept).to_pylist()
        return {
            row[f"{level}_id"]: {
                name: (row[column], self.mask(row, column, stage.words[column]))
                for name, column in zip(names, columns, strict=True)
            }
            for row in found
        }

    def mask(self, row: Row, column: str, words: tuple[int, ...]) -> int:
        return sum(row[mask_column(column, place)] << place * BITS for place in words)

    def definitions_of(self, level: str) -> list[str]:
        return [name for name, found in self.rules.definitions.items() if found.level == level]


def same(one: object, other: object) -> bool:
    """Equal, and of one type: true is not 1, and a list of reasons is not its first one."""
    if isinstance(one, list | tuple):
        return isinstance(other, list | tuple) and list(one) == list(other)
    return type(one) is type(other) and one == other


def differences(one: Rows, other: Rows) -> list[str]:
    """What two engines say differently of each claim."""
    told = [f"{name}: only once" for name in one.keys() ^ other.keys()]
    for name in sorted(one.keys() & other.keys()):
        for column in one[name].keys() | other[name].keys():
            ours, theirs = one[name].get(column, "no column"), other[name].get(column, "no column")
            if not same(ours, theirs):
                told.append(f"{name}.{column}: {ours!r} and {theirs!r}")
    return told
