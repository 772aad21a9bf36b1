"""Tables written for people and for machines; a file takes its name only when it is whole."""

import csv
import os
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

import duckdb
import xlsxwriter

from sanad.sheets.problems import cannot_write, refused
from sanad.sheets.sql import fill, name, text

STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\0")
NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")
MOST_XLSX_ROWS = 1_048_576
ROW_GROUP = 30_720
"""Rows read at least to find one: small groups make one claim quick to fetch, and cost 3 % of the file."""
SMALL = "compression zstd"
QUICK = "compression lz4_raw, parquet_version v2"
"""Half as large again, for files out of which one claim is looked up by the ids of its groups."""


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """A name beside `path` to write to. Raises SheetRefused when it cannot be written, and leaves nothing behind."""
    part = path.with_name(f".{path.name}.part")
    try:
        yield part
        with part.open("rb") as stream:
            os.fsync(stream.fileno())
        os.replace(part, path)
    except (OSError, duckdb.IOException) as error:
        raise cannot_write(path, error) from error
    finally:
        part.unlink(missing_ok=True)


def guarded(cell: str) -> str:
    """A text that a spreadsheet would run as a formula gets an apostrophe in front; numbers stay numbers."""
    return f"'{cell}" if cell.startswith(STARTS_A_FORMULA) and not NUMBER.fullmatch(cell) else cell


def write_csv(path: Path, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    with whole_file(path) as part, part.open("w", encoding="utf-8", newline="") as stream:
        # With a line end of one sign, Python leaves the other one unquoted within a cell.
        writer = csv.writer(stream, lineterminator="\r\n")
        writer.writerow(guarded(title) for title in header)
        writer.writerows([guarded(_written(cell)) for cell in row] for row in rows)


def write_xlsx(path: Path, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Every cell is text, so nothing is run and nothing is rounded. Raises SheetRefused past a sheet's last row."""
    # The archive is made elsewhere first: one that breaks off would go on writing when it is thrown away.
    with whole_file(path) as part, TemporaryFile() as archive:
        with xlsxwriter.Workbook(archive, {"constant_memory": True}) as book:
            _fill_sheet(book.add_worksheet(), path, chain([header], rows))
        archive.seek(0)
        with part.open("wb") as stream:
            shutil.copyfileobj(archive, stream)


def _fill_sheet(sheet: Any, path: Path, rows: Iterable[Sequence[object]]) -> None:
    for place, row in enumerate(rows):
        if place >= MOST_XLSX_ROWS:
            raise refused("too_many_rows", path, limit=MOST_XLSX_ROWS)
        for at, cell in enumerate(row):
            sheet.write_string(place, at, _written(cell))


def write_parquet(
    connection: duckdb.DuckDBPyConnection, table: str, path: Path, marks: Mapping[str, str], packed: str = SMALL
) -> None:
    """A table of the connection, in its order; `marks` say what the file is, `packed` whether it is SMALL or QUICK."""
    statement = "copy (from {table}) to {path} (format parquet, {packed}, row_group_size {size}{marks})"
    with whole_file(path) as part:
        pairs = ", ".join(f"{text(key)}: {text(value)}" for key, value in marks.items())
        stated = f", kv_metadata {{{pairs}}}" if marks else ""
        parts = {"table": name(table), "path": text(str(part)), "marks": stated, "size": str(ROW_GROUP)}
        connection.execute(fill(statement, packed=packed, **parts))


def _written(cell: object) -> str:
    if cell is None:
        return ""
    return ("true" if cell else "false") if isinstance(cell, bool) else str(cell)
