"""The building with its halts and works, and the survey of the home."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sanad.casework.answers.told import ElementTold, HaltTold
from sanad.casework.assessments.models import Damage, Part, Unit
from sanad.web.shared.formats import number

THOUSANDTHS = 3
UNITS: dict[str, str | Promise] = {Unit.SQUARE_METRE: _("m²"), Unit.METRE: _("m")}
"""What is counted, as doors are, needs no word."""


@dataclass(frozen=True, slots=True)
class Halt:
    """`late`: for how many days its review has passed; 0 where it is to come."""

    told: HaltTold
    late: int


def halts(told: Sequence[HaltTold], on: date) -> list[Halt]:
    """Those in force, the one that is latest first."""
    found = [Halt(one, max(0, (on - one.review_on).days)) for one in told if one.ended_on is None]
    return sorted(found, key=lambda halt: halt.told.review_on)


def ended(told: Sequence[HaltTold]) -> list[HaltTold]:
    return [one for one in told if one.ended_on]


@dataclass(frozen=True, slots=True)
class Element:
    """`quantity` is empty where nobody measured it."""

    part: str | Promise
    damage: str | Promise
    quantity: str
    unit: str | Promise


def elements(told: Sequence[ElementTold]) -> list[Element]:
    return [
        Element(Part(one.part).label, Damage(one.damage).label, _measured(one.quantity), UNITS.get(one.unit, ""))
        for one in told
    ]


def _measured(quantity: int) -> str:
    return number(quantity, THOUSANDTHS) if quantity else ""
