"""Worked cases tried on every engine: the interpreter and DuckDB must give what the case expects, and the same."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import duckdb
import pyarrow as pa

from sanad.caseload.one_by_one import Row, decide_one_by_one
from sanad.engine.batch.deciding import Facts, decide_round
from sanad.engine.batch.duck import Duck, store
from sanad.engine.batch.nodes import column_type
from sanad.engine.rules.levels import CLAIM
from sanad.engine.rules.records import Record, Stated, link
from sanad.engine.rules.ruleset import RuleSet
from sanad.engine.rules.types import Text
from sanad.rulebook.reading import Case, CaseThing
from sanad.rulebook.reading.comparing import CaseResult, compare

_KINDS = {"int64": pa.int64(), "boolean": pa.bool_(), "date": pa.date32(), "string": pa.string()}


def try_cases(by_reading: Mapping[str, RuleSet], cases: Iterable[Case]) -> list[CaseResult]:
    """Each case on the interpreter and on DuckDB."""
    with duckdb.connect() as connection:
        duck = Duck.open(connection)
        return [_try(by_reading[case.reading], case, duck) for case in cases]


def _try(rules: RuleSet, case: Case, duck: Duck) -> CaseResult:
    return compare(case, {"interpreter": _interpreted(rules, case), "duckdb": _decided(rules, case, duck)})


def _interpreted(rules: RuleSet, case: Case) -> dict[str, Row]:
    claims = records_of(rules, case)
    paid: dict[str, dict[str, int]] = {}
    for payment in case.paid:
        lines = paid.setdefault(payment.claim_id, {})
        lines[payment.line] = lines.get(payment.line, 0) + payment.amount
    return decide_one_by_one(rules, claims, case.on, paid, case.fund)


def records_of(rules: RuleSet, case: Case) -> list[Record]:
    """The case's claims, linked with everything around them; what one thing states of a house holds for all."""
    stated: dict[str, dict[str, Stated]] = {level: {} for level in rules.levels.above}
    within = {level.name: level.within for level in rules.levels.declared}
    for level, thing in _things(case):
        for known in (level, *rules.levels.above[level]):
            facts = {name: value for name, value in thing.facts.items() if rules.fields[name].level == known}
            ids = {outer: thing.ids[outer] for outer in within[known]}
            stated[known].setdefault(thing.ids[known], Stated(thing.ids[known], ids, facts))
    records = link(rules.levels, {level: things.values() for level, things in stated.items()})
    return [records[CLAIM][claim.id] for claim in case.claims]


def _things(case: Case) -> list[tuple[str, CaseThing]]:
    members = [(level, thing) for level, things in case.members.items() for thing in things]
    return [*((CLAIM, claim) for claim in case.claims), *members]


def _decided(rules: RuleSet, case: Case, duck: Duck) -> dict[str, Row]:
    tables = {CLAIM: "case_claims"} | {level: f"case_{level}" for level in case.members}
    _store(duck, rules, CLAIM, case.claims, "case_claims")
    for level, things in case.members.items():
        _store(duck, rules, level, things, f"case_{level}")
    facts = Facts(tables, paid=_store_paid(duck, case) if case.paid else None)
    awards = decide_round(duck, rules, case.on, facts, case.fund)
    found = duck.connection.table(awards.table).fetchall()
    rows = [dict(zip(awards.columns, row, strict=True)) for row in found]
    return {row.pop("claim_id"): row for row in rows}


def _store(duck: Duck, rules: RuleSet, level: str, things: Sequence[CaseThing], name: str) -> None:
    columns: dict[str, Any] = {f"{known}_id": pa.string() for known in (level, *rules.levels.above[level])}
    rows = [{f"{known}_id": id_ for known, id_ in thing.ids.items()} | dict(thing.facts) for thing in things]
    for field in rules.fields.values():
        if rules.levels.is_visible(field.level, level) and not isinstance(field.type, Text):
            columns[field.name] = _KINDS[column_type(field.type)]
    table = pa.table({name: pa.array([row.get(name) for row in rows], kind) for name, kind in columns.items()})
    store(duck.connection, name, table)


def _store_paid(duck: Duck, case: Case) -> str:
    payments = case.paid
    table = pa.table(
        {
            "claim_id": pa.array([payment.claim_id for payment in payments], pa.string()),
            "line": pa.array([payment.line for payment in payments], pa.string()),
            "amount": pa.array([payment.amount for payment in payments], pa.int64()),
        }
    )
    store(duck.connection, "case_paid", table)
    return "case_paid"
