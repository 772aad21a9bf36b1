"""The snapshot of a round: the facts that were decided on, as Parquet files, and their hashes."""

from collections.abc import Iterable
from pathlib import Path

import duckdb

from sanad.caseload.layout import CLAIMS, table_name
from sanad.caseload.placing import SNAPSHOT_MARK
from sanad.caseload.problems import refused
from sanad.engine.batch.digest import table_digest
from sanad.engine.rules.levels import CLAIM
from sanad.sheets.sql import fill, name, text

PAID = "paid"
EXACT = ("BIGINT", "BOOLEAN", "DATE", "VARCHAR", "VARCHAR[]")
"""The kinds of column that a round's files may have: no number that is not exact."""


def write_snapshot(
    connection: duckdb.DuckDBPyConnection, levels: Iterable[str], folder: Path, *, has_paid: bool
) -> dict[str, str]:
    """Write every table of the caseload as `<table>.parquet`; the hash of each by its file. Raises CaseloadRefused."""
    tables = [CLAIMS, *(table_name(level) for level in levels if level != CLAIM), *([PAID] if has_paid else [])]
    return {f"{table}.parquet": write_table(connection, table, folder / f"{table}.parquet") for table in tables}


def write_table(connection: duckdb.DuckDBPyConnection, table: str, file: Path) -> str:
    """One table as Parquet, every number exactly int64; its hash. Raises CaseloadRefused."""
    relation = connection.table(table)
    inexact = [column for column, kind in zip(relation.columns, relation.types, strict=True) if str(kind) not in EXACT]
    assert not inexact, inexact
    options = f"format parquet, compression zstd, kv_metadata {{{{{text(SNAPSHOT_MARK)}: '1'}}}}"
    try:
        connection.execute(fill(f"copy {{table}} to {{file}} ({options})", table=name(table), file=text(str(file))))
    except (duckdb.IOException, duckdb.OutOfMemoryException) as error:
        raise refused("cannot_write", file=file.name, reason=str(error).splitlines()[0]) from error
    return table_digest(connection, table, relation.columns)


def load_snapshot(connection: duckdb.DuckDBPyConnection, file: Path) -> str:
    """The stored file as the table of its name. Raises duckdb.Error where it is damaged."""
    connection.read_parquet(str(file)).create(file.stem)
    return file.stem
