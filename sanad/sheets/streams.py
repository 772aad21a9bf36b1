"""Batches of rows into a table of DuckDB, one at a time."""

from collections.abc import Iterable

import duckdb
import pyarrow as pa

from sanad.sheets.problems import SheetRefused
from sanad.sheets.sql import fill, name

STREAM = "stream of rows"


def load_batches(
    connection: duckdb.DuckDBPyConnection, relation: str, schema: pa.Schema, batches: Iterable[pa.RecordBatch]
) -> None:
    """What goes wrong while the file is read is raised as it was, not wrapped by the database."""
    stopped: list[SheetRefused] = []

    def until_refused() -> Iterable[pa.RecordBatch]:
        try:
            yield from batches
        except SheetRefused as error:
            stopped.append(error)
            raise

    reader = pa.RecordBatchReader.from_batches(schema, until_refused())
    connection.register(STREAM, reader)
    try:
        statement = "create or replace temp table {target} as select * from {source}"
        connection.execute(fill(statement, target=name(relation), source=name(STREAM)))
    except duckdb.Error:
        if stopped:
            raise stopped[0] from None
        raise
    finally:
        connection.unregister(STREAM)
