"""Cells of a spreadsheet as exact text: 3.0 is `3`, a date is ISO, a number past exactness is marked."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal
from itertools import zip_longest

import pyarrow as pa

from sanad.sheets.texts import NOT_EXACT, clean_text

ROW, CELLS = "row", "cells"
LARGEST_EXACT = 2**53
SMALLEST_WRITTEN = 1e-9
BATCH_CELLS = 20_000
DAMAGED = re.compile("[\udc80-\udcff]")


def cell_text(cell: object) -> str:
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return number_text(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(sep=" ")
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def number_text(number: float) -> str:
    """The shortest decimal that stands for the number, written out."""
    if abs(number) > LARGEST_EXACT:
        return f"{NOT_EXACT}{number!r}"
    if number.is_integer():
        return str(int(number))
    return format(Decimal(repr(number)), "f") if abs(number) >= SMALLEST_WRITTEN else repr(number)


def header_names(cells: Sequence[str]) -> tuple[str, ...]:
    """The columns' names; empty ones at the end are no columns."""
    names = [clean_text(cell) for cell in cells]
    while names and not names[-1]:
        names.pop()
    return tuple(names)


def batch_rows(width: int) -> int:
    """Rows a batch: small ones stay in the processor's cache, and leave the garbage collector little to visit."""
    return max(50, min(2_000, BATCH_CELLS // max(width, 1)))


def damaged_cell(row: Sequence[str]) -> int | None:
    """The place of the first cell that holds bytes which are no text."""
    return next((at for at, cell in enumerate(row) if DAMAGED.search(cell)), None)


def _mended(row: list[str]) -> list[str]:
    return [DAMAGED.sub("\ufffd", cell) for cell in row]


def text_schema(places: Sequence[int]) -> pa.Schema:
    columns = [(ROW, pa.int64()), (CELLS, pa.int64()), *((column(place), pa.string()) for place in places)]
    return pa.schema(columns)


def column(place: int) -> str:
    """The name of a column in the batches; files may give one name twice, or none."""
    return f"c{place}"


def text_batch(
    numbers: list[int], rows: list[list[str]], places: Sequence[int], may_be_damaged: bool = False
) -> pa.RecordBatch:
    """The wanted columns of some rows.

    `cells` is how many cells a row has, to find ragged ones; below 0 it is the place of a damaged cell, counted from 1.
    """
    widths = [len(row) for row in rows]
    if may_be_damaged:
        damaged = [damaged_cell(row) for row in rows]
        rows = [row if at is None else _mended(row) for row, at in zip(rows, damaged, strict=True)]
    columns = list(zip(*rows, strict=True)) if len(set(widths)) == 1 else list(zip_longest(*rows))
    if may_be_damaged:
        widths = [width if at is None else -at - 1 for width, at in zip(widths, damaged, strict=True)]
    empty = (None,) * len(rows)
    # Arrow reads a list twice as fast as a tuple.
    wanted = [pa.array(list(columns[place] if place < len(columns) else empty), pa.string()) for place in places]
    return pa.record_batch([pa.array(numbers, pa.int64()), pa.array(widths, pa.int64()), *wanted], text_schema(places))
