"""The payments of a claim as its family is told of them."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localdate

from sanad.casework.claims.models import Claim
from sanad.casework.payments.models import Payment, PaymentPart, PaymentState


@dataclass(frozen=True, slots=True)
class PaymentTold:
    """A payment, or of one that pays several claims of a household what this claim gets of it; minor units.

    `settled_on` is when the bank paid it, `confirmed_at` when the family said that it arrived, `denied_at` that it did
    not: three different facts.
    """

    reference: str
    amount: int
    currency: str
    lines: dict[str, int]
    state: str
    sent_on: date | None
    settled_on: date | None
    returned_on: date | None
    return_code: str
    confirmed_at: datetime | None
    denied_at: datetime | None


def payments_of(claim: Claim) -> list[PaymentTold]:
    """The newest first; of runs that were dropped, none."""
    parts = PaymentPart.objects.filter(claim=claim).exclude(payment__state=PaymentState.DROPPED)
    found: dict[Payment, dict[str, int]] = {}
    for one in parts.select_related("payment__run__fund").order_by("-payment", "pk"):
        lines = found.setdefault(one.payment, {})
        lines[one.line] = lines.get(one.line, 0) + one.amount
    return [_told(payment, lines) for payment, lines in found.items()]


def payment_of(claim: Claim, reference: str) -> Payment | None:
    """The payment of this number, where it pays the claim."""
    paid = Payment.objects.filter(reference=reference, parts__claim=claim).exclude(state=PaymentState.DROPPED)
    return paid.select_related("run__fund", "payee__household").distinct().first()


def _told(payment: Payment, lines: dict[str, int]) -> PaymentTold:
    sent_on = localdate(payment.sent_at) if payment.sent_at else None
    days = sent_on, payment.settled_on, payment.returned_on, payment.return_code
    said = payment.confirmed_at, payment.denied_at
    currency = payment.run.fund.currency
    return PaymentTold(payment.reference, sum(lines.values()), currency, lines, payment.state, *days, *said)
