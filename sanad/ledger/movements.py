"""What the ledger is asked to book, and the one hash of it all that stands in the act's event."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import NAMESPACE_URL, UUID, uuid5

from sanad.audit.merkle import merkle_root
from sanad.audit.services import Rows
from sanad.ledger.kinds import TransferKind

SERIAL_BITS = 32


@dataclass(frozen=True, slots=True)
class Movement:
    """One transfer to book; accounts by their codes, the amount in minor units."""

    id: UUID
    kind: TransferKind
    debit: str
    credit: str
    amount: int
    rank: int | None = None
    pending_of: UUID | None = None
    reversal_of: UUID | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """A sum to set aside from an account for a later payment to another; `rank` is its place in the order of payment.

    After a loss the last act and the greatest rank are uncovered first.
    """

    id: UUID
    account: str
    to: str
    amount: int
    rank: int

    @property
    def movement(self) -> Movement:
        return Movement(self.id, TransferKind.PENDING, self.account, self.to, self.amount, self.rank)


@dataclass(frozen=True, slots=True)
class Posting:
    """A pending transfer that now happens, in whole or in part.

    `accounts` are those of the pending transfer, debit and credit, where the caller has them at hand: of 200,000 they
    need not be looked up then. Wrong ones are refused.
    """

    id: UUID
    pending: UUID
    amount: int
    accounts: tuple[str, str] | None = None


def serial_ids(name: str, count: int) -> Iterator[UUID]:
    """Ids for the transfers of one act, the same each time for its name and one after the other: the database writes
    such ones at the end of its indexes, three times as fast as ids without an order."""
    first = uuid5(NAMESPACE_URL, f"sanad:{name}").int >> SERIAL_BITS << SERIAL_BITS
    return (UUID(int=first + at) for at in range(count))


def root_of(movements: Sequence[Movement]) -> Rows:
    """How many and the Merkle root over them, in their order."""
    return Rows(len(movements), merkle_root(leaf(movement) for movement in movements))


def leaf(movement: Movement) -> bytes:
    parts = (
        movement.id.hex,
        movement.kind,
        movement.debit,
        movement.credit,
        str(movement.amount),
        "" if movement.rank is None else str(movement.rank),
        movement.pending_of.hex if movement.pending_of else "",
        movement.reversal_of.hex if movement.reversal_of else "",
    )
    return "|".join(parts).encode()
