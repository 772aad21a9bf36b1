"""Families with a reserved award and a confirmed account, and runs at each stage, for tests of payments."""

import uuid
from collections.abc import Iterable, Sequence

from sanad.casework.claims.models import Claim
from sanad.casework.payments.accounts import NewAccount
from sanad.casework.payments.models import PayeeAccount, Payment, PaymentRun
from sanad.casework.payments.services import (
    approve_run,
    confirm_account,
    export_run,
    mark_sent,
    payee_of_household,
    prepare_run,
    propose_account,
    release_run,
)
from sanad.funds.models import Fund
from sanad.funds.services import name_account
from sanad.staff.models import User
from tests.casework.families import maya, omar
from tests.casework.rounds_of_claims import LATER, RENTING_WITH_A_WRECK, claims, fund_of, issued

ENOUGH = 1_000_000_00
IBAN = "LB62099900000001001901229114"


def rana() -> User:
    """A third person of the finance office."""
    found = User.objects.filter(email="rana@example.org").first()
    return found or User.objects.create_user("rana@example.org", "Rana Saab")


def paying_fund(amount: int = ENOUGH) -> Fund:
    """A fund with this much money, that has named its own account."""
    fund = fund_of(amount)
    name_account(fund=fund, holder="Cedar Fund", number=IBAN, bank="AUDBLBBX", by=omar(), at=LATER)
    return fund


def proposed(claim: Claim, number: str = "", holder: str = "سميرة حداد", kind: str = "bank") -> PayeeAccount:
    """By Maya, for the household of the claim."""
    number = number or f"ACC{claim.pk:09}"
    account = NewAccount(kind, holder, number, "AUDBLBBX" if kind == "bank" else "")
    payee = payee_of_household(claim.household)
    return propose_account(id=uuid.uuid4(), payee=payee, account=account, by=maya(), at=LATER)


def with_accounts(families: Iterable[Claim]) -> None:
    """Each is paid into an account of its own, which Omar has confirmed."""
    for claim in families:
        confirm_account(account=proposed(claim).pk, by=omar(), at=LATER)


def reserved(count: int, amount: int = ENOUGH) -> tuple[Fund, list[Claim]]:
    """So many families with a reserved award and a confirmed account."""
    fund, families = paying_fund(amount), claims(*[RENTING_WITH_A_WRECK] * count)
    issued()
    with_accounts(families)
    return fund, families


def prepared(fund: Fund, up_to: int | None = None, by: User | None = None) -> PaymentRun:
    return prepare_run(client_id=uuid.uuid4(), fund=fund, up_to=up_to, by=by or maya(), at=LATER)


def approved_run(fund: Fund, up_to: int | None = None) -> PaymentRun:
    run = prepared(fund, up_to)
    approve_run(run=run, typed_sum=run.total, by=omar(), at=LATER)
    return run


def released(fund: Fund, up_to: int | None = None) -> PaymentRun:
    run = approved_run(fund, up_to)
    release_run(run=run, typed_sum=run.total, by=rana(), at=LATER)
    return run


def sent(fund: Fund, up_to: int | None = None) -> PaymentRun:
    run = released(fund, up_to)
    export_run(run=run, by=rana(), at=LATER)
    mark_sent(run=run, by=rana(), at=LATER)
    return run


def payments(run: PaymentRun) -> Sequence[Payment]:
    return list(Payment.objects.filter(run=run).order_by("pk"))
