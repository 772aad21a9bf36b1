"""The sums of awards line by line, of many awards in a few readings."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from django.db.models import Sum

from sanad.casework.allocations.models import Reservation
from sanad.casework.answers.told import MoneyTold
from sanad.casework.awards.models import AwardLine
from sanad.casework.awards.selectors import payable_of_many

Lines = dict[str, int]
NOTHING: Mapping[str, int] = {}


def lines_of(awards: Iterable[int]) -> dict[int, list[AwardLine]]:
    found: dict[int, list[AwardLine]] = defaultdict(list)
    for line in AwardLine.objects.filter(award__in=list(awards)).order_by("pk"):
        found[line.award_id].append(line)
    return found


def reserved_by_line(awards: Iterable[int]) -> dict[int, Lines]:
    """By award and line, what stands reserved."""
    found: dict[int, Lines] = defaultdict(dict)
    rows = Reservation.objects.filter(award__in=list(awards), transfer__pending__state="pending")
    sums = rows.values_list("award_id", "line").annotate(Sum("transfer__pending__left")).order_by()
    for award, line, left in sums:
        found[award][line] = left
    return found


def sums_of(lines: Mapping[int, list[AwardLine]], day: date) -> dict[int, dict[str, MoneyTold]]:
    """By award and line: awarded = paid + on its way + reserved + due without money + not yet due."""
    payable, reserved = payable_of_many(lines, day), reserved_by_line(lines)
    return {
        award: {
            line.line: _money(line.amount, payable[award][line.line], reserved.get(award, NOTHING).get(line.line, 0))
            for line in own
            if line.amount is not None
        }
        for award, own in lines.items()
    }


def _money(awarded: int, payable: int, reserved: int) -> MoneyTold:
    due = max(0, payable - reserved)
    return MoneyTold(awarded, 0, 0, reserved, due, awarded - reserved - due)
