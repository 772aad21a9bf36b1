"""Sheets opened and read whole, for tests."""

from pathlib import Path
from typing import Any

import duckdb

from sanad.sheets.reading import open_sheet


def rows_of(path: Path) -> list[tuple[Any, ...]]:
    """Row number, number of cells, and the cells of every row."""
    sheet = open_sheet(path)
    with duckdb.connect() as connection:
        sheet.load(connection, "rows", range(len(sheet.head.columns)))
        return connection.execute("from rows").fetchall()


def names_of(path: Path) -> list[str]:
    return [column.name for column in open_sheet(path).head.columns]


def save(folder: Path, content: bytes, name: str = "file.csv") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path
