"""Accounts of many households at once, such as a list that a bank opened for a programme; each still by two persons."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from sanad.audit.merkle import merkle_root
from sanad.audit.services import Rows, record
from sanad.casework.payments.accounts import NewAccount
from sanad.casework.payments.models import Payee, PayeeAccount, Verdict
from sanad.casework.payments.refusals import AccountDecided, ProposedByYou
from sanad.evidence.keys import seal
from sanad.registry.models import Household
from sanad.registry.selectors import refuse_recused_from_any
from sanad.staff.models import User

BATCH = 2_000


@dataclass(frozen=True, slots=True)
class Proposed:
    """`id` is made by whoever sends it; the household is read with its key."""

    id: UUID
    household: Household
    account: NewAccount


@transaction.atomic
def propose_accounts(*, new: Sequence[Proposed], by: User, at: datetime) -> list[PayeeAccount]:
    """Write them down, all or none; nothing is paid there until another person has confirmed them.

    Raises AccountRefused, Recused; IntegrityError where one of the households has an account that waits.
    """
    refuse_recused_from_any(by, ((one.household.pk, None) for one in new))
    plain = [one.account.plain() for one in new]
    payees = _payees([one.household for one in new])
    rows = [
        PayeeAccount(
            id=one.id,
            payee=payees[one.household.pk],
            kind=account.kind,
            bank=account.bank,
            holder=seal(one.household.key, account.holder),
            number=seal(one.household.key, account.number),
            proposed_by=by,
            proposed_at=at,
        )
        for one, account in zip(new, plain, strict=True)
    ]
    written = PayeeAccount.objects.bulk_create(rows, BATCH)
    record(act="accounts.propose", on="payees", by=by, at=at, rows=_rows(written))
    return written


@transaction.atomic
def confirm_accounts(*, accounts: Sequence[PayeeAccount], by: User, at: datetime) -> None:
    """From now on these payees are paid there, all or none. Raises ProposedByYou, AccountDecided, Recused."""
    refuse_recused_from_any(by, ((one.payee.household_id, None) for one in accounts))
    for start in range(0, len(accounts), BATCH):
        _confirm(accounts[start : start + BATCH], by, at)
    record(act="accounts.confirm", on="payees", by=by, at=at, rows=_rows(accounts))


def _payees(households: Sequence[Household]) -> dict[int, Payee]:
    """By the household's key, made where it is no payee yet."""
    rows = [Payee(household=household, key=household.key) for household in households]
    Payee.objects.bulk_create(rows, BATCH, ignore_conflicts=True)
    found: dict[int, Payee] = {}
    for start in range(0, len(households), BATCH):
        some = Payee.objects.filter(household__in=households[start : start + BATCH])
        found.update({one.household_id: one for one in some if one.household_id})
    return found


def _confirm(accounts: Sequence[PayeeAccount], by: User, at: datetime) -> None:
    for own in accounts:
        if own.proposed_by_id == by.pk:
            raise ProposedByYou(str(own.pk))
    ids = [one.pk for one in accounts]
    waiting = PayeeAccount.objects.filter(pk__in=ids, decision=None)
    if waiting.update(decision=Verdict.CONFIRMED, decided_by=by, decided_at=at) != len(ids):
        others = PayeeAccount.objects.filter(pk__in=ids).exclude(decided_by=by, decided_at=at)
        raise AccountDecided(others.select_related("decided_by", "payee").order_by("pk")[0])
    payees = Payee.objects.in_bulk([one.payee_id for one in accounts])
    for one in accounts:
        payees[one.payee_id].account = one
    Payee.objects.bulk_update(payees.values(), ["account"], BATCH)


def _rows(accounts: Sequence[PayeeAccount]) -> Rows:
    return Rows(len(accounts), merkle_root(one.pk.bytes for one in accounts))
