"""Holds the payments against the books: what is on its way, paid and in suspense by the one is so by the other."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import F, Sum

from sanad.casework.payments.models import BankLine, PaymentPart, PaymentState
from sanad.funds.models import Fund
from sanad.funds.selectors import numbers_of_fund, numbers_of_parts

PAID = (PaymentState.SETTLED, PaymentState.RETURNED)


@dataclass(frozen=True, slots=True)
class WrongMoney:
    """A fund whose books and payments do not say the same; `what`: sent, paid or suspense; sums in minor units."""

    fund: str
    what: str
    found: int
    expected: int


def verify_payments() -> Iterator[WrongMoney]:
    for fund in Fund.objects.order_by("code"):
        numbers = numbers_of_fund(numbers_of_parts(fund.parts.all()).values())
        for what, expected in _expected(fund).items():
            found = getattr(numbers, what)
            if found != expected:
                yield WrongMoney(fund.code, what, found, expected)


def _expected(fund: Fund) -> dict[str, int]:
    lines = BankLine.objects.filter(statement__fund=fund, undecided__gt=0)
    open_lines = lines.aggregate(undecided=Sum("undecided"), taken=Sum("from_sent"))
    return {
        "sent": _gone(fund, (PaymentState.SENT,)) - (open_lines["taken"] or 0),
        "paid": _gone(fund, PAID),
        "suspense": open_lines["undecided"] or 0,
    }


def _gone(fund: Fund, states: tuple[PaymentState, ...]) -> int:
    """What left the fund by payments in these states and did not come back."""
    parts = PaymentPart.objects.filter(payment__run__fund=fund, payment__state__in=states)
    total: int | None = parts.aggregate(total=Sum(F("amount") - F("came_back")))["total"]
    return total or 0
