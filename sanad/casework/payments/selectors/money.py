"""The money of an award, line by line: awarded = paid + on its way + reserved + due without money + not yet due.

Payments under earlier versions of the claim's award count. What was paid beyond the award is `overpaid`, beside it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from django.db.models import F, Sum

from sanad.audit.built_once import built_once
from sanad.casework.allocations.selectors import reserved_of_many
from sanad.casework.awards.models import Award
from sanad.casework.awards.selectors import LineAmounts, amounts_of_many
from sanad.casework.payments.models import PaymentState
from sanad.casework.payments.selectors.paid import gone_parts

EVERY_DAY = date.max
"""All that was found to have fallen due until today is written down, and nothing of a later day is."""


class HasSum(Protocol):
    """An award, or as much of it as its money needs."""

    @property
    def pk(self) -> int: ...
    @property
    def claim_id(self) -> int: ...
    @property
    def net(self) -> int | None: ...


@dataclass(frozen=True, slots=True)
class LineMoney:
    """One line in minor units; its five parts add up to `awarded`."""

    line: str
    awarded: int
    paid: int
    on_its_way: int
    reserved: int
    due_unfunded: int
    not_yet_due: int
    overpaid: int


@dataclass(frozen=True, slots=True)
class AwardMoney:
    """The award in minor units: each sum is that of its lines, and `due_unfunded` what is owed and has no money."""

    lines: tuple[LineMoney, ...]
    awarded: int
    paid: int
    on_its_way: int
    reserved: int
    due_unfunded: int
    not_yet_due: int
    overpaid: int


@dataclass(frozen=True, slots=True)
class _Gone:
    """What left the fund for a line: of which the bank says that it was paid, and what is on its way."""

    settled: int = 0
    sent: int = 0


NO_AMOUNTS = LineAmounts(0, 0)
_sums_gone = built_once(
    lambda claims: (
        gone_parts()
        .filter(claim__in=claims)
        .values("claim", "line", "payment__state")
        .annotate(total=Sum(F("gone")))
        .order_by("line")
    )
)


def money_of(award: Award) -> AwardMoney:
    """Of an award that has a sum."""
    return money_of_many([award])[award.pk]


def money_of_many(awards: Iterable[HasSum]) -> dict[int, AwardMoney]:
    """By award: the same, of many in as many readings as of one."""
    asked = list(awards)
    keys = [award.pk for award in asked]
    gone, reserved = _gone(award.claim_id for award in asked), reserved_of_many(keys)
    amounts = amounts_of_many(keys, EVERY_DAY)
    return {
        award.pk: _whole(award, _lines(amounts.get(award.pk, {}), gone[award.claim_id], reserved.get(award.pk, {})))
        for award in asked
    }


def _lines(
    amounts: Mapping[str, LineAmounts], gone: Mapping[str, _Gone], reserved: Mapping[str, int]
) -> tuple[LineMoney, ...]:
    """Lines of earlier awards for which something was paid stand at the end."""
    names = [*amounts, *(line for line in gone if line not in amounts)]
    return tuple(
        _line(name, amounts.get(name, NO_AMOUNTS), gone.get(name, _Gone()), reserved.get(name, 0)) for name in names
    )


def _line(name: str, amounts: LineAmounts, gone: _Gone, reserved: int) -> LineMoney:
    awarded, payable = amounts.awarded, amounts.payable
    paid = min(gone.settled, awarded)
    on_its_way = min(gone.sent, awarded - paid)
    left = awarded - paid - on_its_way
    kept = min(reserved, left)
    due = min(max(payable - paid - on_its_way - kept, 0), left - kept)
    overpaid = gone.settled + gone.sent - paid - on_its_way
    return LineMoney(name, awarded, paid, on_its_way, kept, due, left - kept - due, overpaid)


def _gone(claims: Iterable[int]) -> Mapping[int, Mapping[str, _Gone]]:
    """By claim and line."""
    found: dict[int, dict[str, _Gone]] = defaultdict(dict)
    for row in _sums_gone(list(claims)):
        of_claim, line = found[row["claim"]], row["line"]
        before = of_claim.get(line, _Gone())
        if row["payment__state"] == PaymentState.SENT:
            of_claim[line] = _Gone(before.settled, before.sent + row["total"])
        else:
            of_claim[line] = _Gone(before.settled + row["total"], before.sent)
    return found


def _whole(award: HasSum, lines: tuple[LineMoney, ...]) -> AwardMoney:
    """The whole award. Where deductions make it less than its lines, what they take is not yet due and never was."""
    sums = {name: sum(getattr(one, name) for one in lines) for name in AwardMoney.__slots__ if name != "lines"}
    beyond = sums["awarded"] - (award.net or 0)
    for part in ("not_yet_due", "due_unfunded", "reserved", "on_its_way", "paid"):
        taken = min(beyond, sums[part])
        sums[part] -= taken
        beyond -= taken
        if part in ("on_its_way", "paid"):
            sums["overpaid"] += taken
    return AwardMoney(lines, **sums | {"awarded": award.net or 0})
