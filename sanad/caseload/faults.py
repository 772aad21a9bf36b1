"""Faults of rows while they are found, and the list of bad rows that people get: one line per row."""

import duckdb

from sanad.sheets.asking import number
from sanad.sheets.sql import fill, name, text

FAULTS = name("faults found")
BAD_ROWS = "bad_rows"
COLUMNS = ("row", "column", "code", "value", "also", "file")


def begin(connection: duckdb.DuckDBPyConnection) -> None:
    one = "struct(place bigint, code varchar, column_name varchar, value varchar)"
    columns = f"file varchar, level varchar, row bigint, faults {one}[]"
    connection.execute(f"create or replace temp table {FAULTS} ({columns})")


def fault(place: str, code: str, column: str, value: str) -> str:
    """SQL for one fault; the first of a row is the one with the lowest place."""
    return f"{{'place': {place}, 'code': {code}, 'column_name': {column}, 'value': cast({value} as varchar)}}"


def note(connection: duckdb.DuckDBPyConnection, file: str, level: str, rows: str) -> None:
    """Keep faults; `rows` is a query of `row` and `faults`, a list."""
    statement = "insert into {target} select {file}, {level}, row, faults from ({rows})"
    connection.execute(fill(statement, target=FAULTS, file=text(file), level=text(level), rows=rows))


def bad_rows_of(level: str) -> str:
    return fill("select distinct row from {faults} where level = {level}", faults=FAULTS, level=text(level))


def count_bad(connection: duckdb.DuckDBPyConnection, level: str) -> int:
    return number(connection, fill("select count(*) from ({rows})", rows=bad_rows_of(level)))


def count_codes(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """How many rows have each code as their first."""
    statement = fill("select code, count(*) from {rows} group by code order by code", rows=BAD_ROWS)
    counts = connection.execute(statement).fetchall()
    return dict(counts)


def finish(connection: duckdb.DuckDBPyConnection, target: str = BAD_ROWS) -> None:
    """Make the list of bad rows: the first fault of each row, and the others beside it."""
    statement = """
        create or replace table {target} as
        select row, faults[1].column_name as "column", faults[1].code as code, coalesce(faults[1].value, '') as value,
            array_to_string(list_transform(faults[2:], lambda one:
                concat_ws(' ', one.column_name, one.code, nullif(one.value, ''))), '; ') as also,
            file
        from (select file, row, list_sort(flatten(list(faults))) as faults from {faults} group by file, row)
        order by file, row
    """
    connection.execute(fill(statement, target=target, faults=FAULTS))
    connection.execute(f"drop table {FAULTS}")
