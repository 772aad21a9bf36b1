"""Parquet files: columns stay typed, rows stay in the file until a query wants them."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from sanad.sheets.cells import CELLS, ROW, column
from sanad.sheets.problems import refused
from sanad.sheets.sheet import Head, SheetColumn
from sanad.sheets.sql import fill, listed, name, text


class ParquetSheet:
    def __init__(self, path: Path) -> None:
        self.path = path
        names, marks = _names_and_marks(path)
        self.inner, kinds = self._columns()
        columns = tuple(SheetColumn(given, column(at), kinds[at]) for at, given in enumerate(names))
        self.head = Head(path, columns, "parquet", 0, marks)

    def load(self, connection: duckdb.DuckDBPyConnection, relation: str, places: Sequence[int]) -> None:
        wanted = [f"{name(self.inner[place])} as {column(place)}" for place in places]
        columns = listed([f"file_row_number + 1 as {ROW}", f"0 as {CELLS}", *wanted])
        statement = "create or replace temp view {target} as select {columns} from {source}"
        connection.execute(fill(statement, target=name(relation), columns=columns, source=parquet_relation(self.path)))

    def _columns(self) -> tuple[list[str], list[str]]:
        """Names, made different where two were alike, and types."""
        statement = fill(
            "describe select * exclude (file_row_number) from {source}", source=parquet_relation(self.path)
        )
        try:
            with duckdb.connect() as connection:
                rows = connection.execute(statement).fetchall()
        except duckdb.Error as error:
            raise refused("broken_parquet", self.path, reason=_first_line(error)) from error
        return [row[0] for row in rows], [row[1] for row in rows]


def parquet_relation(path: Path) -> str:
    """The file as a relation; signs that stand for many files stand for themselves."""
    literal = "".join(f"[{sign}]" if sign in "*?[" else sign for sign in str(path.absolute()))
    return f"read_parquet({text(literal)}, file_row_number = true, binary_as_string = true)"


def _names_and_marks(path: Path) -> tuple[list[str], Mapping[str, str]]:
    try:
        metadata = pq.read_metadata(path)
        schema = metadata.schema.to_arrow_schema()
    except (pa.ArrowException, OSError) as error:
        raise refused("broken_parquet", path, reason=_first_line(error)) from error
    marks = {key.decode(): value.decode(errors="replace") for key, value in (metadata.metadata or {}).items()}
    return list(schema.names), {key: value for key, value in marks.items() if key.startswith("sanad.")}


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0].rstrip(".")
