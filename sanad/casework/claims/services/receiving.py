"""Taking claims in: household, members, home and facts in one call, whole or not at all."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from sanad.audit.merkle import merkle_root
from sanad.audit.services import Rows, record
from sanad.casework.claims.models import Claim, State
from sanad.casework.claims.proposals import IntakeRefused, NewClaim
from sanad.casework.claims.services.intake import write_claims
from sanad.casework.claims.services.papers import IssuedReceipt, write_receipt, write_receipts
from sanad.evidence.refusals import Problem
from sanad.registry.models import Dwelling, Household
from sanad.rulebook.models import Programme
from sanad.staff.models import User

BATCH = 2_000


class AlreadyClaimed(Exception):
    """The household has a claim for this home in this programme; `number` names it."""

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number


@dataclass(frozen=True, slots=True)
class Received:
    """The claim, and its receipt to be printed; None where the claim had come in before."""

    claim: Claim
    receipt: IssuedReceipt | None


def receive_claim(*, programme: Programme, new: NewClaim, at: datetime, by: User | None) -> Received:
    """Take one claim in. Raises IntakeRefused, AlreadyClaimed, Recused, NoRules, UnknownLevel."""
    known = Claim.objects.filter(client_id=new.id).first()
    if known:
        return Received(known, None)
    try:
        return _received_one(programme, new, at, by)
    except IntegrityError as error:
        # Somebody sent the same at the same moment: what stands is the answer.
        return Received(_standing(programme, new, error), None)


@transaction.atomic
def receive_claims(
    *, programme: Programme, new: Sequence[NewClaim], source: str, at: datetime, by: User | None
) -> list[IssuedReceipt]:
    """Take many claims in at once, all or none; each gets a long secret and no short code. Those that came in before
    are left as they are, so that a list sent again adds what is new in it.

    Raises IntakeRefused, Recused, NoRules, UnknownLevel.
    """
    fresh = _not_known(new)
    if not fresh:
        return []
    claims = write_claims(programme, fresh, source, at, by)
    receipts = write_receipts(claims, at, by)
    root = merkle_root(claim.number.encode() for claim in claims)
    record(act="claim.receive", on=f"programme:{programme.key}", by=by, at=at, rows=Rows(len(claims), root))
    return receipts


@transaction.atomic
def _received_one(programme: Programme, new: NewClaim, at: datetime, by: User | None) -> Received:
    (claim,) = write_claims(programme, [new], "family", at, by)
    receipt = write_receipt(claim, at, by)
    facts = {"household": claim.household.reference, "dwelling": claim.dwelling.reference, "channel": claim.channel}
    record(act="claim.receive", on=f"claim:{claim.number}", by=by, at=at, facts=facts)
    return Received(claim, receipt)


def _standing(programme: Programme, new: NewClaim, error: IntegrityError) -> Claim:
    """The claim that was first: this very one, or another of the household for the home. Raises AlreadyClaimed."""
    known = Claim.objects.filter(client_id=new.id).first()
    if known:
        return known
    if isinstance(new.household, Household) and isinstance(new.dwelling, Dwelling):
        others = Claim.objects.filter(programme=programme, household=new.household, dwelling=new.dwelling)
        for other in others.exclude(state=State.WITHDRAWN):
            raise AlreadyClaimed(other.number)
        raise error
    raise IntakeRefused([_home_is_known()])


def _not_known(new: Sequence[NewClaim]) -> list[NewClaim]:
    ids = [one.id for one in new]
    known: set[uuid.UUID] = set()
    for start in range(0, len(ids), BATCH):
        here = Claim.objects.filter(client_id__in=ids[start : start + BATCH])
        known.update(here.values_list("client_id", flat=True))
    return [one for one in new if one.id not in known]


def _home_is_known() -> Problem:
    english = "A home of this name is registered in the building already. Choose it from the list."
    arabic = "مسكن بهذا الاسم مسجّل في المبنى من قبل. اختاروه من القائمة."
    return Problem("home_is_known", {"en": english, "ar": arabic}, "dwelling.label")
