"""CSV files: any of four delimiters, quoted fields over several lines, ragged rows kept and counted."""

import csv
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Literal

import duckdb
import pyarrow as pa

from sanad.sheets.cells import batch_rows, column, damaged_cell, header_names, text_batch, text_schema
from sanad.sheets.encodings import cannot_decode, detect_encoding, opened
from sanad.sheets.problems import SheetRefused, refused
from sanad.sheets.quotes import opening_line
from sanad.sheets.sheet import Head, SheetColumn
from sanad.sheets.streams import load_batches

DELIMITERS = ",;\t|"
SAMPLE_ROWS = 20
NumberedRow = tuple[int, list[str]]
Quoting = Literal[0, 3]


class CsvSheet:
    """A row's number counts the header and blank lines, as a spreadsheet does."""

    def __init__(self, path: Path) -> None:
        self.path, found = path, detect_encoding(path)
        self.encoding, self.is_damaged = found.name, found.damaged_at is not None
        self.delimiter = _delimiter(path, self.encoding)
        self.quoting = _quoting(path, self.encoding, self.delimiter)
        first = next(self._rows(), None)
        names = header_names(first[1]) if first else ()
        if not names:
            raise refused("empty_file", path)
        if first and found.damaged_at is not None and damaged_cell(first[1]) is not None:
            raise cannot_decode(path, found.name, found.damaged_at)
        columns = tuple(SheetColumn(name, column(place), "VARCHAR") for place, name in enumerate(names))
        self.head = Head(path, columns, self.encoding, len(names), {})

    def load(self, connection: duckdb.DuckDBPyConnection, relation: str, places: Sequence[int]) -> None:
        load_batches(connection, relation, text_schema(places), self._batches(places))

    def _batches(self, places: Sequence[int]) -> Iterator[pa.RecordBatch]:
        rows = self._rows()
        next(rows)
        while some := list(islice(rows, batch_rows(self.head.width))):
            numbers = [number for number, _ in some]
            cells = [_without_empty_tail(row, self.head.width) for _, row in some]
            yield text_batch(numbers, cells, places, self.is_damaged)

    def _rows(self) -> Iterator[NumberedRow]:
        return _rows(self.path, self.encoding, self.delimiter, self.quoting)


def _without_empty_tail(row: list[str], width: int) -> list[str]:
    """A header may end in empty names: cells below them count only when they hold something."""
    while len(row) > width and not row[-1]:
        row.pop()
    return row


def _rows(path: Path, encoding: str, delimiter: str, quoting: Quoting) -> Iterator[NumberedRow]:
    number = line = 0
    with opened(path, encoding) as stream:
        reader = csv.reader(stream, delimiter=delimiter, quoting=quoting, strict=True)
        try:
            for row in reader:
                number, line = number + 1, reader.line_num
                if row:
                    yield number, row
        except csv.Error as error:
            with opened(path, encoding) as again:
                opens = opening_line(islice(again, line, reader.line_num), line + 1, delimiter)
            raise refused("broken_quotes", path, line=opens) from error


def _quoting(path: Path, encoding: str, delimiter: str) -> Quoting:
    """Tables divided by tabs often use quotation marks as plain signs: where they do not pair up, they are."""
    if delimiter == "\t":
        try:
            deque(_rows(path, encoding, delimiter, csv.QUOTE_MINIMAL), maxlen=0)
        except SheetRefused:
            return csv.QUOTE_NONE
    return csv.QUOTE_MINIMAL


def _delimiter(path: Path, encoding: str) -> str:
    """The one that divides the first rows into most columns, the same number in each."""
    return max(DELIMITERS, key=lambda delimiter: _fit(path, encoding, delimiter))


def _fit(path: Path, encoding: str, delimiter: str) -> int:
    """The columns of the header, in hundredths, by the share of rows that have as many."""
    sample: list[list[str]] = []
    # Reading stops at a mark that swallows the rest of the file; the rows before it still tell.
    with opened(path, encoding) as stream, suppress(csv.Error):
        sample.extend(row for row in islice(csv.reader(stream, delimiter=delimiter), SAMPLE_ROWS) if row)
    width = len(sample[0]) if sample else 0
    return width * sum(len(row) == width for row in sample) * 100 // max(len(sample), 1)
