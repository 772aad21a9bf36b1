"""Cells of a bank statement: sums, days and texts, and what is wrong with them, by file, row and field."""

import re
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from sanad.casework.payments.statements.sayings import SAYINGS
from sanad.engine.money import NotAnAmount, exponent, scaled, unscaled
from sanad.evidence.refusals import Problem, problem
from sanad.sheets.texts import DIGITS, MINUS, is_readable

PLAIN = str.maketrans(DIGITS + MINUS + "٫٬،", "0123456789" * 2 + "-" * len(MINUS) + ".,,")
SUM = re.compile(r"[+-]?([0-9]{1,15}|[0-9]{1,3}(,[0-9]{3}){1,4})(\.[0-9]+)?")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
MOST_TOLD = 200
"""So many problems are told; a file with more is another file than it should be."""


@dataclass
class Cells:
    """The file by its name, until which day it may tell, and what was found wrong with it."""

    file: str
    today: date
    problems: list[Problem] = field(default_factory=list)

    def note(self, row: int, name: str, code: str, **parts: object) -> None:
        """`row` is 0 where the fault is in no single row."""
        if len(self.problems) < MOST_TOLD:
            where = ": ".join(part for part in (self.file, str(row or ""), name) if part)
            self.problems.append(problem(SAYINGS, code, where, **{"field": name} | parts))

    def sum(self, minor: int, currency: str) -> str:
        return f"{unscaled(minor, exponent(currency)):f}"


def amount(cells: Cells, row: int, name: str, told: dict[str, str], currency: str) -> int | None:
    """The sum in minor units; None where it is none, and then it is noted."""
    written = told.get(name, "")
    plain = written.translate(PLAIN).replace(" ", "")
    if not written and name != "amount":
        return None
    try:
        if not SUM.fullmatch(plain):
            raise NotAnAmount(plain)
        return scaled(Decimal(plain.replace(",", "")), exponent(currency.upper()))
    except NotAnAmount:
        code = "bad_amount" if _is_currency(currency) else "no_currency"
        value = written if code == "bad_amount" else currency
        cells.note(row, name if code == "bad_amount" else "currency", code, value=value[:40], currency=currency)
        return None


def day(cells: Cells, row: int, written: str) -> date | None:
    plain = written.translate(PLAIN)
    try:
        found = date.fromisoformat(plain) if DAY.fullmatch(plain) else None
    except ValueError:
        found = None
    if found is None:
        cells.note(row, "date", "bad_day", value=written[:40])
    elif found > cells.today:
        cells.note(row, "date", "later_day", value=written)
        return None
    return found


def text(cells: Cells, row: int, name: str, written: str, most: int) -> str:
    if len(written) > most:
        cells.note(row, name, "too_long", most=most)
    elif not is_readable(written):
        cells.note(row, name, "unreadable")
    return written[:most]


def _is_currency(code: str) -> bool:
    try:
        exponent(code.upper())
    except NotAnAmount:
        return False
    return True
