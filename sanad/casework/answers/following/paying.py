"""How long it took from money to payment, in the last runs."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Max
from django.utils.timezone import localdate

from sanad.casework.payments.models import PaymentRun, RunState
from sanad.engine.forecast import PayTime
from sanad.funds.models import Fund, Receipt, ReceiptState
from sanad.rulebook.models import Programme

LAST = 3


def pay_time(programme: Programme) -> PayTime | None:
    """From the last money that had come before a run until the bank said that the run was paid; None before the first.

    Where the bank has not said it yet, until the run was sent.
    """
    funds = Fund.objects.filter(programmes__programme=programme.key, currency=programme.currency)
    runs = PaymentRun.objects.filter(fund__in=funds, state=RunState.SENT).annotate(paid_on=Max("orders__settled_on"))
    days = list(_days(list(runs.order_by("-sent_at")[:LAST])))
    return PayTime(len(days), min(days), max(days)) if days else None


def _days(runs: list[PaymentRun]) -> Iterator[int]:
    for run in runs:
        came = _money_came(run)
        paid_on = getattr(run, "paid_on", None) or (localdate(run.sent_at) if run.sent_at else None)
        if came and paid_on:
            yield max(0, (paid_on - came).days)


def _money_came(run: PaymentRun) -> date | None:
    confirmed = Receipt.objects.filter(part__fund=run.fund_id, state=ReceiptState.CONFIRMED)
    before = confirmed.filter(decided_at__lte=run.prepared_at).aggregate(last=Max("received_on"))
    last: date | None = before["last"]
    return last
