"""What an estimate is made from."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Turn:
    """A place in the order of payment: what is due to those before it, and then to it, that no money stands behind."""

    due_before: int
    due: int

    @property
    def needed(self) -> int:
        return self.due_before + self.due


@dataclass(frozen=True, slots=True)
class Kept:
    """How an earlier pledge of a donor was kept: how many days late what came last came, and how much of it came."""

    days_late: int
    pledged: int
    arrived: int

    @property
    def on_time(self) -> bool:
        return self.days_late <= 0 and self.arrived >= self.pledged


@dataclass(frozen=True, slots=True)
class Pledge:
    """Money that a donor bound itself in writing to give and that has not come. `by` is None where no day was agreed;
    `record` holds the donor's earlier pledges.
    """

    reference: str
    donor: str
    amount: int
    by: date | None
    record: tuple[Kept, ...] = ()


@dataclass(frozen=True, slots=True)
class PayTime:
    """From money at hand to payment, in the last runs: the fewest and the most days."""

    runs: int
    least: int
    most: int
