"""Whether the money behind a run still stands as it did when the run was prepared."""

from django.db.models import F, Q

from sanad.casework.payments.models import PaymentPart, PaymentRun
from sanad.casework.payments.refusals import MoneyWasLost


def refuse_lost_money(run: PaymentRun) -> None:
    """Raises MoneyWasLost."""
    parts = PaymentPart.objects.filter(payment__run=run)
    lost = parts.exclude(transfer__pending__state="pending") | parts.filter(Q(transfer__pending__left__lt=F("amount")))
    payments = lost.values("payment").distinct().count()
    if payments:
        raise MoneyWasLost(payments)
