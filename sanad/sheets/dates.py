"""Texts read as days in SQL: an ISO date as text, or `!` and what is wrong."""

from sanad.sheets.sql import text
from sanad.sheets.texts import FAULT, NOT_EXACT, plain, spreadsheet_error

MIDNIGHT = r"([T ]00:00(:00(\.0+)?)?(Z|\+00(:?00)?)?)?"
YEAR_FIRST = r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})" + MIDNIGHT
YEAR_LAST = r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})" + MIDNIGHT


def date_text(cell: str) -> str:
    return plain(cell, is_iso_text(cell))


def is_iso_text(cell: str) -> str:
    return f"length({cell}) = 10 and cast(try_cast({cell} as date) as varchar) = {cell}"


def read_date(cell: str, order: str | None) -> str:
    """`order` is `day_first` or `month_first` where the mapping declares it; else 3/4/2016 is ambiguous.

    SQL over a text of `date_text`.
    """
    return (
        f"case when {cell} is null then null "
        f"when {is_iso_text(cell)} then {cell} "
        f"when {_matches(cell, YEAR_FIRST)} then {_day(cell, YEAR_FIRST, 1, 2, 3)} "
        f"when {_matches(cell, YEAR_LAST)} then {_year_last(cell, order)} "
        f"when {spreadsheet_error(cell)} then '{FAULT}spreadsheet_error' "
        f"when starts_with({cell}, '{NOT_EXACT}') then '{FAULT}not_exact' "
        f"else '{FAULT}bad_date' end"
    )


def _year_last(cell: str, order: str | None) -> str:
    day_first, month_first = _day(cell, YEAR_LAST, 3, 2, 1), _day(cell, YEAR_LAST, 3, 1, 2)
    if order:
        return day_first if order == "day_first" else month_first
    first, second = (f"cast({_part(cell, YEAR_LAST, place)} as integer)" for place in (1, 2))
    return (
        f"case when {first} > 12 or {first} = {second} then {day_first} "
        f"when {second} > 12 then {month_first} else '{FAULT}ambiguous_date' end"
    )


def _day(cell: str, pattern: str, year: int, month: int, day: int) -> str:
    iso = " || '-' || ".join(
        f"lpad({_part(cell, pattern, place)}, {width}, '0')" for place, width in ((year, 4), (month, 2), (day, 2))
    )
    return f"coalesce(cast(try_cast({iso} as date) as varchar), '{FAULT}bad_date')"


def _part(cell: str, pattern: str, place: int) -> str:
    return f"regexp_extract({cell}, {text(pattern)}, {place})"


def _matches(cell: str, pattern: str) -> str:
    return f"regexp_full_match({cell}, {text(pattern)})"
