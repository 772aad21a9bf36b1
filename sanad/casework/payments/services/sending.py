"""The run went to the bank: its money is on its way from now on, and its families are told, in one transaction."""

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from sanad.casework.notices.services import tell_many
from sanad.casework.notices.telling import day_told, sum_told
from sanad.casework.payments.models import Payment, PaymentPart, PaymentRun, PaymentState, RunState
from sanad.casework.payments.refusals import MoneyWasLost, NotExported
from sanad.casework.payments.services.covering import refuse_lost_money
from sanad.casework.payments.states import move
from sanad.ledger.booking import Act
from sanad.ledger.codes import sibling
from sanad.ledger.kinds import AccountKind
from sanad.ledger.movements import Posting, serial_ids
from sanad.ledger.refusals import NotPending
from sanad.ledger.services import post_in_bulk
from sanad.staff.models import User

AT_ONCE = 20_000


def mark_sent(*, run: PaymentRun, by: User, at: datetime) -> None:
    """Book the exported run as sent. Raises NotExported, StateHasChanged, MoneyWasLost: nothing is booked then."""
    try:
        _sent(run, by, at)
    except NotPending:
        # A loss was booked between the look and the booking.
        refuse_lost_money(run)
        raise MoneyWasLost(1) from None


@transaction.atomic
def _sent(run: PaymentRun, by: User, at: datetime) -> None:
    if run.state == RunState.RELEASED and not run.xml_hash:
        raise NotExported(run.reference)
    move(run, to=RunState.SENT, out_of=(RunState.RELEASED,), sent_by=by, sent_at=at)
    refuse_lost_money(run)
    facts = {"payments": run.payments, "total": run.total, "file": run.xml_hash}
    post_in_bulk(postings=list(_postings(run)), act=Act("run.send", f"run:{run.reference}", by, at, facts))
    Payment.objects.filter(run=run).update(state=PaymentState.SENT, sent_at=at)
    tell_many(_notices(run, at), at=at)


def _postings(run: PaymentRun) -> Iterator[Posting]:
    rows = PaymentPart.objects.filter(payment__run=run).order_by("payment", "pk")
    named = rows.values_list("transfer_id", "amount", "part__account").iterator(AT_ONCE)
    ids = serial_ids(f"{run.reference}:sent", rows.count())
    for id, (transfer, amount, held) in zip(ids, named, strict=True):
        yield Posting(id, transfer, amount, (held, sibling(held, AccountKind.SENT)))


def _notices(run: PaymentRun, at: datetime) -> Iterator[tuple[int, str, dict[str, object]]]:
    """For each household of the run what it gets; organisations are told by their orders."""
    rows = Payment.objects.filter(run=run, payee__household__isnull=False).order_by("pk")
    day = day_told(localdate(at))
    for household, reference, amount in rows.values_list("payee__household", "reference", "amount").iterator(AT_ONCE):
        facts: dict[str, object] = {"sum": sum_told(amount, run.fund.currency), "reference": reference, "on": day}
        yield household, "payment_sent", facts
