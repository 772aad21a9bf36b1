"""Receipts and evidence files of a claim."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO

from django.db import transaction

from sanad.audit.services import record
from sanad.casework.claims import codes
from sanad.casework.claims.models import Claim, ClaimFile, Receipt
from sanad.evidence.services import keep_file
from sanad.registry.selectors import refuse_recused
from sanad.staff.models import User


@dataclass(frozen=True, slots=True)
class IssuedReceipt:
    """What is printed once and stored nowhere. `code` is empty where only the long secret was made."""

    number: str
    code: str
    secret: str


def write_receipts(claims: Sequence[Claim], at: datetime, by: User | None) -> list[IssuedReceipt]:
    """A long secret for each claim."""
    secrets = [codes.new_secret() for _ in claims]
    rows = [
        Receipt(claim=claim, secret=codes.hashed_secret(secret), issued_at=at, issued_by=by)
        for claim, secret in zip(claims, secrets, strict=True)
    ]
    Receipt.objects.bulk_create(rows, 2_000)
    return [IssuedReceipt(claim.number, "", secret) for claim, secret in zip(claims, secrets, strict=True)]


def write_receipt(claim: Claim, at: datetime, by: User | None) -> IssuedReceipt:
    """A long secret, and a short code beside it."""
    code, secret = codes.new_code(), codes.new_secret()
    Receipt.objects.create(
        claim=claim,
        secret=codes.hashed_secret(secret),
        code=codes.hashed_code(code),
        issued_at=at,
        issued_by=by,
    )
    return IssuedReceipt(claim.number, code, secret)


@transaction.atomic
def renew_receipt(*, claim: Claim, at: datetime, by: User) -> IssuedReceipt:
    """A new code and secret, where the receipt was lost; the old ones open nothing any more."""
    refuse_recused(by, household=claim.household, building=claim.dwelling.building)
    Receipt.objects.filter(claim=claim, ended_at=None).update(ended_at=at)
    receipt = write_receipt(claim, at, by)
    record(act="claim.receipt", on=f"claim:{claim.number}", by=by, at=at)
    return receipt


@transaction.atomic
def attach_file(
    *, claim: Claim, id: uuid.UUID, file: BinaryIO, name: str, about: str, at: datetime, by: User | None
) -> ClaimFile:
    """Keep a file under the household's key, for this claim; sent twice, it is attached once.

    Raises FileRefused, FileIsAnothers, KeyIsDestroyed.
    """
    refuse_recused(by, household=claim.household, building=claim.dwelling.building)
    kept = keep_file(id=id, key=claim.household.key, file=file, name=name, at=at, by=by)
    found, is_new = ClaimFile.objects.get_or_create(
        file=kept, defaults={"claim": claim, "about": about, "attached_at": at, "attached_by": by}
    )
    if is_new:
        record(act="claim.attach", on=f"claim:{claim.number}", by=by, at=at, facts={"file": str(id), "about": about})
    return found
