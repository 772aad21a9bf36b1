"""Closing works before their end: what is still reserved for them is free again."""

from collections.abc import Iterator
from datetime import datetime
from uuid import uuid5

from django.db import transaction

from sanad.audit.services import record
from sanad.casework.notices.standing import hold_buildings
from sanad.casework.safety.telling import tell_the_building
from sanad.casework.works.acting import DECIDE, on_building
from sanad.casework.works.ending import close
from sanad.casework.works.models import Order, State
from sanad.casework.works.ordering import AROUND
from sanad.casework.works.proposals import reason_problems
from sanad.casework.works.reasons import Ending
from sanad.casework.works.refusals import OrderHasMoved, WorksRefused
from sanad.ledger.booking import Act, book
from sanad.ledger.kinds import TransferKind
from sanad.ledger.movements import Movement
from sanad.staff.models import User


@transaction.atomic
def close_order(*, order: Order, words: str, at: datetime, by: User) -> Order:
    """No further stage is certified; what is certified stays payable. Its halts end, and the families are told.

    Raises OrderHasMoved, WorksRefused, NotTheirs, Recused.
    """
    on_building(DECIDE, by, order.building, at.date(), order.programme)
    problems = reason_problems(words)
    if problems:
        raise WorksRefused(problems)
    hold_buildings([order.building_id])
    ordered = Order.objects.filter(pk=order.pk, state=State.ORDERED)
    done = ordered.update(state=State.CLOSED, ended_at=at, ended_by=by, reason=words.strip())
    closed = Order.objects.select_related(*AROUND).get(pk=order.pk)
    if not done:
        raise OrderHasMoved(closed)
    movements = list(_given_up(closed))
    if movements:
        book(movements=movements, act=Act("works.give_up", f"works:{closed.reference}", by, at))
    told = {"order": closed.reference, "building": closed.building.label}
    tell_the_building(closed.building, "works_closed", told, at, f"works:{closed.reference}")
    for halt in closed.halts.filter(ended_at=None):
        close(halt=halt, ending=Ending.CLOSED, words="", at=at, by=by)
    record(act="works.close", on=f"works:{closed.reference}", by=by, at=at)
    return closed


def _given_up(order: Order) -> Iterator[Movement]:
    """What is reserved for stages that nobody certified, also where a loss has uncovered it."""
    waiting = order.stages.filter(certified_at=None, transfer__isnull=False).select_related("transfer__pending")
    for number, transfer in ((stage.number, stage.transfer) for stage in waiting.order_by("number")):
        if transfer is not None:
            kind = TransferKind.VOID if transfer.pending.state == "pending" else TransferKind.GIVE_UP
            accounts = transfer.debit_account_id, transfer.credit_account_id
            id = uuid5(order.client_id, f"close {number}")
            yield Movement(id, kind, *accounts, transfer.pending.left, pending_of=transfer.pk)
