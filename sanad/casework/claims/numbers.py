"""Claim numbers: a check digit finds every wrong digit and every two neighbours that were swapped."""

import re

from sanad.casework.claims.codes import HYPHENS
from sanad.evidence.refusals import Refused, Sayings, problem
from sanad.registry.numbering import take
from sanad.registry.texts import LATIN_DIGITS
from sanad.sheets.texts import clean_text

# Damm's table: of all check digits it is the one that needs no letters and finds both kinds of slip.
TABLE = (
    "0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
    "3674209581", "5869720134", "8945362017", "9438617205", "2581436790",
)  # fmt: skip
FORM = re.compile(r"([A-Z]{2,5})([0-9]{6,})([0-9])")
BETWEEN = str.maketrans("", "", f" {HYPHENS}")

SAYINGS: Sayings = {
    "no_number": (
        "A claim number looks like SSP-004117-6: letters, digits and one last digit. It stands on the receipt.",
        "رقم الطلب مثل SSP-004117-6: أحرف ثم أرقام ثم رقم أخير. تجدونه على الإيصال.",
    ),
    "wrong_digit": (
        "One digit of {number} is wrong, or two stand in each other's place. Compare it with the receipt.",
        "في الرقم {number} رقم خاطئ أو رقمان متبادلان. قارنوه بالإيصال.",
    ),
}


class WrongNumber(Refused):
    def __init__(self, code: str, number: str) -> None:
        super().__init__([problem(SAYINGS, code, "number", number=number)])


def check_digit(digits: str) -> str:
    interim = 0
    for digit in digits:
        interim = int(TABLE[interim][int(digit)])
    return str(interim)


def claim_number(prefix: str, serial: int) -> str:
    digits = f"{serial:06}"
    return f"{prefix}-{digits}-{check_digit(digits)}"


def next_numbers(prefix: str, count: int) -> list[str]:
    return [claim_number(prefix, serial) for serial in take(f"claim {prefix}", count)]


def read_number(typed: str) -> str:
    """The number as it is stored, from what somebody typed. Raises WrongNumber."""
    text = clean_text(typed).translate(LATIN_DIGITS).upper().translate(BETWEEN)
    found = FORM.fullmatch(text)
    if not found:
        raise WrongNumber("no_number", clean_text(typed)[:40])
    prefix, digits, last = found.groups()
    if check_digit(digits) != last:
        raise WrongNumber("wrong_digit", f"{prefix}-{digits}-{last}")
    return f"{prefix}-{digits}-{last}"
