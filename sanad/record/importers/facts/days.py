"""A day of a table, as EDTF: never one that no calendar has, and never nearer than the row itself means it."""

import re

from sanad.record.days import days_of
from sanad.record.importers.facts.faults import RowRefused

DAY = r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?[~?%]?"
EDTF = re.compile(rf"{DAY}(?:/{DAY})?")
MONTH = len("2025-05")


def day_in(words: str, column: str) -> str:
    """Raises RowRefused: not_a_day."""
    if not EDTF.fullmatch(words) or days_of(words) is None:
        raise RowRefused("not_a_day", column, value=words[:40])
    return words


def month_of(day: str) -> str:
    """Of a row that says that only the month is meant."""
    return day[:MONTH]
