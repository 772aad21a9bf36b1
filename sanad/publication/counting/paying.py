"""What was paid for each claim. Payments are not measured yet: nothing has been sent to a bank by this program."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sanad.rulebook.models import Programme

IS_MEASURED = False


@dataclass(frozen=True, slots=True)
class Paid:
    """Of one claim in minor units. `by_line` holds what is on its way and what settled; by fund the three others."""

    by_line: Mapping[str, int] = field(default_factory=dict)
    on_its_way: Mapping[str, int] = field(default_factory=dict)
    settled: Mapping[str, int] = field(default_factory=dict)
    confirmed: int = 0
    last_on: date | None = None


def paid_of(_programme: Programme) -> dict[int, Paid]:
    """By claim."""
    return {}
