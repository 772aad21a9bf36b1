"""The number by which the record knows a witness: drawn at random, so that it tells neither when nor in which order
somebody came, nor which of the things lodged is theirs.
"""

import secrets

from sanad.witnesses.models import Identity

DIGITS = 6


def new_pseudonym() -> str:
    while True:
        drawn = f"W-{secrets.randbelow(10**DIGITS):0{DIGITS}}"
        if not Identity.objects.filter(reference=drawn).exists():
            return drawn
