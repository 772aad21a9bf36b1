"""What was paid for each claim of a programme: on its way, settled by the bank, confirmed by the family."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from sanad.casework.payments.models import PaymentState
from sanad.casework.payments.selectors.paid import gone_parts
from sanad.rulebook.models import Programme

AT_ONCE = 20_000


@dataclass(slots=True)
class Paid:
    """Of one claim in minor units. `by_line` is what left the fund and did not come back.

    `first_on` and `last_on` are days on which the bank settled something.
    """

    by_line: dict[str, int] = field(default_factory=dict)
    on_its_way: int = 0
    settled: int = 0
    confirmed: int = 0
    unconfirmed: int = 0
    first_on: date | None = None
    last_on: date | None = None

    def add(self, line: str, amount: int, state: str, settled_on: date | None, confirmed_at: datetime | None) -> None:
        """One part of a payment. What a family confirmed has arrived, whether or not the bank has said so."""
        self.by_line[line] = self.by_line.get(line, 0) + amount
        self.confirmed += amount if confirmed_at else 0
        if state == PaymentState.SENT or settled_on is None:
            self.on_its_way += amount
            return
        self.settled += amount
        self.unconfirmed += 0 if confirmed_at else amount
        self.first_on = min(settled_on, self.first_on or settled_on)
        self.last_on = max(settled_on, self.last_on or settled_on)


def paid_of(programme: Programme) -> Mapping[int, Paid]:
    """By claim; of claims for which nothing left, nothing."""
    found: dict[int, Paid] = {}
    columns = ("claim", "line", "gone", "payment__state", "payment__settled_on", "payment__confirmed_at")
    rows = gone_parts().filter(claim__programme=programme).order_by("pk").values_list(*columns)
    for claim, *part in rows.iterator(AT_ONCE):
        found.setdefault(claim, Paid()).add(*part)
    return found
