"""The verbs of the ledger. Each is one act with its audit event; accounts go by their codes, sums in minor units."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from sanad.ledger.booking import Act, Booked, book
from sanad.ledger.codes import code_of
from sanad.ledger.kinds import AccountKind, TransferKind
from sanad.ledger.models import Account, Pending, Transfer
from sanad.ledger.movements import Movement, Posting, Wanted
from sanad.ledger.refusals import NotReversible, UnknownTransfer
from sanad.ledger.standing import accounts_of, not_pending
from sanad.staff.models import User


def open_account(*, currency: str, name: str, kind: AccountKind) -> str:
    """Open an account, or find the one that is open; gives its code."""
    code = code_of(currency, name, kind)
    Account.objects.get_or_create(code=code, defaults={"currency": currency, "kind": kind})
    return code


def transfer(*, id: UUID, debit: str, credit: str, amount: int, act: Act) -> Booked:
    """Move money now. Raises NotEnoughMoney."""
    return book(movements=[Movement(id, TransferKind.DIRECT, debit, credit, amount)], act=act)


def announce(*, id: UUID, debit: str, credit: str, amount: int, act: Act) -> Booked:
    """Money on its way: nobody can spend it until it is posted. Raises NotEnoughMoney."""
    return book(movements=[Movement(id, TransferKind.PENDING, debit, credit, amount)], act=act)


def reserve(*, id: UUID, account: str, to: str, amount: int, rank: int, act: Act) -> Booked:
    """Set money aside for a later payment. Raises NotEnoughMoney, UncoveredFirst."""
    return book(movements=[Wanted(id, account, to, amount, rank).movement], act=act)


def reserve_in_bulk(*, reservations: Sequence[Wanted], on: str, by: User | None, at: datetime) -> Booked:
    """Set money aside for many payments, all of them or none. Raises NotEnoughMoney, UncoveredFirst."""
    return book(movements=[one.movement for one in reservations], act=Act("ledger.reserve", on, by, at))


def post(*, id: UUID, pending: UUID, amount: int | None = None, act: Act) -> Booked:
    """A pending transfer happens: all that is left of it, or a part; the rest stays pending. Raises NotPending."""
    return _end(TransferKind.POST, id, pending, amount, act)


def post_in_bulk(*, postings: Sequence[Posting], act: Act) -> Booked:
    """Many pending transfers happen, all of them or none. Raises NotPending, UnknownTransfer."""
    looked_up = accounts_of([one.pending for one in postings if one.accounts is None])
    return book(movements=[_happening(one, looked_up) for one in postings], act=act)


def _happening(posting: Posting, looked_up: Mapping[UUID, tuple[str, str]]) -> Movement:
    accounts = posting.accounts or looked_up.get(posting.pending)
    if accounts is None:
        raise UnknownTransfer(posting.pending)
    return Movement(posting.id, TransferKind.POST, *accounts, posting.amount, pending_of=posting.pending)


def void(*, id: UUID, pending: UUID, act: Act) -> Booked:
    """What is left of a pending transfer will not happen; its money is free again. Raises NotPending."""
    return _end(TransferKind.VOID, id, pending, None, act)


def cover(*, id: UUID, pending: UUID, act: Act) -> Booked:
    """Money stands again behind a promise that had lost it. Raises NotPending, NotEnoughMoney."""
    return _end(TransferKind.COVER, id, pending, None, act)


def give_up(*, id: UUID, pending: UUID, act: Act) -> Booked:
    """A promise that had lost its money is taken off this account. Raises NotPending."""
    return _end(TransferKind.GIVE_UP, id, pending, None, act)


def reverse(*, id: UUID, of: UUID, act: Act) -> Booked:
    """Undo a transfer that moved money, by its opposite. Raises NotReversible, AlreadyReversed, NotEnoughMoney."""
    original = _transfer(of)
    if original.kind not in (TransferKind.DIRECT, TransferKind.POST) or original.reversal_of_id:
        raise NotReversible(of, original.kind)
    swapped = original.credit_account_id, original.debit_account_id
    return book(movements=[Movement(id, TransferKind.DIRECT, *swapped, original.amount, reversal_of=of)], act=act)


def _end(kind: TransferKind, id: UUID, pending: UUID, amount: int | None, act: Act) -> Booked:
    return book(movements=[_ending(kind, id, _transfer(pending), amount or _left(id, pending))], act=act)


def _ending(kind: TransferKind, id: UUID, original: Transfer, amount: int) -> Movement:
    accounts = original.debit_account_id, original.credit_account_id
    return Movement(id, kind, *accounts, amount, pending_of=original.pk)


def _transfer(id: UUID) -> Transfer:
    found = Transfer.objects.filter(pk=id).first()
    if found is None:
        raise UnknownTransfer(id)
    return found


def _left(id: UUID, pending: UUID) -> int:
    """All that is left of it; for an act that is asked for again, what it booked the first time."""
    booked = Transfer.objects.filter(pk=id).first()
    if booked:
        return booked.amount
    stands = Pending.objects.filter(pk=pending).first()
    if stands is None:
        raise UnknownTransfer(pending)
    if not stands.left:
        raise not_pending(stands)
    return stands.left
