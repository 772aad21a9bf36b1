"""A run as the files of the bank are made of it: plain values, frozen with the run, so that the same bytes come out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sanad.casework.payments.models import Payment, PaymentRun
from sanad.evidence.keys import unseal

AT_ONCE = 2_000


@dataclass(frozen=True, slots=True)
class Order:
    """One payment as the bank is told of it; the amount in minor units."""

    reference: str
    holder: str
    kind: str
    number: str
    bank: str
    amount: int


@dataclass(frozen=True, slots=True)
class Head:
    """What all payments of a run have in common."""

    reference: str
    released_at: datetime
    payments: int
    total: int
    currency: str
    holder: str
    number: str
    bank: str


def head_of(run: PaymentRun, released_at: datetime) -> Head:
    own = run.holder, run.account_number, run.bank
    return Head(run.reference, released_at, run.payments, run.total, run.fund.currency, *own)


def orders_of(run: PaymentRun) -> Iterator[Order]:
    """In the order of their references. Raises KeyIsDestroyed."""
    rows = Payment.objects.filter(run=run).select_related("payee__key", "account").order_by("pk")
    for one in rows.iterator(AT_ONCE):
        key, account = one.payee.key, one.account
        holder, number = unseal(key, account.holder), unseal(key, account.number)
        yield Order(one.reference, holder, account.kind, number, account.bank, one.amount)
