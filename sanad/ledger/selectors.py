"""What the books say of an account."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sanad.ledger.kinds import EFFECTS, PendingState
from sanad.ledger.models import Account, Pending, Transfer
from sanad.ledger.refusals import UnknownAccount, UnknownTransfer

BOOKED = [kind for kind, effect in EFFECTS.items() if effect.posted]
"""Transfers that move money and do not only announce it."""


@dataclass(frozen=True, slots=True)
class Balance:
    """The four running sums of an account in minor units, and what of its promises lost its money."""

    debits_pending: int
    debits_posted: int
    credits_pending: int
    credits_posted: int
    uncovered: int

    @property
    def free(self) -> int:
        return self.credits_posted - self.debits_posted - self.debits_pending


def balances_of(codes: Iterable[str]) -> Mapping[str, Balance]:
    """The balances of these accounts by their codes; an account that is not open is not among them."""
    columns = ("debits_pending", "debits_posted", "credits_pending", "credits_posted", "uncovered")
    rows = Account.objects.filter(code__in=list(codes)).values_list("code", *columns)
    return {code: Balance(*sums) for code, *sums in rows}


def balance_of(code: str) -> Balance:
    """Raises UnknownAccount."""
    found = balances_of([code])
    if code not in found:
        raise UnknownAccount(code)
    return found[code]


def state_of(transfer: UUID) -> tuple[PendingState, int]:
    """How a pending transfer stands, and what is left of it."""
    pending = Pending.objects.get(pk=transfer)
    return PendingState(pending.state), pending.left


def pending_of(transfer: UUID) -> tuple[str, int]:
    """The account from which a pending transfer takes, and what is left of it. Raises UnknownTransfer."""
    found = Pending.objects.filter(pk=transfer).first()
    if found is None:
        raise UnknownTransfer(transfer)
    return found.account_id, found.left if found.state == PendingState.PENDING else 0


def uncovered_promises(account: str) -> list[UUID]:
    """Promises of this account whose money was lost, the first in the order of payment first."""
    held = Pending.objects.filter(account=account, state=PendingState.UNCOVERED)
    return list(held.order_by("transfer__event_id", "transfer__rank", "transfer__place").values_list("pk", flat=True))


def flow_until(position: int, account: str) -> Iterator[tuple[datetime, int]]:
    """What was booked on an account up to the position, with the time of each act: credits above 0, debits below."""
    booked = Transfer.objects.filter(kind__in=BOOKED, event__number__lte=position)
    for side, sign in (("credit_account", 1), ("debit_account", -1)):
        for at, amount in booked.filter(**{side: account}).values_list("event__at", "amount"):
            yield at, sign * amount
