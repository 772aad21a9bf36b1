"""What a file says of itself: that it is made up, and which of its facts were told to the generator."""

import duckdb

from sanad.caseload.placing import ASSUMED, ASSUMED_MARK, GENERATED, GENERATED_MARK, Placed
from sanad.sheets.asking import finds_any
from sanad.sheets.sql import fill, name, texts

TRUE = ("true", "1", "yes")


def is_generated(connection: duckdb.DuckDBPyConnection, placed: Placed) -> bool:
    column = placed.marks.get(GENERATED)
    if GENERATED_MARK in placed.part.sheet.head.marks or column is None:
        return GENERATED_MARK in placed.part.sheet.head.marks
    found = f"lower(trim(cast({column.sql} as varchar))) in ({texts(TRUE)})"
    statement = fill("select 1 from {source} where {found}", source=name(placed.part.source), found=found)
    return finds_any(connection, statement)


def assumed_in_file(connection: duckdb.DuckDBPyConnection, placed: Placed) -> tuple[str, ...]:
    column = placed.marks.get(ASSUMED)
    said = {placed.part.sheet.head.marks.get(ASSUMED_MARK, "")}
    if column:
        statement = "select distinct cast({column} as varchar) from {source} where {column} is not null limit 100"
        rows = connection.execute(fill(statement, column=column.sql, source=name(placed.part.source))).fetchall()
        said |= {row[0] for row in rows}
    return tuple(sorted({field for text in said for field in text.split()}))
