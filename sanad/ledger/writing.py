"""Writing one act into the tables: a few statements for all its transfers, in the transaction of whoever calls."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.db import IntegrityError, connection
from django.db.models import F, Q

from sanad.audit.bulk import insert, learn_after_commit
from sanad.audit.models import Event
from sanad.ledger import statements
from sanad.ledger.codes import sibling
from sanad.ledger.kinds import EFFECTS, AccountKind
from sanad.ledger.models import Account, Entry, Pending, Transfer
from sanad.ledger.movements import Movement
from sanad.ledger.refusals import LedgerRefused, NotEnoughMoney, ShortfallFirst, UncoveredFirst, UnknownAccount


class PendingMovedOn(Exception):
    """A pending transfer of the act is no longer as the act wants it."""


def write(event: Event, movements: Sequence[Movement]) -> None:
    """Write the transfers of an event and all that follows from them.

    Raises NotEnoughMoney, UncoveredFirst, ShortfallFirst, UnknownAccount, PendingMovedOn; IntegrityError where an id
    was booked before.
    """
    _insert_transfers(event, movements)
    before = _locked_accounts(event, movements)
    _move_pendings(event, movements)
    _move_sums(event, movements, before)
    with connection.cursor() as cursor:
        cursor.execute(statements.INSERT_ENTRIES, [event.pk, event.pk])
        cursor.execute(statements.INSERT_PENDINGS, [event.pk])
    learn_after_commit(len(movements), Entry, Pending)


def _insert_transfers(event: Event, movements: Sequence[Movement]) -> None:
    rows = (_row(event, place, movement) for place, movement in enumerate(movements, start=1))
    insert(Transfer, statements.TRANSFER_COLUMNS, rows)


def _row(event: Event, place: int, movement: Movement) -> tuple[str | int | None, ...]:
    accounts = movement.debit, movement.credit
    others = _letters(movement.pending_of), _letters(movement.reversal_of)
    head = _letters(movement.id), event.pk, place, str(movement.kind)
    return (*head, *accounts, movement.amount, movement.rank, *others)


def _letters(one: UUID | None) -> str | None:
    """SQLite keeps an id as 32 letters; PostgreSQL reads the same."""
    return one.hex if one else None


def _locked_accounts(event: Event, movements: Sequence[Movement]) -> dict[str, Account]:
    """The accounts of the act as they stand, locked in one order, so that no two acts block each other."""
    own = Transfer.objects.filter(event=event)
    codes = Q(code__in=own.values("debit_account")) | Q(code__in=own.values("credit_account"))
    # The keys of the rows stay as they are (`no_key`): others may go on referring to them meanwhile.
    found = {one.code: one for one in Account.objects.select_for_update(no_key=True).filter(codes).order_by("code")}
    for movement in movements:
        for code in (movement.debit, movement.credit):
            if code not in found:
                raise UnknownAccount(code)
    return found


def _move_pendings(event: Event, movements: Sequence[Movement]) -> None:
    expected = sum(movement.pending_of is not None for movement in movements)
    if not expected:
        return
    with connection.cursor() as cursor:
        cursor.execute(statements.MOVE_PENDINGS, [event.pk])
        if cursor.rowcount != expected:
            raise PendingMovedOn


def _move_sums(event: Event, movements: Sequence[Movement], before: Mapping[str, Account]) -> None:
    try:
        with connection.cursor() as cursor:
            cursor.execute(statements.MOVE_SUMS, [event.pk, event.pk])
            moved = cursor.rowcount
    except IntegrityError:
        _tell_what_is_missing(movements, before)
        raise
    if moved != len(before):
        raise _blocked(list(before.values()))


def _blocked(accounts: Sequence[Account]) -> LedgerRefused:
    """Why an account promises nothing more at present."""
    for account in accounts:
        if account.uncovered:
            return UncoveredFirst(account.code, account.uncovered)
    short = Account.objects.filter(pk__in=[sibling(one.code, AccountKind.SHORTFALL) for one in accounts])
    lacking = short.filter(debits_posted__gt=F("credits_posted")).get()
    return ShortfallFirst(sibling(lacking.code, AccountKind.HELD), lacking.debits_posted - lacking.credits_posted)


def _tell_what_is_missing(movements: Sequence[Movement], before: Mapping[str, Account]) -> None:
    """Raises NotEnoughMoney for the first account that does not hold what the act takes."""
    for account in before.values():
        asked, free = _asked(account.code, movements), account.free
        if account.kind == AccountKind.HELD and asked > free:
            raise NotEnoughMoney(account.code, asked, free)


def _asked(code: str, movements: Sequence[Movement]) -> int:
    """By how much the act makes the account's free money less."""
    taken = sum((EFFECTS[m.kind].pending + EFFECTS[m.kind].posted) * m.amount for m in movements if m.debit == code)
    return taken - sum(EFFECTS[m.kind].posted * m.amount for m in movements if m.credit == code)
