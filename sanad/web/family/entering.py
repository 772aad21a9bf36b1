"""Opening a claim's page by its receipt: by number and short code, or by the letter's long secret alone."""

from datetime import datetime

from django.db import transaction

from sanad.audit.services import record
from sanad.casework.claims.codes import SECRET_SIGNS, code_fits, plain
from sanad.casework.claims.models import Receipt
from sanad.casework.claims.numbers import read_number
from sanad.casework.claims.selectors import receipt_of_number, receipt_of_secret
from sanad.web.family.throttle import begin_try


class DoesNotFit(Exception):
    """No receipt has this code; whether the claim is there is told to nobody."""


def is_secret(typed: str) -> bool:
    """Whether it is as long as the letter's secret, in whichever field it was typed."""
    return len(plain(typed)) == SECRET_SIGNS


def receipt_by_code(*, number: str, code: str, network: str, at: datetime) -> Receipt:
    """Raises WrongNumber, MustWait, DoesNotFit; the last takes the same time whether or not the claim is there."""
    stored = read_number(number)
    begun = begin_try(number=stored, network=network, at=at)
    receipt = receipt_of_number(stored)
    fits = code_fits(code, receipt.code if receipt else "")
    if receipt is None or not receipt.code or not fits:
        raise DoesNotFit(stored)
    begun.forgive()
    _note(receipt, "code", at)
    return receipt


def receipt_by_secret(*, secret: str, at: datetime) -> Receipt:
    """Raises DoesNotFit. Nobody can try 115 bits, so these tries are not counted."""
    receipt = receipt_of_secret(secret)
    if receipt is None:
        raise DoesNotFit
    _note(receipt, "secret", at)
    return receipt


def _note(receipt: Receipt, by: str, at: datetime) -> None:
    with transaction.atomic():
        record(act="family.enter", on=f"claim:{receipt.claim.number}", by=None, at=at, facts={"by": by})
