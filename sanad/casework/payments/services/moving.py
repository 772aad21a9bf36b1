"""The movements of payments that a bank statement tells of: settled, sent back, in question; part by part."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha1
from uuid import NAMESPACE_URL, UUID

from sanad.casework.payments.models import PaymentPart
from sanad.ledger.codes import sibling
from sanad.ledger.kinds import AccountKind, TransferKind
from sanad.ledger.movements import Movement

_NAMESPACE = NAMESPACE_URL.bytes

AT_ONCE = 5_000


@dataclass(frozen=True, slots=True)
class Slice:
    """A sum of one part of a payment. `account` is the part's money held."""

    part: int
    payment: int
    account: str
    amount: int


def parts_of(payments: Iterable[int]) -> dict[int, list[Slice]]:
    """By the payment's key, its parts in their order, each less what came back of it."""
    asked = sorted(set(payments))
    found: dict[int, list[Slice]] = {pk: [] for pk in asked}
    for at in range(0, len(asked), AT_ONCE):
        rows = PaymentPart.objects.filter(payment__in=asked[at : at + AT_ONCE]).order_by("payment", "pk")
        for pk, payment, account, amount, back in rows.values_list(
            "pk", "payment", "part__account", "amount", "came_back"
        ):
            if amount > back:
                found[payment].append(Slice(pk, payment, account, amount - back))
    return found


def cut(parts: Iterable[Slice], since: int, until: int) -> Iterator[Slice]:
    """What of the parts, laid one after the other, lies between the two sums."""
    before = 0
    for one in parts:
        low, high = max(since, before), min(until, before + one.amount)
        if high > low:
            yield Slice(one.part, one.payment, one.account, high - low)
        before += one.amount


def moved(slices: Iterable[Slice], out_of: AccountKind, to: AccountKind, act: str) -> Iterator[Movement]:
    """Direct transfers between two accounts of each part's fund; `act` makes the ids, the same each time."""
    for one in slices:
        debit, credit = sibling(one.account, out_of), sibling(one.account, to)
        yield Movement(movement_id(act, one.part), TransferKind.DIRECT, debit, credit, one.amount)


def movement_id(act: str, part: int) -> UUID:
    """The `uuid5` of the address `sanad:bank:ACT:PART`, in half of its time: a million are made again at once."""
    name = sha1(_NAMESPACE + f"sanad:bank:{act}:{part}".encode(), usedforsecurity=False)
    return UUID(bytes=name.digest()[:16], version=5)
