"""A small set of books: one fund's money, where it comes from and where it goes."""

from datetime import UTC, datetime
from uuid import UUID, uuid4

from sanad.ledger.booking import Act, Booked
from sanad.ledger.kinds import AccountKind
from sanad.ledger.services import open_account, reserve, transfer
from sanad.staff.models import User

AT = datetime(2026, 11, 26, 9, tzinfo=UTC)
HELD, RECEIVED, PAID = "USD:fund:cedar:held", "USD:fund:cedar:received", "USD:fund:cedar:paid"


def act(name: str = "test.act", on: str = "fund:cedar", by: User | None = None) -> Act:
    return Act(act=name, on=on, by=by, at=AT)


def open_books(currency: str = "USD", name: str = "fund:cedar") -> None:
    for kind in (AccountKind.HELD, AccountKind.RECEIVED, AccountKind.PAID):
        open_account(currency=currency, name=name, kind=kind)


def receive(amount: int, id: UUID | None = None) -> Booked:
    return transfer(id=id or uuid4(), debit=RECEIVED, credit=HELD, amount=amount, act=act("fund.receive"))


def set_aside(amount: int, id: UUID | None = None, rank: int = 1) -> UUID:
    made = id or uuid4()
    reserve(id=made, account=HELD, to=PAID, amount=amount, rank=rank, act=act("award.reserve"))
    return made
