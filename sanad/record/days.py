"""Days as a text gives them (EDTF), held against a calendar: never more than the text says."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

DAY = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?(?:-XX)*[~?%]?")
NOT_BOUND = ("", "..")


@dataclass(frozen=True, slots=True)
class Within:
    """The first and the last day that may be meant; None where that end is open or not said."""

    first: date | None
    last: date | None


def days_of(edtf: str) -> Within | None:
    """None where the text gives no year: such a day stands nowhere on a calendar."""
    first, slash, last = edtf.partition("/")
    begins, closes = _one(first), _one(last if slash else first)
    if not (begins or closes) or (begins is None and first not in NOT_BOUND):
        return None
    if closes is None and last not in NOT_BOUND:
        return None
    return Within(begins.first if begins else None, closes.last if closes else None)


def is_past(edtf: str, today: date) -> bool:
    """Whether even the last day that may be meant lies before today; what gives no last day is never past."""
    within = days_of(edtf)
    return bool(within and within.last and within.last < today)


def _one(edtf: str) -> Within | None:
    found = DAY.fullmatch(edtf)
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        first = date(year or 1, month or 1, day or 1)
        last = date(first.year, month or 12, day or monthrange(first.year, month or 12)[1])
    except ValueError:
        return None
    return Within(first, last)
