"""XLSX workbooks: the one sheet that holds data, its cells as exact text."""

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import duckdb
import pyarrow as pa
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError

from sanad.sheets.cells import batch_rows, cell_text, column, header_names, text_batch, text_schema
from sanad.sheets.problems import refused
from sanad.sheets.sheet import Head, SheetColumn
from sanad.sheets.streams import load_batches
from sanad.sheets.xlsx_guard import Extent, look_into

NumberedRow = tuple[int, list[str]]


class XlsxSheet:
    """Rows are numbered as the spreadsheet shows them; rows without any content are no rows."""

    def __init__(self, path: Path) -> None:
        extents = look_into(path)
        self.title, self.cells = _sheet_with_data(path, extents)
        self.errors = extents[self.title].errors
        first = next(self._rows(), None)
        names = header_names(first[1]) if first else ()
        if not names:
            raise refused("empty_file", path)
        columns = tuple(SheetColumn(name, column(place), "VARCHAR") for place, name in enumerate(names))
        self.head = Head(path, columns, "xlsx", len(names), {})

    def load(self, connection: duckdb.DuckDBPyConnection, relation: str, places: Sequence[int]) -> None:
        load_batches(connection, relation, text_schema(places), self._batches(places))

    def _batches(self, places: Sequence[int]) -> Iterator[pa.RecordBatch]:
        rows = self._rows()
        next(rows)
        while some := list(islice(rows, batch_rows(self.head.width))):
            numbers = [number for number, _ in some]
            yield text_batch(numbers, [_fitted(row, self.head.width) for _, row in some], places)

    def _rows(self) -> Iterator[NumberedRow]:
        left = (self.cells.start or (0, 0))[1]
        for place, row in enumerate(self.cells.iter_rows()):
            texts = [cell_text(cell) for cell in row]
            if self.errors:
                texts = [self.errors.get((place, left + at), cell) for at, cell in enumerate(texts)]
            if any(texts):
                yield place + 1, texts


def _fitted(row: list[str], width: int) -> list[str]:
    """A sheet is a block of cells: what is empty to the right of the header is no cell."""
    while len(row) > width and not row[-1]:
        row.pop()
    return row


def _sheet_with_data(path: Path, extents: dict[str, Extent]) -> tuple[str, CalamineSheet]:
    try:
        book = CalamineWorkbook.from_path(path)
        full = {title: book.get_sheet_by_name(title) for title, extent in extents.items() if extent.rows}
    except (CalamineError, PasswordError, OSError) as error:
        raise refused("broken_xlsx", path, reason=error) from error
    full = {title: sheet for title, sheet in full.items() if sheet.start is not None}
    if len(full) > 1:
        raise refused("several_sheets", path, sheets=", ".join(full))
    if not full:
        raise refused("empty_file", path)
    return next(iter(full.items()))
