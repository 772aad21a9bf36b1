"""Works asks for money: a sum out of what was set aside for an order, to be paid to whoever did the work."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from sanad.audit.services import record
from sanad.casework.payments.models import Payable, Payee, PaymentPart
from sanad.casework.payments.refusals import SameIdOther, UnknownPending
from sanad.funds.models import Part
from sanad.ledger.refusals import UnknownTransfer
from sanad.ledger.selectors import pending_of
from sanad.staff.models import User


@transaction.atomic
def ask_to_pay(
    *, id: UUID, payee: Payee, part: Part, transfer: UUID, amount: int, about: str, by: User | None, at: datetime
) -> Payable:
    """Ask that the next run of the part's fund pays this sum out of a pending transfer from `held` to `sent`.

    `about` is the reference of what it is for. Asked again with the same id, it answers with what stands. Raises
    UnknownPending, SameIdOther.
    """
    given = {"payee": payee, "part": part, "transfer_id": transfer, "amount": amount, "about": about}
    found = Payable.objects.filter(pk=id).first()
    if found:
        if any(getattr(found, name) != value for name, value in given.items()):
            raise SameIdOther(id)
        return found
    _check(part, transfer, amount)
    payable = Payable.objects.create(id=id, **given, asked_by=by, asked_at=at)
    facts = {"payable": str(id), "amount": amount, "about": about}
    record(act="payable.ask", on=f"fund:{part.fund.code}", by=by, at=at, facts=facts)
    return payable


def _check(part: Part, transfer: UUID, amount: int) -> None:
    """All that was asked of the transfer and is in no sent run stays within what is left of it."""
    try:
        account, left = pending_of(transfer)
    except UnknownTransfer:
        raise UnknownPending(transfer, amount, 0) from None
    asked = amount + sum(_unsent(transfer))
    if account != part.account_id or asked > left:
        raise UnknownPending(transfer, asked, left)


def _unsent(transfer: UUID) -> list[int]:
    sent = PaymentPart.objects.filter(transfer=transfer, payable__isnull=False, payment__sent_at__isnull=False)
    waiting = Payable.objects.filter(transfer=transfer).exclude(pk__in=sent.values("payable"))
    return list(waiting.values_list("amount", flat=True))
