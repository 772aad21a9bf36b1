"""What an assessor saw, before it is checked and written."""

from dataclasses import dataclass, field
from datetime import date

from sanad.casework.assessments.models import Damage, Part
from sanad.casework.claims.models import Claim
from sanad.evidence.refusals import Problem, Refused, Sayings, problem

MOST = 10_000_000
"""Thousandths: ten thousand square metres are no home."""

SAYINGS: Sayings = {
    "bad_quantity": (
        "{part}: the quantity lies between 0 and 10,000, with at most three digits after the point.",
        "{part}: الكمية بين 0 و10,000، وبعد الفاصلة ثلاث خانات على الأكثر.",
    ),
    "quantity_without_damage": (
        "{part}: it is whole, so nothing of it has to be repaired. Change the damage or take the quantity out.",
        "{part}: هذا العنصر سليم، فلا شيء فيه للإصلاح. غيّروا درجة الضرر أو احذفوا الكمية.",
    ),
    "part_twice": ("{part}: it stands in the list twice.", "{part}: وارد مرتين في القائمة."),
    "bad_area": (
        "The area of a home lies above 0 and up to 10,000 square metres.",
        "مساحة المسكن أكبر من 0 ولا تتجاوز 10,000 متر مربع.",
    ),
    "day_to_come": ("The visit lies in the future. Correct its day.", "تاريخ الكشف في المستقبل. صحّحوا اليوم."),
}


class AssessmentRefused(Refused):
    """What was given cannot be kept; every problem is told at once."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One element. `quantity` in thousandths of the element's unit."""

    part: Part
    damage: Damage
    quantity: int = 0


@dataclass(frozen=True, slots=True)
class NewAssessment:
    """A visit to the home of a claim. `area` in thousandths of a square metre."""

    claim: Claim
    assessed_on: date
    damage: str
    is_unfit: bool
    area: int | None = None
    elements: tuple[Seen, ...] = field(default=())

    def problems(self, today: date) -> list[Problem]:
        found = [one for number, seen in enumerate(self.elements) for one in _of_element(seen, f"elements.{number}")]
        parts = [seen.part for seen in self.elements]
        doubled = {part for part in parts if parts.count(part) > 1}
        found += [problem(SAYINGS, "part_twice", "elements", part=part.label) for part in sorted(doubled)]
        if self.area is not None and not 0 < self.area <= MOST:
            found.append(problem(SAYINGS, "bad_area", "area"))
        if self.assessed_on > today:
            found.append(problem(SAYINGS, "day_to_come", "assessed_on"))
        return found


def _of_element(seen: Seen, where: str) -> list[Problem]:
    if not 0 <= seen.quantity <= MOST:
        return [problem(SAYINGS, "bad_quantity", where, part=seen.part.label)]
    if seen.damage == Damage.NONE and seen.quantity:
        return [problem(SAYINGS, "quantity_without_damage", where, part=seen.part.label)]
    return []
