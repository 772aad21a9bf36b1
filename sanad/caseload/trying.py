"""Worked cases tried on every engine: each must give what the case expects, and the same as the interpreter."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import partial
from typing import Any

import duckdb
import pyarrow as pa

from sanad.caseload.cases_one_by_one import INTERPRETER, decide_case, due_by_line
from sanad.caseload.deciding_on import DUCKDB, SPARK
from sanad.caseload.one_by_one import Row
from sanad.caseload.paid_one_by_one import add_drawn, nothing_drawn
from sanad.caseload.series import Carried, waves
from sanad.caseload.spark_sessions import lacking, spark_for_cases
from sanad.caseload.things import place_again
from sanad.engine.batch.deciding import Awards, Facts, decide_round
from sanad.engine.batch.duck import Duck
from sanad.engine.batch.engine import Engine
from sanad.engine.batch.nodes import column_type
from sanad.engine.rules.funds import Fund
from sanad.engine.rules.levels import CLAIM
from sanad.engine.rules.ruleset import RuleSet
from sanad.engine.rules.types import Text
from sanad.rulebook.reading import Case, CaseThing
from sanad.rulebook.reading.case_funds import typed_funds
from sanad.rulebook.reading.comparing import CaseResult, compare

_KINDS = {"int64": pa.int64(), "boolean": pa.bool_(), "date": pa.date32(), "string": pa.string()}


Told = Callable[[str, int], None]
"""Hears the name of an engine and how many cases more it has decided."""


def try_cases(
    by_reading: Mapping[str, RuleSet],
    cases: Sequence[Case],
    names: Sequence[str] = (),
    tell: Told = lambda engine, count: None,
) -> list[CaseResult]:
    """Each case on the interpreter and on these engines, or on all that are here; a series day after day."""
    carried, found = Carried(), {}
    with _engines(names or engines_here()) as engines:
        for wave in waves(cases):
            given = [carried.given(case) for case in wave]
            decided = {
                name: _all_decided(engine, by_reading, given, partial(tell, name)) for name, engine in engines.items()
            }
            for case in given:
                own = {name: rows[case.id] for name, rows in decided.items()}
                found[case.id] = _tried(by_reading[case.reading], case, own, carried)
    return [found[case.id] for case in cases]


def engines_here() -> list[str]:
    return [DUCKDB] if lacking() else [DUCKDB, SPARK]


@contextmanager
def _engines(names: Sequence[str]) -> Iterator[dict[str, Engine]]:
    with duckdb.connect() as connection:
        opened: dict[str, Callable[[], Engine]] = {DUCKDB: lambda: Duck.open(connection), SPARK: spark_for_cases}
        yield {name: opened[name]() for name in names}


def _tried(rules: RuleSet, case: Case, decided: Mapping[str, dict[str, Row]], carried: Carried) -> CaseResult:
    interpreted = decide_case(rules, case)
    if case.pays:
        carried.pay(case, interpreted.rows, due_by_line(interpreted))
    awards: dict[str, Mapping[str, Row]] = {INTERPRETER: interpreted.rows, **decided}
    return compare(case, {engine: carried.results(engine, case, rows) for engine, rows in awards.items()})


def _all_decided(
    engine: Engine, by_reading: Mapping[str, RuleSet], cases: Sequence[Case], tell: Callable[[int], None]
) -> dict[str, dict[str, Row]]:
    """Cases of one reading and day share a round, under ids of their own; one with a fund has a round to itself."""
    shared: dict[tuple[str, date, str], list[Case]] = {}
    for case in cases:
        alone = case.id if case.funds is not None else ""
        shared.setdefault((case.reading, case.on, alone), []).append(case)
    found: dict[str, dict[str, Row]] = {}
    for (reading, on, _), together in shared.items():
        found |= _decided(by_reading[reading], on, together, engine)
        tell(len(together))
    return found


def _decided(rules: RuleSet, on: date, cases: Sequence[Case], engine: Engine) -> dict[str, dict[str, Row]]:
    _store(engine, rules, CLAIM, [(case, claim) for case in cases for claim in case.claims])
    members = sorted({level for case in cases for level in case.members})
    for level in members:
        _store(engine, rules, level, [(case, thing) for case in cases for thing in case.members.get(level, ())])
    tables = {level: f"case_{level}" for level in (CLAIM, *members)}
    facts = Facts(tables, paid=_store_paid(engine, cases) if any(case.paid for case in cases) else None)
    funds = typed_funds(rules, cases[0].funds)
    awards = decide_round(engine, rules, on, facts, funds)
    rows = rows_of(engine, rules, awards, funds)
    return {case.id: _own(rules, case, rows) for case in cases}


def rows_of(engine: Engine, rules: RuleSet, awards: Awards, funds: Sequence[Fund] | None) -> dict[str, Row]:
    """The awards by claim; with funds, what each of them pays beside them."""
    rows = {row["claim_id"]: row for row in engine.fetch(engine.table(awards.table)).to_pylist()}
    if awards.allocations is not None and funds is not None:
        for row in rows.values():
            row |= nothing_drawn(rules, funds)
        for drawn in engine.fetch(engine.table(awards.allocations)).to_pylist():
            add_drawn(rows[drawn["claim_id"]], drawn["line"], drawn["fund"], drawn["amount"])
    return rows


def _own(rules: RuleSet, case: Case, rows: Mapping[str, Row]) -> dict[str, Row]:
    """The case's rows out of a shared round, its queue counted by itself."""
    own = {claim.id: dict(rows[f"{case.id}/{claim.id}"]) for claim in case.claims}
    placed = sorted((row for row in own.values() if row["queue_place"]), key=lambda row: row["queue_place"])
    ahead = 0
    for place, row in enumerate(placed, 1):
        row |= {"queue_place": place, "money_ahead": ahead}
        ahead += row["due_now"]
    place_again(rules, list(own.values()))
    for row in own.values():
        del row["claim_id"]
    return own


def _store(engine: Engine, rules: RuleSet, level: str, things: Sequence[tuple[Case, CaseThing]]) -> None:
    columns: dict[str, Any] = {f"{known}_id": pa.string() for known in (level, *rules.levels.above[level])}
    rows = [
        {f"{known}_id": f"{case.id}/{own}" for known, own in thing.ids.items()} | dict(thing.facts)
        for case, thing in things
    ]
    for field in rules.fields.values():
        if rules.levels.is_visible(field.level, level) and not isinstance(field.type, Text):
            columns[field.name] = _KINDS[column_type(field.type)]
    table = pa.table({name: pa.array([row.get(name) for row in rows], kind) for name, kind in columns.items()})
    engine.bring(f"case_{level}", table)


def _store_paid(engine: Engine, cases: Sequence[Case]) -> str:
    payments = [(case, payment) for case in cases for payment in case.paid]
    table = pa.table(
        {
            "claim_id": pa.array([f"{case.id}/{payment.claim_id}" for case, payment in payments], pa.string()),
            "line": pa.array([payment.line for _, payment in payments], pa.string()),
            "amount": pa.array([payment.amount for _, payment in payments], pa.int64()),
        }
    )
    engine.bring("case_paid", table)
    return "case_paid"
