"""The sums of an award and of its payments, in whole minor units."""

from dataclasses import dataclass, fields
from datetime import date, datetime

from sanad.casework.answers.told.words import Words


@dataclass(frozen=True, slots=True)
class MoneyTold:
    """`awarded = paid + on_its_way + reserved + due_unfunded + not_yet_due`; what was paid beyond stands apart."""

    awarded: int
    paid: int
    on_its_way: int
    reserved: int
    due_unfunded: int
    not_yet_due: int
    overpaid: int = 0

    @property
    def owed(self) -> int:
        """What of the award has not been paid, due or not."""
        return self.awarded - self.paid


@dataclass(frozen=True, slots=True)
class LineSum:
    line: str
    label: Words
    amount: int


@dataclass(frozen=True, slots=True)
class PaymentTold:
    """One payment. `state`: prepared, sent, settled, returned or dropped; what the family said of it stands apart."""

    reference: str
    amount: int
    currency: str
    lines: tuple[LineSum, ...]
    state: str
    sent_on: date | None = None
    settled_on: date | None = None
    returned_on: date | None = None
    confirmed_at: datetime | None = None
    denied_at: datetime | None = None

    @property
    def may_be_confirmed(self) -> bool:
        """Whether the family is asked if it arrived."""
        return self.state in ("sent", "settled") and not (self.confirmed_at or self.denied_at)


def total(sums: tuple[MoneyTold, ...]) -> MoneyTold:
    """Line by line added up."""
    return MoneyTold(*(sum(getattr(one, field.name) for one in sums) for field in fields(MoneyTold)))
