"""The tables that a caseload leaves behind: claims, and one of each other level that has a file."""

import duckdb

from sanad.caseload import faults
from sanad.caseload.layout import CLAIMS, Part, bad_ids, level_id, table_name
from sanad.caseload.placing import Placed
from sanad.caseload.staging import IS_BAD, defaulted
from sanad.caseload.upwards import ROWS, Joined
from sanad.sheets.asking import finds_any
from sanad.sheets.sql import fill, listed, name


def keep_good_rows(connection: duckdb.DuckDBPyConnection, part: Part) -> None:
    """Delete the rows with a fault; their ids stay known, for the rows below them."""
    statement = "create or replace temp table {bad} as select {own} from {staged} where row in ({rows})"
    rows = faults.bad_rows_of(part.level)
    staged, bad = name(part.staged), name(bad_ids(part.level))
    connection.execute(fill(statement, bad=bad, own=name(level_id(part.level)), staged=staged, rows=rows))
    if finds_any(connection, fill("select 1 from {bad}", bad=bad)):
        connection.execute(fill("delete from {staged} where row in ({rows})", staged=staged, rows=rows))


def make_table(connection: duckdb.DuckDBPyConnection, placed: Placed, joined: Joined) -> None:
    """The good rows under their public name, with the ids and facts of all upper levels, in the order of the file."""
    staged, target = name(placed.part.staged), name(table_name(placed.part.level))
    connection.execute(f"drop table if exists {target}")
    if joined.uppers:
        statement = "create table {target} as select {columns} from {joined} order by {rows}.row"
        columns = listed(_columns(placed, joined))
        connection.execute(fill(statement, target=target, columns=columns, joined=joined.relation(), rows=ROWS))
        connection.execute(f"drop table {staged}")
        return
    # Renaming copies nothing: ten million claims stand in memory once.
    for column in ("row", IS_BAD, *(defaulted(plan.name) for plan in placed.plans if plan.default)):
        connection.execute(f"alter table {staged} drop column {column}")
    connection.execute(f"alter table {staged} rename to {target}")


def _columns(placed: Placed, joined: Joined) -> list[str]:
    own = [*(plan.name for plan in placed.plans if plan.is_kept), *placed.constants]
    brought = {column: sources[0] for column, sources in joined.brought().items() if column not in own}
    return [
        *(f"{ROWS}.{name(column)}" for column in own),
        *(f"{way} as {name(column)}" for column, way in brought.items()),
    ]


def columns_without_absent(connection: duckdb.DuckDBPyConnection) -> frozenset[str]:
    columns = [row[0] for row in connection.execute(f"describe {CLAIMS}").fetchall()]
    counts = listed(["count(*)", *(f"count({name(column)})" for column in columns)])
    rows, *found = connection.execute(fill("select {counts} from {claims}", counts=counts, claims=CLAIMS)).fetchall()[0]
    return frozenset(column for column, count in zip(columns, found, strict=True) if count == rows)


def forget(connection: duckdb.DuckDBPyConnection, part: Part) -> None:
    """Drop what was needed while reading."""
    kind = "view" if part.sheet.head.encoding == "parquet" else "table"
    connection.execute(f"drop {kind} {name(part.source)}")
    connection.execute(f"drop table {name(bad_ids(part.level))}")
