"""What was paid before: so that a round carries it into the awards that it decides anew."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.db.models import F, QuerySet

from sanad.casework.payments.models import PaymentPart, PaymentState, RunState
from sanad.rulebook.models import Programme

LEFT = (PaymentState.SENT, PaymentState.SETTLED, PaymentState.RETURNED)
OPEN_RUNS = (RunState.PREPARED, RunState.APPROVED, RunState.RELEASED)
AT_ONCE = 20_000
Row = tuple[str, str, int, date]
"""Claim number, line, minor units, day."""


def gone_parts() -> QuerySet[PaymentPart]:
    """Parts of payments that left the fund and did not come back, in whole or in part; `gone` says how much of each."""
    left = PaymentPart.objects.filter(payment__state__in=LEFT, came_back__lt=F("amount"))
    return left.annotate(gone=F("amount") - F("came_back"))


def paid_before(programme: Programme, on: date) -> Iterator[Row]:
    """Every payment to claims of the programme that left the fund and did not come back, on its way or settled.

    A payment of a later day counts as one of that day: a round decided for a day before must not pay it again.
    """
    parts: Any = gone_parts().filter(claim__programme=programme).order_by("claim__number", "line", "pk")
    rows = parts.values_list("claim__number", "line", "gone", "payment__sent_at")
    for number, line, amount, sent_at in rows.iterator(AT_ONCE):
        yield number, line, amount, min(_day(sent_at), on)


def parts_in_open_runs(programme: Programme) -> QuerySet[PaymentPart]:
    """Parts of the programme's claims that stand in a run which is neither sent nor dropped."""
    return PaymentPart.objects.filter(claim__programme=programme, payment__run__state__in=OPEN_RUNS)


def _day(at: datetime) -> date:
    return at.date()
