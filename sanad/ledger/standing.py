"""What the books already hold of an act: who was first, and what stands in its way."""

from collections.abc import Iterator, Sequence
from itertools import islice
from uuid import UUID

from sanad.audit.models import Event
from sanad.ledger.kinds import NEEDED_STATE, PendingState, Side, TransferKind
from sanad.ledger.models import Pending, Transfer
from sanad.ledger.movements import Movement
from sanad.ledger.refusals import AlreadyReversed, LedgerRefused, NotPending, UnknownTransfer

AT_ONCE = 5_000
"""So many ids are asked for in one query."""


def event_of(transfer: UUID) -> Event | None:
    found = Transfer.objects.select_related("event").filter(pk=transfer).first()
    return found.event if found else None


def known_id(movements: Sequence[Movement]) -> UUID | None:
    return next(iter(accounts_of([movement.id for movement in movements])), None)


def accounts_of(ids: Sequence[UUID]) -> dict[UUID, tuple[str, str]]:
    """Of the transfers with these ids, the accounts of debit and credit."""
    columns = ("id", "debit_account_id", "credit_account_id")
    return {
        id: (debit, credit)
        for part in _parts(ids)
        for id, debit, credit in Transfer.objects.filter(pk__in=part).values_list(*columns)
    }


def _parts(ids: Sequence[UUID]) -> Iterator[list[UUID]]:
    waiting = iter(ids)
    while part := list(islice(waiting, AT_ONCE)):
        yield part


def already_reversed(movements: Sequence[Movement]) -> AlreadyReversed | None:
    wanted = [movement.reversal_of for movement in movements if movement.reversal_of]
    found = Transfer.objects.select_related("event__by").filter(reversal_of__in=wanted).first()
    if found is None:
        return None
    event = found.event
    return AlreadyReversed(wanted[0], event.act, str(event.by or ""), event.at)


def moved_on(movements: Sequence[Movement]) -> LedgerRefused:
    """Which pending transfer is not as the act wants it, and who made it so."""
    acting = {movement.pending_of: movement for movement in movements if movement.pending_of}
    for part in _parts(list(acting)):
        stands = Pending.objects.in_bulk(part)
        for pending in part:
            if pending not in stands:
                return UnknownTransfer(pending)
            if not _fits(stands[pending], acting[pending]):
                return not_pending(stands[pending])
    return not_pending(stands[part[0]])


def _fits(pending: Pending, movement: Movement) -> bool:
    is_part = movement.kind == TransferKind.POST and movement.amount < pending.left
    needed: PendingState = NEEDED_STATE[movement.kind]
    return pending.state == needed and (is_part or movement.amount == pending.left)


def not_pending(pending: Pending) -> NotPending:
    """The answer to whoever came second: who decided what, and when."""
    acted = Transfer.objects.select_related("event__by").filter(pending_of=pending.pk, entries__side=Side.DEBIT)
    own = acted.order_by("-entries__version").first()
    event = (own or pending.transfer).event
    return NotPending(pending.pk, pending.state, pending.left, event.act, str(event.by or ""), event.at)
