"""Texts read as exact numbers in SQL: an integer scaled by ten to `scale`, as text, or `!` and what is wrong."""

from dataclasses import dataclass

from sanad.sheets.sql import text
from sanad.sheets.texts import FAULT, NOT_EXACT, THOUSANDS_SIGN, plain, spreadsheet_error

PLAIN = r"[+-]?[0-9]+(\.[0-9]+)?"
GROUPED = r"[+-]?[0-9]{1,3}((,[0-9]{3})+|( [0-9]{3})+|(" + THOUSANDS_SIGN + r"[0-9]{3})+)(\.[0-9]+)?"
ONE_COMMA = r"[+-]?[0-9]{1,3},[0-9]{3}"
ONE_POINT = r"[+-]?[1-9][0-9]{0,2}\."
SCIENTIFIC = r"[+-]?[0-9]+(\.[0-9]+)?[eE][+-]?[0-9]+"
NOT_FINITE = r"[+-]?(nan|inf|infinity)"
EXACT_IN_DOUBLE, EXACT_IN_FLOAT = 2**53, 2**24


@dataclass(frozen=True, slots=True)
class NumberStyle:
    """`decimal` is `comma` or `point` where it is known; otherwise a single sign before three digits may be ambiguous.

    A comma is, where the field may have three decimals; a point, where it may not.
    """

    scale: int
    decimal: str | None = None

    @property
    def too_fine(self) -> str:
        return "too_many_decimals" if self.scale else "not_whole"


def number_text(cell: str, style: NumberStyle) -> str:
    return plain(cell, is_integer_text(cell), swap=",." if style.decimal == "comma" else "")


def is_integer_text(cell: str) -> str:
    """Nearly every cell: an integer that comes back unchanged from a cast needs no pattern."""
    return f"cast(try_cast({cell} as bigint) as varchar) = {cell}"


def read_number(cell: str, style: NumberStyle) -> str:
    """SQL over a text of `number_text`."""
    return (
        f"case when {cell} is null then null "
        f"when {is_integer_text(cell)} then {cell} || {text('0' * style.scale)} "
        f"else {_read_slowly(cell, style)} end"
    )


def _read_slowly(cell: str, style: NumberStyle) -> str:
    grouped = _scaled(f"regexp_replace({cell}, '[, {THOUSANDS_SIGN}]', '', 'g')", style)
    if style.scale >= 3 and style.decimal is None:
        grouped = f"case when {_matches(cell, ONE_COMMA)} then '{FAULT}ambiguous_number' else {grouped} end"
    plain_number = _scaled(cell, style)
    if style.scale < 3 and style.decimal is None:
        ambiguous = _matches(cell, f"{ONE_POINT}[0-9]{{{style.scale}}}{'0' * (3 - style.scale)}")
        plain_number = f"case when {ambiguous} then '{FAULT}ambiguous_number' else {plain_number} end"
    return (
        f"case when {_matches(cell, PLAIN)} then {plain_number} "
        f"when {_matches(cell, GROUPED)} then {grouped} "
        f"when {spreadsheet_error(cell)} then '{FAULT}spreadsheet_error' "
        f"when starts_with({cell}, '{NOT_EXACT}') then '{FAULT}not_exact' "
        f"when {_matches(cell, SCIENTIFIC)} then '{FAULT}scientific_number' "
        f"when {_matches(f'lower({cell})', NOT_FINITE)} then '{FAULT}not_finite' "
        f"else '{FAULT}bad_number' end"
    )


def _matches(cell: str, pattern: str) -> str:
    return f"regexp_full_match({cell}, {text(pattern)})"


def _scaled(number: str, style: NumberStyle) -> str:
    """The digits of a plain number, moved by the scale; zeros at the end of its decimals do not count."""
    decimals = f"rtrim(split_part({number}, '.', 2), '0')"
    moved = f"ltrim(split_part({number}, '.', 1), '+') || rpad({decimals}, {style.scale}, '0')"
    return f"case when length({decimals}) > {style.scale} then '{FAULT}{style.too_fine}' else {moved} end"


def scaled_integer(column: str, kind: str, scale: int) -> str:
    """An integer column as BIGINT; NULL where it does not fit."""
    if kind in ("TINYINT", "SMALLINT", "INTEGER", "UTINYINT", "USMALLINT", "UINTEGER") and scale <= 9:
        return f"cast({column} as bigint) * {10**scale}"
    if kind == "BIGINT" and not scale:
        return column
    fits = (2**63 - 1) // 10**scale
    return f"case when {column} between -{fits} and {fits} then cast({column} as bigint) * {10**scale} end"


def scaled_double(column: str, scale: int) -> str:
    """A binary number as the decimal that it stands for; NULL where it stands for none exactly."""
    moved = f"round({column} * 1e{scale})"
    fits = f"isfinite({column}) and abs({column} * 1e{scale}) <= {EXACT_IN_DOUBLE}"
    # The division is rounded once, so it gives the same binary number back exactly when the decimal is meant.
    return f"case when {fits} then case when {moved} / 1e{scale} = {column} then cast({moved} as bigint) end end"


def double_fault(column: str, style: NumberStyle) -> str:
    """What is wrong with a binary number whose `scaled_double` is NULL."""
    large = f"abs({column} * 1e{style.scale}) > {EXACT_IN_DOUBLE}"
    return (
        f"case when not isfinite({column}) then 'not_finite' when {large} then 'not_exact' else '{style.too_fine}' end"
    )
