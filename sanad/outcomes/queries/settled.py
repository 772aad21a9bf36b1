"""What the bank has paid for each claim, movement by movement, as the books stood at a position.

A movement into or out of an account of paid money carries an id that is made of the line of a bank statement, or of
the decision about one, and of the part of the payment; from these, the claim of every movement is found again.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Max, Min, Q

from sanad.casework.claims.models import Claim
from sanad.casework.payments.models import BankLine, PaymentPart, SuspenseDecision
from sanad.casework.payments.services.moving import movement_id
from sanad.ledger.kinds import AccountKind
from sanad.ledger.moved import moved_until

PAYMENTS_AT_ONCE = 1_000
"""Of more, so many rows stand at once that Python goes through all that it holds again and again for what is unused."""
Acts = Mapping[int, Sequence[tuple[str, date]]]
"""By payment, what the bank told of it: the name of the act, and the bank's own day."""


class Settled(NamedTuple):
    """Money in minor units that reached a claim, or came back from it (below 0), on the bank's day."""

    claim: int
    programme: int
    line: str
    day: date
    amount: int
    currency: str


def settled_until(position: int, of: Q) -> Iterator[Settled]:
    """Of the parts of payments that `of` selects, in no order."""
    parts: Any = PaymentPart.objects.filter(of, claim__isnull=False)
    ends = parts.aggregate(first=Min("payment"), last=Max("payment"))
    if ends["first"] is None:
        return
    programmes: dict[int, int] = {}
    for since in range(ends["first"], ends["last"] + 1, PAYMENTS_AT_ONCE):
        some = parts.filter(payment__gte=since, payment__lt=since + PAYMENTS_AT_ONCE)
        yield from _of_some(position, some, since, programmes)


def _of_some(position: int, parts: Any, since: int, programmes: dict[int, int]) -> Iterator[Settled]:
    """`programmes` by claim, each looked up once: to join them here, PostgreSQL reads all claims for every some."""
    rows = list(parts.values_list("pk", "payment", "claim", "line", "part__fund__currency"))
    unknown = {row[2] for row in rows} - programmes.keys()
    if unknown:
        programmes |= Claim.objects.filter(pk__in=unknown).values_list("pk", "programme")
    acts = _acts({"payment__gte": since, "payment__lt": since + PAYMENTS_AT_ONCE})
    told = [(movement_id(act, row[0]), row, day) for row in rows for act, day in acts.get(row[1], ())]
    for place, amount, out_of, into in moved_until(position, [id for id, _, _ in told]):
        _, (_, _, claim, line, currency), day = told[place]
        if into == AccountKind.PAID:
            yield Settled(claim, programmes[claim], line, day, amount, currency)
        elif out_of == AccountKind.PAID:
            yield Settled(claim, programmes[claim], line, day, -amount, currency)


def _acts(payments: Mapping[str, int]) -> Acts:
    found: dict[int, list[tuple[str, date]]] = defaultdict(list)
    lines: Iterable[Any] = BankLine.objects.filter(**payments).values_list("payment", "statement", "row", "day")
    for payment, statement, row, day in lines:
        found[payment].append((f"{statement}:{row}", day))
    decisions: Iterable[Any] = SuspenseDecision.objects.filter(**payments).values_list("payment", "pk", "line__day")
    for payment, decision, day in decisions:
        found[payment].append((str(decision), day))
    return found
