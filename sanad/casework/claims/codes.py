"""The short code and the long secret by which a family signs in for its claim."""

import hmac
import secrets

from django.contrib.auth.hashers import check_password, make_password

from sanad.evidence.sealing import secret_for
from sanad.registry.texts import LATIN_DIGITS
from sanad.sheets.texts import clean_text

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's: without the letters that are taken for digits or for each other."""

CODE_SIGNS, SECRET_SIGNS = 10, 23
HYPHENS = "-\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d\u0640_."
"""What telephones make of a hyphen; also the stroke by which Arabic stretches words."""

READ_AS = str.maketrans("OILU", "011V", f" {HYPHENS}")


def new_code() -> str:
    """50 bits: kept under Argon2 only, and tried a few times only."""
    return _drawn(CODE_SIGNS)


def new_secret() -> str:
    """115 bits: nobody can try them all, so a keyed hash is enough, and finds the claim at once."""
    return _drawn(SECRET_SIGNS)


def hashed_secret(secret: str) -> str:
    return hmac.digest(secret_for("claim secrets"), plain(secret).encode(), "sha256").hex()


def hashed_code(code: str) -> str:
    return make_password(plain(code))


def code_fits(code: str, hashed: str) -> bool:
    """Takes the same time whether or not there is a code to compare with."""
    return check_password(plain(code), hashed or _NO_CODE)


def in_groups(signs: str) -> str:
    """As printed: groups of five, which people copy without losing their place."""
    return "-".join(signs[at : at + 5] for at in range(0, len(signs), 5))


def plain(typed: str) -> str:
    """The signs alone, however they were typed: groups, small letters, digits of either script, letters like digits."""
    return clean_text(typed).translate(LATIN_DIGITS).upper().translate(READ_AS)


def _drawn(signs: int) -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(signs))


_NO_CODE = make_password(new_code())
