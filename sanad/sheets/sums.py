"""A sum as people and banks write it, read into minor units: never a guess where it could mean two things."""

import re

from sanad.sheets.texts import DECIMAL_SIGN, DIGITS, MINUS, THOUSANDS_SIGN, clean_text

MOST_MINOR = 10**17
"""No sum that is written is above it: a thousand billions of a currency with cents."""
ARABIC_COMMA = "،"
SIGNS = str.maketrans(
    DIGITS + MINUS + DECIMAL_SIGN + THOUSANDS_SIGN + ARABIC_COMMA, "0123456789" * 2 + "-" * len(MINUS) + ".,,"
)
SUM = re.compile(r"([+-]?) ?([0-9]+|[0-9]{1,3}(?:([, ])[0-9]{3})(?:\3[0-9]{3})*)(?:\.([0-9]+))?")


class SumRefused(ValueError):
    """What is written cannot be read one way and no other."""


class NotASum(SumRefused):
    """Not written as a sum."""


class MoreDecimals(SumRefused):
    """More decimals than the currency has, so that the point may be a sign of thousands: `1.500` in dollars."""


class AboveAll(SumRefused):
    """Above MOST_MINOR."""


def minor_of(written: str, places: int) -> int:
    """`-1,250.50`, `1 250.50` or `١٬٢٥٠٫٥٠` in minor units of a currency with so many decimals. Raises SumRefused."""
    found = SUM.fullmatch(clean_text(written).translate(SIGNS))
    if not found:
        raise NotASum(written)
    sign, whole, _, decimals = found.groups()
    if len(decimals or "") > places:
        raise MoreDecimals(written)
    digits = re.sub("[, ]", "", whole) + (decimals or "").ljust(places, "0")
    if len(digits.lstrip("0")) > len(str(MOST_MINOR)) or int(digits) > MOST_MINOR:
        raise AboveAll(written)
    return -int(digits) if sign == "-" else int(digits)
