"""The money of an award, line by line: awarded = paid + reserved + due without money + not yet due."""

from collections.abc import Mapping
from dataclasses import dataclass

from sanad.casework.allocations.selectors import reserved_of
from sanad.casework.awards.models import Award


@dataclass(frozen=True, slots=True)
class LineMoney:
    """One line in minor units. What is due now is known of the whole award only."""

    line: str
    awarded: int
    reserved: int


@dataclass(frozen=True, slots=True)
class AwardMoney:
    """The award in minor units; the four parts add up to `awarded`."""

    lines: tuple[LineMoney, ...]
    awarded: int
    paid: int
    reserved: int
    due_unfunded: int
    not_yet_due: int


def money_of(award: Award) -> AwardMoney:
    """Of an award that has a sum. Payments begin with the payment runs, so nothing is paid before the first."""
    reserved: Mapping[str, int] = reserved_of(award)
    lines = tuple(LineMoney(one.line, one.amount or 0, reserved.get(one.line, 0)) for one in award.lines.order_by("pk"))
    whole, due, held = award.net or 0, award.due_now or 0, sum(reserved.values())
    return AwardMoney(lines, whole, 0, held, due - held, whole - due)
