"""The money at hand of a programme: by part of a fund what may be used, and which awards each part may pay."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from sanad.casework.allocations.selectors import open_reservations, set_aside
from sanad.casework.answers.following.dues import AT_ONCE, Dues, Ints, waiting
from sanad.casework.awards.models import Round
from sanad.engine.batch.paying import kept_back
from sanad.engine.money import exponent
from sanad.funds.selectors import AtHand, funds_at_hand
from sanad.places.selectors import around_each
from sanad.rulebook.models import Programme
from sanad.rulebook.selectors import programme_of


@dataclass(frozen=True, slots=True)
class Usable:
    """A part of a fund and what of it may be used, in minor units."""

    part: AtHand
    amount: int


def usable_money(programme: Programme, round_: Round, day: date) -> list[Usable]:
    """Free money less what the order of payment keeps back of all that is at hand, as the next round would."""
    declared = programme_of(round_.rules)
    reserve, scale = declared.order.reserve if declared.order else None, exponent(programme.currency)
    promised = set_aside(open_reservations().filter(award__claim__programme=programme))
    parts = [part for part in funds_at_hand(programme.key, day) if part.currency == programme.currency]
    return [
        Usable(part, max(0, part.amount - kept_back(part.amount + promised.get(part.account, 0), reserve, scale)))
        for part in parts
    ]


@dataclass(frozen=True, slots=True)
class Kinds:
    """By due its kind, and by kind the places of the parts that may pay it."""

    of: Ints
    reach: tuple[tuple[int, ...], ...]


def kinds_of(round_: Round, dues: Dues, money: Sequence[Usable]) -> Kinds:
    """Dues that the same parts may pay are of one kind."""
    places = _places(round_) if any(one.part.area for one in money) else {}
    around = around_each(set(places.values()))
    known: dict[tuple[str, str], tuple[int, ...]] = {}
    found: dict[tuple[int, ...], int] = {}
    of = np.zeros(len(dues.line), np.int64)
    for row, (award, line) in enumerate(zip(dues.award.tolist(), dues.line, strict=True)):
        place = places.get(award, "")
        if (place, line) not in known:
            known[place, line] = _may_pay(money, line, around.get(place, frozenset()))
        of[row] = found.setdefault(known[place, line], len(found))
    return Kinds(of, tuple(found))


def _may_pay(money: Sequence[Usable], line: str, around: frozenset[str]) -> tuple[int, ...]:
    return tuple(
        number
        for number, one in enumerate(money)
        if (not one.part.line or line in one.part.line.split("|")) and (not one.part.area or one.part.area in around)
    )


def _places(round_: Round) -> Mapping[int, str]:
    """By award, the place of the home's building."""
    rows = waiting(round_).values_list("pk", "claim__dwelling__building__place__code")
    return dict(rows.iterator(AT_ONCE))
