"""Cells of a bank statement: sums, days and texts, and what is wrong with them, by file, row and field."""

import re
from dataclasses import dataclass, field
from datetime import date

from sanad.casework.payments.statements.sayings import SAYINGS
from sanad.engine.money import NotAnAmount, exponent, unscaled
from sanad.evidence.refusals import Problem, problem
from sanad.sheets.sums import MOST_MINOR, SIGNS, AboveAll, MoreDecimals, SumRefused, minor_of
from sanad.sheets.texts import is_readable

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
    if not written and name != "amount":
        return None
    try:
        places = exponent(currency.upper())
    except NotAnAmount:
        cells.note(row, "currency", "no_currency", value=currency[:40])
        return None
    try:
        return minor_of(written, places)
    except SumRefused as error:
        code, parts = _why(error, currency, places)
        cells.note(row, name, code, value=written[:40], **parts)
        return None


def _why(error: SumRefused, currency: str, places: int) -> tuple[str, dict[str, object]]:
    """The code of what is wrong, with what its words need."""
    if isinstance(error, MoreDecimals):
        return "more_decimals", {"currency": currency, "places": places}
    if isinstance(error, AboveAll):
        return "too_large", {"most": f"{unscaled(MOST_MINOR, places):,f}"}
    return "bad_amount", {"currency": currency}


def day(cells: Cells, row: int, written: str) -> date | None:
    plain = written.translate(SIGNS)
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
