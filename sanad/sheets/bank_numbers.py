"""Numbers of accounts and codes of banks as they are written, and whether their check digits are right."""

import re

NUMBER = re.compile(r"[A-Z0-9]{4,34}")
BANK = re.compile(r"[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?")
"""A bank's code by ISO 9362, which is often called BIC."""
IBAN = re.compile(r"[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}")


def is_iban(number: str) -> bool:
    """Whether the check digits are right (ISO 13616: the number read in base 36, modulo 97, is 1)."""
    if not IBAN.fullmatch(number):
        return False
    return int("".join(str(int(sign, 36)) for sign in number[4:] + number[:4])) % 97 == 1


def is_broken_iban(number: str) -> bool:
    """Written as an IBAN, with a wrong letter or digit in it, or two in each other's place."""
    return bool(IBAN.fullmatch(number)) and not is_iban(number)
