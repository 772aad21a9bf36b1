"""What no payment explains: it stands in the books, in suspense, and is never free money."""

from collections.abc import Sequence
from uuid import NAMESPACE_URL, UUID, uuid5

from sanad.casework.payments.models import BankStatement, LineState
from sanad.casework.payments.statements.planning import Planned
from sanad.funds.models import GENERAL
from sanad.ledger.booking import Act
from sanad.ledger.codes import sibling
from sanad.ledger.kinds import AccountKind
from sanad.ledger.losses import book_loss
from sanad.ledger.services import transfer


def suspend(statement: BankStatement, plan: Sequence[Planned], *, act: Act) -> None:
    """Money that came in is received and in suspense; money that left is taken off what is held, whatever was promised:
    the last promises lose their money until it is found out where it went."""
    waiting = [one for one in plan if one.state == LineState.SUSPENSE]
    came = sum(max(one.line.amount, 0) for one in waiting)
    left = sum(max(-one.line.amount, 0) - one.from_sent for one in waiting)
    held = general_account(statement)
    if came:
        received, suspense = (sibling(held, kind) for kind in (AccountKind.RECEIVED, AccountKind.SUSPENSE))
        transfer(id=_id(statement, "came"), debit=received, credit=suspense, amount=came, act=act)
    if left:
        book_loss(id=_id(statement, "left"), account=held, amount=left, act=act, to=AccountKind.SUSPENSE)


def general_account(statement: BankStatement) -> str:
    """The money of the fund's general part: what nobody can place stands there."""
    account: str = statement.fund.parts.get(code=GENERAL).account_id
    return account


def _id(statement: BankStatement, what: str) -> UUID:
    return uuid5(NAMESPACE_URL, f"sanad:bank:{statement.pk}:{what}")
