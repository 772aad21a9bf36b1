"""What everybody of a building is told: a placard at its door, a precaution, a stage of its works, and their end."""

from collections.abc import Mapping
from typing import Any

from django.utils.timezone import localdate

from sanad.audit.models import Event
from sanad.casework.notices.telling import day_told
from sanad.casework.safety.models import Placard, Precaution, Reason
from sanad.casework.works.models import Order, Stage
from sanad.outcomes.recording.said import Said
from sanad.outcomes.recording.told import as_told, in_both_languages, office
from sanad.outcomes.recording.words import HEADLINES, both
from sanad.registry.models import Building
from sanad.staff.roles import Role


def stage_is_certified(event: Event) -> Said:
    reference = event.on.partition(":")[2]
    stages = Stage.objects.select_related("order__building", "inspection")
    stage = stages.get(order__reference=reference, number=event.facts["stage"])
    day = stage.inspection.inspected_on if stage.inspection else localdate(event.at)
    otherwise = {
        "order": reference,
        "building": stage.order.building.label,
        "number": stage.number,
        "day": day_told(day),
    }
    told = as_told(f"works:{reference}", "works_stage", otherwise, stage.number)
    return _said(event, Role.ENGINEER, "works_stage", told, reference=reference, number=stage.number)


def works_are_closed(event: Event) -> Said:
    reference = event.on.partition(":")[2]
    order = Order.objects.select_related("building").get(reference=reference)
    told = as_told(f"works:{reference}", "works_closed", {"order": reference, "building": order.building.label})
    return _said(event, Role.ENGINEER, "works_closed", told, reference=reference)


def placard_hangs(event: Event) -> Said:
    """An engineer's placard hangs at the door of the building, where everybody reads it."""
    here = _building(event)
    placed = Placard.objects.filter(building=here, colour=event.facts["colour"], placed_at=event.at)
    placard = placed.order_by("pk")[0]
    kind = f"placard_{placard.colour}"
    told = as_told(f"placard:{placard.pk}", kind, {"building": here.label, "reason": Reason(placard.reason).words})
    return _said(event, Role.ENGINEER, kind, told, reference=here.reference)


def precaution_begins(event: Event) -> Said:
    here = _building(event)
    one = Precaution.objects.filter(building=here, since=event.at).order_by("pk")[0]
    otherwise = {"building": here.label, "hours": one.hours, "reason": Reason(one.reason).words}
    told = as_told(f"precaution:{one.pk}", "precaution", otherwise)
    return _said(event, Role.SAFETY_OFFICER, "precaution", told, reference=here.reference)


def precaution_ends(event: Event) -> Said:
    """Lifted by its officer, or run out; what an engineer found is a placard."""
    here = _building(event)
    one = Precaution.objects.filter(building=here, ended_at=event.at).order_by("pk")[0]
    told = as_told(f"precaution:{one.pk}", "precaution_ended", {"building": here.label})
    return _said(event, Role.SAFETY_OFFICER, "precaution_ended", told, reference=here.reference)


def _building(event: Event) -> Building:
    return Building.objects.get(reference=event.on.partition(":")[2])


def _said(event: Event, by: str, kind: str, told: Mapping[str, Any], *, reference: str, number: int = 0) -> Said:
    """In the words of the notice, below a headline that names what it is about."""
    return Said(
        speaks=office(by),
        headline=both(HEADLINES[kind], reference=reference, number=number),
        words=in_both_languages(kind, told),
        reference=f"{reference} {event.number}",
    )
