"""Money leaves a fund for no family: back to the donor, to the bank for its services, or lost."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from sanad.funds.models import Outflow, OutflowKind, Part
from sanad.ledger import losses
from sanad.ledger.booking import Act
from sanad.ledger.codes import sibling
from sanad.ledger.kinds import AccountKind
from sanad.ledger.refusals import SameIdOtherContent
from sanad.ledger.services import transfer
from sanad.staff.models import User


@transaction.atomic
def return_money(*, id: UUID, part: Part, amount: int, reference: str, reason: str, by: User, at: datetime) -> Outflow:
    """Give money back to the donor. Raises NotEnoughMoney: what is reserved is not given back."""
    return _leave(Outflow(id=id, part=part, kind=OutflowKind.RETURNED, amount=amount, reason=reason), reference, by, at)


@transaction.atomic
def pay_fees(*, id: UUID, part: Part, amount: int, reference: str, reason: str, by: User, at: datetime) -> Outflow:
    """Pay what the bank asks. Raises NotEnoughMoney: what is reserved does not pay fees."""
    return _leave(Outflow(id=id, part=part, kind=OutflowKind.FEES, amount=amount, reason=reason), reference, by, at)


@transaction.atomic
def book_loss(*, id: UUID, part: Part, amount: int, reference: str, reason: str, by: User, at: datetime) -> Outflow:
    """Money was lost outside: it is booked whatever was promised; promises beyond what is left lose their money."""
    outflow = Outflow(id=id, part=part, kind=OutflowKind.LOST, amount=amount, reason=reason)
    losses.book_loss(id=id, account=part.account_id, amount=amount, act=_act(outflow, reference, by, at))
    return _written(outflow, reference, by, at)


def _leave(outflow: Outflow, reference: str, by: User, at: datetime) -> Outflow:
    account = outflow.part.account_id
    to = sibling(account, AccountKind(outflow.kind))
    transfer(id=outflow.pk, debit=account, credit=to, amount=outflow.amount, act=_act(outflow, reference, by, at))
    return _written(outflow, reference, by, at)


def _act(outflow: Outflow, reference: str, by: User, at: datetime) -> Act:
    facts = {"part": outflow.part.code, "amount": outflow.amount, "reference": reference}
    return Act(f"fund.{outflow.kind}", f"fund:{outflow.part.fund.code}", by, at, facts)


def _written(outflow: Outflow, reference: str, by: User, at: datetime) -> Outflow:
    """The row beside the transfer; asked for again, the one that stands. Raises SameIdOtherContent."""
    given = {name: getattr(outflow, name) for name in ("part", "kind", "amount", "reason")}
    given |= {"reference": reference}
    found, is_new = Outflow.objects.get_or_create(pk=outflow.pk, defaults={**given, "booked_by": by, "booked_at": at})
    if not is_new and any(getattr(found, name) != value for name, value in given.items()):
        raise SameIdOtherContent(outflow.pk)
    return found
