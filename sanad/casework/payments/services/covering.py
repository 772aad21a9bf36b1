"""Whether a run still stands as it did when it was prepared: its money is there, and nothing of it was halted."""

from django.db.models import F, Q

from sanad.casework.allocations.stopping import stopped_in
from sanad.casework.payments.models import PaymentPart, PaymentRun
from sanad.casework.payments.refusals import MoneyIsHalted, MoneyWasLost

AT_ONCE = 20_000


def refuse_lost_money(run: PaymentRun) -> None:
    """Raises MoneyWasLost."""
    parts = PaymentPart.objects.filter(payment__run=run)
    lost = parts.exclude(transfer__pending__state="pending") | parts.filter(Q(transfer__pending__left__lt=F("amount")))
    payments = lost.values("payment").distinct().count()
    if payments:
        raise MoneyWasLost(payments)


def refuse_halted_money(run: PaymentRun) -> None:
    """Before the bank gets the file; afterwards the money is on its way. Raises MoneyIsHalted."""
    stopped = stopped_in(run.fund)
    if stopped.is_nothing:
        return
    columns = ("payment", "line", "claim__programme", "claim__dwelling__building", "payable__about")
    rows = PaymentPart.objects.filter(payment__run=run).values_list(*columns)
    halted = {
        payment
        for payment, line, programme, building, about in rows.iterator(AT_ONCE)
        if (stopped.stops_works(about) if about else stopped.stops_award(programme, line, building))
    }
    if halted:
        raise MoneyIsHalted(len(halted))
