"""What is wrong with a transfer by itself, before the database is asked."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from sanad.ledger.movements import Movement
from sanad.ledger.refusals import BadMovement, NothingToBook

MOST_MINOR = 10**18


def check(movements: Sequence[Movement]) -> None:
    """Raises NothingToBook, BadMovement."""
    if not movements:
        raise NothingToBook
    for movement in movements:
        for reason in _faults(movement):
            raise BadMovement(movement.id, reason)
    _check_once([movement.id for movement in movements], "twice_in_one_act")
    _check_once([m.pending_of for m in movements if m.pending_of], "pending_twice_in_one_act")


def check_amount(id: UUID, amount: int) -> None:
    """Raises BadMovement."""
    for reason in _amount_faults(amount):
        raise BadMovement(id, reason)


def _amount_faults(amount: int) -> Iterator[str]:
    if type(amount) is not int:
        yield "amount_is_no_integer"
    elif not 0 < amount <= MOST_MINOR:
        yield "amount_out_of_range"


def _faults(movement: Movement) -> Iterator[str]:
    yield from _amount_faults(movement.amount)
    if movement.debit == movement.credit:
        yield "same_account"
    if movement.debit[:4] != movement.credit[:4]:
        yield "two_currencies"


def _check_once(ids: Sequence[object], reason: str) -> None:
    seen: set[object] = set()
    for one in ids:
        if one in seen:
            raise BadMovement(one, reason)
        seen.add(one)
