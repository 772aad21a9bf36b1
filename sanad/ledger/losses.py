"""Money that is gone: it is always booked, and the promises that it uncovers are moved aside in the same act."""

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID, uuid5

from django.db import transaction
from django.db.models import F

from sanad.audit.models import Event
from sanad.ledger.booking import Act, Booked, book
from sanad.ledger.codes import owner_of, sibling
from sanad.ledger.kinds import AccountKind, PendingState, TransferKind
from sanad.ledger.models import Account, Pending
from sanad.ledger.movements import Movement
from sanad.ledger.refusals import SameIdOtherContent, UnknownAccount
from sanad.ledger.services import open_account
from sanad.ledger.standing import event_of


@transaction.atomic
def book_loss(*, id: UUID, account: str, amount: int, act: Act, to: AccountKind = AccountKind.LOST) -> Booked:
    """Take what was lost off the account, whatever was promised from it.

    Promises beyond what is left lose their money, the latest act and in it the last in the order of payment first.
    What the account never held is booked as its shortfall. Nothing new is reserved until both are put right. `to` is
    where it stands from now on: lost, or in suspense until somebody has found out where it went.
    """
    act = replace(act, facts={**act.facts, "lost": amount, "account": account})
    before = event_of(id)
    if before:
        _check_same(id, before, act)
        return Booked(before, is_new=False)
    held = _locked(account, to)
    uncovering = list(_uncovering(id, held, amount))
    free = held.free + sum(movement.amount for movement in uncovering)
    return book(movements=[*uncovering, *_losing(id, held, amount, free, to)], act=act)


def _check_same(id: UUID, before: Event, act: Act) -> None:
    """What a loss uncovers depends on when it is booked, so that only its own sum and account can be the same again."""
    wanted = {"lost": act.facts["lost"], "account": act.facts["account"]}
    if before.act != act.act or not wanted.items() <= before.facts.items():
        raise SameIdOtherContent(id)


def _locked(code: str, to: AccountKind) -> Account:
    """The account, held by this transaction: nobody reserves or pays from it before the loss is booked."""
    found = Account.objects.select_for_update(no_key=True).filter(pk=code, kind=AccountKind.HELD).first()
    if found is None:
        raise UnknownAccount(code)
    for kind in (to, AccountKind.SHORTFALL):
        open_account(currency=found.currency, name=owner_of(code), kind=kind)
    return found


def _uncovering(id: UUID, held: Account, amount: int) -> Iterator[Movement]:
    missing = amount - held.free
    promises = Pending.objects.filter(account=held, state=PendingState.PENDING).select_related("transfer")
    last_first = F("transfer__rank").desc(nulls_first=True)
    for promise in promises.order_by("-transfer__event_id", last_first, "-transfer__place").iterator():
        if missing <= 0:
            return
        accounts = held.code, promise.transfer.credit_account_id
        own_id = uuid5(id, promise.pk.hex)
        yield Movement(own_id, TransferKind.UNCOVER, *accounts, promise.left, pending_of=promise.pk)
        missing -= promise.left


def _losing(id: UUID, held: Account, amount: int, free: int, to: AccountKind) -> Iterator[Movement]:
    gone, shortfall = sibling(held.code, to), sibling(held.code, AccountKind.SHORTFALL)
    taken = min(amount, free)
    if taken:
        yield Movement(id, TransferKind.DIRECT, held.code, gone, taken)
    if amount > taken:
        own_id = uuid5(id, AccountKind.SHORTFALL) if taken else id
        yield Movement(own_id, TransferKind.DIRECT, shortfall, gone, amount - taken)
