"""`bad_rows.csv`: every row that could not be decided, one line each, with what is wrong and where."""

import csv
import re
from pathlib import Path

import duckdb

from sanad.caseload.faults import BAD_ROWS, COLUMNS
from sanad.caseload.problems import CaseloadRefused
from sanad.sheets.problems import cannot_write

CHUNK = 10_000
_NUMBER = re.compile(r"[-+]?[\d.,٠-٩۰-۹ ]+")


def write_bad_rows(connection: duckdb.DuckDBPyConnection, file: Path) -> None:
    """Raises CaseloadRefused where the file cannot be written."""
    relation = connection.table(BAD_ROWS)
    connection.execute(f"from {BAD_ROWS}")
    places = [relation.columns.index(column) for column in COLUMNS]
    try:
        with file.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream, lineterminator="\n")
            writer.writerow(COLUMNS)
            while rows := connection.fetchmany(CHUNK):
                writer.writerows([safe(row[place]) for place in places] for row in rows)
    except OSError as error:
        raise CaseloadRefused.of(cannot_write(Path(file.name), error)) from error


def safe(cell: object) -> str:
    """A cell that no spreadsheet takes for a formula (OWASP ASVS V1.2.10); numbers stay as they are."""
    text = "" if cell is None else str(cell)
    if text[:1] in ("=", "+", "-", "@", "\t", "\0") and not _NUMBER.fullmatch(text):
        return f"'{text}"
    return text
