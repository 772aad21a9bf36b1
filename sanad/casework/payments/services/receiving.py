"""The family says that its money arrived, or that it did not: a fact beside what the bank says."""

from datetime import datetime

from django.db import transaction

from sanad.audit.services import record
from sanad.casework.payments.models import Payment, PaymentState
from sanad.casework.payments.refusals import ConfirmedBefore, NotSent

WENT_OUT = (PaymentState.SENT, PaymentState.SETTLED)


@transaction.atomic
def confirm_receipt(*, payment: Payment, at: datetime) -> Payment:
    """The family says that the money arrived; said again, it stands as it was said first. Raises NotSent."""
    _say(payment, "payment.confirm", at, confirmed_at=None)
    return payment


@transaction.atomic
def deny_receipt(*, payment: Payment, at: datetime) -> Payment:
    """The family says that the money did not arrive. Raises NotSent; ConfirmedBefore where it has said that it did."""
    _say(payment, "payment.deny", at, denied_at=None, confirmed_at=None)
    if payment.confirmed_at:
        raise ConfirmedBefore(payment.reference, payment.confirmed_at)
    return payment


def _say(payment: Payment, act: str, at: datetime, **unsaid: None) -> None:
    """Write down what is said for the first time; whatever comes second changes nothing."""
    said = next(iter(unsaid))
    open_ones = Payment.objects.filter(pk=payment.pk, state__in=WENT_OUT, **unsaid)
    if open_ones.update(**{said: at}):
        record(act=act, on=f"payment:{payment.reference}", by=None, at=at)
    payment.refresh_from_db()
    if payment.state not in WENT_OUT:
        raise NotSent(payment.reference, payment.state)
