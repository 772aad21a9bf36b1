"""Out of suspense: money that had left is held again, money that had come in is no longer received."""

from uuid import UUID, uuid5

from sanad.casework.payments.models import BankLine
from sanad.casework.payments.services.suspending import general_account
from sanad.funds.services.receiving import make_good
from sanad.ledger.booking import Act
from sanad.ledger.codes import sibling
from sanad.ledger.kinds import AccountKind
from sanad.ledger.services import transfer


def release(line: BankLine, amount: int, *, own: UUID, act: Act) -> None:
    """The money is held again by the fund's general part, for whatever is decided next."""
    held = general_account(line.statement)
    transfer(id=own, debit=sibling(held, AccountKind.SUSPENSE), credit=held, amount=amount, act=act)


def undo(line: BankLine, amount: int, *, own: UUID, act: Act) -> None:
    """What had come in stands in the books as it did before the line."""
    held = general_account(line.statement)
    suspense, received = (sibling(held, kind) for kind in (AccountKind.SUSPENSE, AccountKind.RECEIVED))
    transfer(id=own, debit=suspense, credit=received, amount=amount, act=act)


def settle_debts(line: BankLine, *, own: UUID, act: Act) -> None:
    """What is held again first makes good what was lost beyond the money."""
    held = general_account(line.statement)
    make_good(account=held, id=uuid5(own, "make_good"), by=act.by, at=act.at, on=act.on)
