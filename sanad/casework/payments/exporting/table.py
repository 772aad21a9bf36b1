"""The same run as CSV, for banks and operators that take no XML, and for people.

A spreadsheet takes a cell that begins with = + - @ or a tab for a formula: such a cell gets an apostrophe before it.
"""

import csv
import io
from collections.abc import Iterable, Iterator

from sanad.casework.payments.exporting.orders import Head, Order
from sanad.engine.money import exponent, unscaled

HEADER = ("run", "reference", "holder", "kind", "account", "bank", "amount", "currency")
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0")


def written(head: Head, orders: Iterable[Order]) -> Iterator[str]:
    """The table in pieces, the first of them the header."""
    places = exponent(head.currency)
    yield _row(HEADER)
    for one in orders:
        amount = f"{unscaled(one.amount, places):f}"
        cells = head.reference, one.reference, one.holder, one.kind, one.number, one.bank, amount, head.currency
        yield _row(cells)


def neutral(cell: str) -> str:
    """The cell as no spreadsheet takes it for a formula; a sign that no file can hold is left out."""
    plain = cell.replace("\0", "")
    is_formula = cell.lstrip(" ").startswith(FORMULA)
    return f"'{plain}" if is_formula else plain


def _row(cells: Iterable[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow([neutral(cell) for cell in cells])
    return out.getvalue()
