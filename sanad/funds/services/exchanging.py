"""One currency given for another: two transfers, at a rate with its day and its source."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_EVEN, Decimal
from uuid import UUID, uuid5

from django.db import transaction

from sanad.engine.money import exponent
from sanad.funds.models import Exchange, Part
from sanad.funds.refusals import RateDoesNotFit, SameCurrency
from sanad.ledger.booking import Act, book
from sanad.ledger.codes import sibling
from sanad.ledger.kinds import AccountKind, TransferKind
from sanad.ledger.movements import Movement
from sanad.ledger.refusals import SameIdOtherContent
from sanad.staff.models import User


@dataclass(frozen=True, slots=True)
class Rate:
    """How much of the bought currency one unit of the sold one brings, on a day, by a source."""

    value: Decimal
    on: date
    source: str

    def bought(self, sold: int, sold_currency: str, bought_currency: str) -> int:
        """The sum bought in minor units, rounded to the nearest one, a half to the even."""
        shift = exponent(bought_currency) - exponent(sold_currency)
        return int((self.value * sold).scaleb(shift).quantize(Decimal(1), rounding=ROUND_HALF_EVEN))


@transaction.atomic
def exchange(
    *, id: UUID, sold_by: Part, bought_by: Part, sold: int, bought: int, rate: Rate, by: User, at: datetime
) -> Exchange:
    """Raises SameCurrency, RateDoesNotFit, NotEnoughMoney, SameIdOtherContent."""
    _check(sold_by.fund.currency, bought_by.fund.currency, sold, bought, rate)
    book(
        movements=_movements(id, sold_by.account_id, bought_by.account_id, sold, bought),
        act=_act(sold_by, rate, by, at),
    )
    given = {"sold_by": sold_by, "bought_by": bought_by, "sold": sold, "bought": bought}
    given |= {"rate": str(rate.value), "rate_on": rate.on, "source": rate.source}
    found, is_new = Exchange.objects.get_or_create(pk=id, defaults={**given, "booked_by": by, "booked_at": at})
    if not is_new and any(getattr(found, name) != value for name, value in given.items()):
        raise SameIdOtherContent(id)
    return found


def _check(sold_currency: str, bought_currency: str, sold: int, bought: int, rate: Rate) -> None:
    if sold_currency == bought_currency:
        raise SameCurrency(sold_currency)
    expected = rate.bought(sold, sold_currency, bought_currency)
    if bought != expected:
        raise RateDoesNotFit(bought, expected)


def _movements(id: UUID, seller: str, buyer: str, sold: int, bought: int) -> list[Movement]:
    away, back = sibling(seller, AccountKind.EXCHANGED), sibling(buyer, AccountKind.EXCHANGED)
    return [
        Movement(id, TransferKind.DIRECT, seller, away, sold),
        Movement(uuid5(id, "bought"), TransferKind.DIRECT, back, buyer, bought),
    ]


def _act(sold_by: Part, rate: Rate, by: User, at: datetime) -> Act:
    facts = {"part": sold_by.code, "rate": str(rate.value), "rate_on": rate.on.isoformat(), "source": rate.source}
    return Act("fund.exchange", f"fund:{sold_by.fund.code}", by, at, facts)
