"""Why the ledger refuses: each says what, where, and what stands in the way."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


class LedgerRefused(Exception):
    """Nothing was booked."""

    def __str__(self) -> str:
        found = ", ".join(f"{name}={value}" for name, value in vars(self).items())
        return f"{type(self).__name__}: {type(self).__doc__} ({found})"


class NothingToBook(LedgerRefused):
    """An act without a movement is no act."""


@dataclass(eq=False)
class UnknownAccount(LedgerRefused):
    """Open the account first."""

    code: str


@dataclass(eq=False)
class UnknownTransfer(LedgerRefused):
    """No such transfer was booked, or it is none that could be pending."""

    id: UUID


@dataclass(eq=False)
class BadMovement(LedgerRefused):
    """The transfer cannot be: `reason` is one of the codes of `sanad.ledger.checks`."""

    id: object
    reason: str


@dataclass(eq=False)
class SameIdOtherContent(LedgerRefused):
    """This id was booked before with other accounts, another amount or in another act; make a new id."""

    id: UUID


@dataclass(eq=False)
class NotEnoughMoney(LedgerRefused):
    """The account does not hold what is asked; all sums in minor units of its currency."""

    account: str
    asked: int
    free: int

    @property
    def missing(self) -> int:
        return self.asked - self.free


@dataclass(eq=False)
class UncoveredFirst(LedgerRefused):
    """Promises of this account lost their money; decide about them (cover or give up) before new ones are made."""

    account: str
    uncovered: int


@dataclass(eq=False)
class ShortfallFirst(LedgerRefused):
    """More was lost than the account held; what comes in makes that good before anything is promised again."""

    account: str
    shortfall: int


@dataclass(eq=False)
class NotPending(LedgerRefused):
    """Somebody was quicker, or the part asked is more than what is left: `act`, `by` and `at` say who decided what."""

    id: UUID
    state: str
    left: int
    act: str
    by: str
    at: datetime


@dataclass(eq=False)
class AlreadyReversed(LedgerRefused):
    """A transfer is reversed once."""

    id: UUID
    act: str
    by: str
    at: datetime


@dataclass(eq=False)
class NotReversible(LedgerRefused):
    """Only money that moved is reversed, and a reversal is not reversed itself: book the transfer anew."""

    id: UUID
    kind: str
