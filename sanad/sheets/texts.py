"""Texts of cells made plain in SQL: no invisible marks, no spaces at the ends, digits of every script as 0-9.

A read text that begins with `!` names what is wrong with the cell: `!bad_number`.
"""

import unicodedata

from sanad.sheets.sql import text

FAULT = "!"
NOT_EXACT = "≈"
"""Begins a text that stands for a number which the spreadsheet no longer held exactly."""

INVISIBLE = "".join(
    chr(code) for code in (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0x061C, 0xFEFF, 0xAD)
)
SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
ENDS = " \t\r\n\v\f"
DIGITS = "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹"
MINUS = "\u2212\ufe63\uff0d"
DECIMAL_SIGN, THOUSANDS_SIGN = "٫", "٬"
ERRORS = (
    "#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!",
    "#UNKNOWN!", "#BUSY!", "#CONNECT!", "#GETTING_DATA",
)  # fmt: skip
_TO_REMOVE = str.maketrans("", "", INVISIBLE)
_TO_SPACE = str.maketrans(SPACES, " " * len(SPACES))


def clean_text(cell: str) -> str:
    """What `clean` does, for a single text."""
    return cell.translate(_TO_REMOVE).translate(_TO_SPACE).strip(ENDS)


def is_readable(text: str) -> bool:
    """Whether every sign can be stored and printed: no control signs, line ends, halves of signs, private ones."""
    return all(unicodedata.category(sign) not in ("Cc", "Cs", "Co", "Cn", "Zl", "Zp") for sign in text)


def clean(cell: str) -> str:
    """The visible text of a cell; NULL where there is none."""
    visible = f"strlen({cell}) = length({cell}) and ord({cell}) > 32 and ord(right({cell}, 1)) > 32"
    return _translated(cell, SPACES + INVISIBLE, " " * len(SPACES), unchanged=visible)


def plain(cell: str, unchanged: str, swap: str = "") -> str:
    """As `clean`, with digits 0-9, an ordinary minus and point; `swap` exchanges two signs, as `,.`.

    `unchanged` is a cheap test that most cells pass: those are plain already.
    """
    old = SPACES + DIGITS + MINUS + DECIMAL_SIGN + swap + INVISIBLE
    new = " " * len(SPACES) + "0123456789" * 2 + "-" * len(MINUS) + "." + swap[::-1]
    plain_signs = f"translate({cell}, {text(swap)}, {text(swap[::-1])})" if swap else cell
    return _translated(cell, old, new, unchanged, plain_signs)


def spreadsheet_error(cell: str) -> str:
    return f"starts_with({cell}, '#') and upper({cell}) in ({', '.join(text(error) for error in ERRORS)})"


def _translated(cell: str, old: str, new: str, unchanged: str, plain_signs: str | None = None) -> str:
    """Texts of one byte a sign have nothing but `plain_signs` to change; that is most of them, and much cheaper."""
    changed = f"translate({cell}, {text(old)}, {text(new)})"
    return (
        f"case when {unchanged} then {cell} "
        f"when strlen({cell}) = length({cell}) then nullif(trim({plain_signs or cell}, {_ENDS}), '') "
        f"else nullif(trim({changed}, {_ENDS}), '') end"
    )


_ENDS = "chr(32) || chr(9) || chr(10) || chr(11) || chr(12) || chr(13)"
