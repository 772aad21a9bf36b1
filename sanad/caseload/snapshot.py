"""The frozen facts of a round: its tables as Parquet, exact, in the order in which they were read."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from sanad.caseload.layout import CLAIMS, level_id, table_name
from sanad.caseload.paid import PAID
from sanad.caseload.placing import GENERATED_MARK, SNAPSHOT_MARK
from sanad.caseload.problems import as_caseload_refused, refused
from sanad.engine.batch.digest import keep_row_digests, table_digest
from sanad.engine.rules.levels import CLAIM
from sanad.sheets.parquet_sheets import parquet_relation
from sanad.sheets.sql import fill, name
from sanad.sheets.writing import QUICK, SMALL, write_parquet

ROWS = "row_hashes"
"""64 bits of the hash of each claim's facts, so that a changed row can be named."""
EXACT = (pa.int64(), pa.string(), pa.bool_(), pa.date32(), pa.list_(pa.field("element", pa.string())))


def write_snapshot(
    connection: duckdb.DuckDBPyConnection,
    levels: Sequence[str],
    folder: Path,
    *,
    has_paid: bool = False,
    generated: bool = False,
) -> dict[str, str]:
    """Write the claims, their rows' hashes, the other levels and what was paid; returns each file's hash."""
    marks = {SNAPSHOT_MARK: "1"} | ({GENERATED_MARK: "true"} if generated else {})
    connection.execute(f"drop table if exists {ROWS}")
    hashes = {CLAIMS: keep_row_digests(connection, CLAIMS, level_id(CLAIM), ROWS)}
    others = [table_name(level) for level in levels if level != CLAIM]
    for table in (ROWS, *others, *([PAID] if has_paid else [])):
        hashes[table] = table_digest(connection, table, connection.table(table).columns)
    for table in hashes:
        write_table(connection, table, folder / f"{table}.parquet", marks, QUICK)
    connection.execute(f"drop table {ROWS}")
    return {f"{table}.parquet": digest for table, digest in hashes.items()}


def write_table(
    connection: duckdb.DuckDBPyConnection,
    table: str,
    path: Path,
    marks: Mapping[str, str] | None = None,
    packed: str = SMALL,
) -> None:
    """A table of the connection as Parquet; every number exactly int64. Raises CaseloadRefused."""
    with as_caseload_refused():
        write_parquet(connection, table, path, marks or {}, packed)
    for field in pq.read_schema(path):
        if field.type not in EXACT:
            raise refused("inexact_column", file=path, column=field.name, kind=field.type)


def load_snapshot(connection: duckdb.DuckDBPyConnection, path: Path) -> str:
    """Make the table that the file was written from; returns its name. Raises duckdb.Error on a damaged file."""
    statement = "create or replace table {table} as select * exclude (file_row_number) from {source}"
    connection.execute(fill(statement, table=name(path.stem), source=parquet_relation(path)))
    return path.stem
