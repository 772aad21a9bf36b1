"""The last day that an EDTF day allows: PURE. What is due "in September 2013" is overdue from 1 October on."""

import calendar
import re
from datetime import date

ONE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d{2}|XX))?)?[~?%]?")


def last_day(edtf: str) -> date | None:
    """None where no last day is said: nothing, an open end, a year that nobody gave, a season, no day of a calendar."""
    found = ONE.fullmatch(edtf.rpartition("/")[2])
    if found is None:
        return None
    year, month = int(found["year"]), int(found["month"] or 12)
    if year < 1:
        return None
    end = calendar.monthrange(year, month)[1]
    day = int(found["day"]) if found["day"] not in (None, "XX") else end
    return date(year, month, day) if 1 <= day <= end else None
