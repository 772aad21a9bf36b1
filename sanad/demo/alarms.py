"""Placards, reports of danger and a precaution in the made-up district."""

from collections.abc import Sequence
from datetime import timedelta
from random import Random

from sanad.casework.safety.models import Colour, Reason, Reporter, Triage
from sanad.casework.safety.services import (
    Danger,
    NewPlacard,
    order_precaution,
    place_placard,
    report_danger,
    triage_report,
)
from sanad.demo.papers import WALL, drawn
from sanad.demo.plan import Plan, drawn_id, weighted
from sanad.demo.staff import Staff
from sanad.registry.models import Building

COLOURS: dict[str, tuple[tuple[Colour | None, int], ...]] = {
    "spared": ((Colour.GREEN, 800), (None, 200)),
    "shaken": ((Colour.GREEN, 600), (Colour.YELLOW, 250), (None, 150)),
    "hit": ((Colour.YELLOW, 650), (Colour.RED, 250), (None, 100)),
    "ruined": ((Colour.RED, 900), (Colour.YELLOW, 100)),
}
REASONS = (Reason.CRACKED, Reason.LEANING, Reason.PARTLY_FALLEN, Reason.FALLING_PARTS, Reason.STAIRS)
TOLD = (
    "عمود في الطابق الأرضي مشقوق والشق يكبر.",
    "سقطت قطع من واجهة الطابق الثالث على الرصيف.",
    "The stairs move when people walk on them.",
    "رائحة غاز في المدخل منذ الصباح.",
    "المبنى المجاور يميل نحونا.",
    "ماء يتسرّب إلى غرفة الكهرباء.",
)
REVIEWS = (-3, 5, 20, 45, 70)
"""In how many days a restriction is looked at again; some reviews have passed."""


def place_placards(plan: Plan, buildings: Sequence[Building], hits: dict[int, str], staff: Staff) -> None:
    for building in buildings:
        dice = plan.dice(f"placard {building.reference}")
        colour = weighted(dice, COLOURS[hits[building.pk]])
        if colour:
            engineer = staff["engineer" if dice.randrange(2) else "engineer-yasmina"]
            by = engineer if building.place.code == "demo-yasmina" else staff["engineer"]
            place_placard(new=_placard(dice, plan, building, colour), at=plan.ago(dice.randrange(191, 200)), by=by)


def _placard(dice: Random, plan: Plan, building: Building, colour: Colour) -> NewPlacard:
    if colour == Colour.GREEN:
        return NewPlacard(building, colour)
    review_at = plan.now + timedelta(days=dice.choice(REVIEWS))
    photo = drawn(WALL, f"made-up building {building.label}: a drawing, no photo") if colour == Colour.RED else None
    return NewPlacard(building, colour, None, dice.choice(REASONS), review_at, photo, drawn_id(dice))


def report_dangers(plan: Plan, buildings: Sequence[Building], staff: Staff) -> None:
    """Some sorted long ago, some of this morning, some past their clock; one building closed for 72 hours."""
    dice = plan.dice("dangers")
    hours = (400, 300, 200, 120, 60, 30, 26, 8, 3, 1)
    chosen = dice.sample(list(buildings), len(hours))
    for number, (building, ago) in enumerate(zip(chosen, hours, strict=True)):
        reporter = dice.choice(list(Reporter))
        danger = Danger(drawn_id(dice), building, TOLD[number % len(TOLD)], reporter)
        report = report_danger(danger=danger, at=plan.ago(ago / 24), by=None)
        if ago > 40:
            triage = dice.choice((Triage.NO_DANGER, Triage.INSPECTION))
            triage_report(report=report, triage=triage, at=plan.ago((ago - 5) / 24), by=staff["safety"])
    urgent = report_danger(
        danger=Danger(drawn_id(dice), buildings[0], TOLD[0], Reporter.RESIDENT), at=plan.ago(0.5), by=None
    )
    triage_report(report=urgent, triage=Triage.ACUTE, at=plan.ago(0.4), by=staff["safety"])
    order_precaution(
        building=buildings[0], reason=Reason.CRACKED, hours=72, report=urgent, at=plan.ago(0.4), by=staff["safety"]
    )
