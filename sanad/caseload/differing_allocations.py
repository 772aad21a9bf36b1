"""The stored allocations of a round against those that come out again."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb

from sanad.caseload.difference import Found
from sanad.caseload.rounds import ALLOCATIONS, ROUND, Decided
from sanad.engine.batch.digest import table_digest
from sanad.engine.batch.duck import Duck

STORED = "stored_allocations"


def differing_allocations(duck: Duck, folder: Path, meta: dict[str, Any], decided: Decided) -> Iterator[Found]:
    """The first claim, by id, that a fund pays otherwise; then the hash that was sealed."""
    if decided.awards.allocations is None:
        return
    try:
        duck.connection.read_parquet(str(folder / ALLOCATIONS)).create_view(STORED)
        stored, again = duck.connection.table(STORED), duck.connection.table(decided.awards.allocations)
        if stored.columns != again.columns:
            yield Found(
                ALLOCATIONS, "columns", {"stored": ", ".join(stored.columns), "again": ", ".join(again.columns)}
            )
            return
        if table_digest(duck.connection, STORED, stored.columns) != decided.allocations_hash:
            yield from _first(stored, again)
    except duckdb.Error:
        yield Found(ALLOCATIONS, "damaged")
        return
    if decided.allocations_hash != meta["allocations_hash"]:
        pair = {"stored": meta["allocations_hash"], "again": decided.allocations_hash}
        yield Found(ROUND, "entry", {"entry": "allocations_hash"} | pair)


def _first(stored: duckdb.DuckDBPyRelation, again: duckdb.DuckDBPyRelation) -> Iterator[Found]:
    apart = stored.except_(again).union(again.except_(stored)).order("claim_id, line, fund").limit(1).fetchall()
    for claim_id, line, fund, _ in apart:
        own = [_amount(table, claim_id, line, fund) for table in (stored, again)]
        yield Found(
            ALLOCATIONS,
            "allocation",
            {"claim": claim_id, "line": line, "fund": fund, "stored": own[0], "again": own[1]},
        )
    if not apart:
        yield Found(ALLOCATIONS, "content")


def _amount(table: duckdb.DuckDBPyRelation, *place: str) -> str:
    names = ("claim_id", "line", "fund")
    tests = [
        duckdb.ColumnExpression(name) == duckdb.ConstantExpression(own) for name, own in zip(names, place, strict=True)
    ]
    found = table.filter(tests[0] & tests[1] & tests[2]).select("amount").fetchall()
    return ", ".join(f"{row[0]:,}" for row in found) or "-"
