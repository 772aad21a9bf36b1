"""Finishing works stand still while a building is unsafe.

Two things hold this, since safety lies below works and must not know them. `selectors.why_not_finish` reads placard,
precaution and structural works themselves, so that no act on finishing works passes from the moment at which one of
them stands: there is no gap, whoever placed it and by whatever door. The halt that is written down, with its clock and
its notices, follows in the same transaction where the office places a placard (`mark_building`, `keep_out`) or orders
structural works, and within a turn of the worker (`halt_unsafe`) where it was done by another door.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import uuid4

from django.db import transaction
from django.utils.timezone import localtime

from sanad.casework.notices.standing import hold_buildings
from sanad.casework.safety.models import Colour, DangerReport, HowEnded, Placard, Precaution
from sanad.casework.safety.models import Reason as Danger
from sanad.casework.safety.selectors import placard_of, precaution_of
from sanad.casework.safety.services import NewPlacard, order_precaution, place_placard
from sanad.casework.works.halting import begin
from sanad.casework.works.models import Halt, Kind, Order, State
from sanad.casework.works.proposals import Awaited, NewHalt, Of
from sanad.casework.works.reasons import Body, Reason, Restart
from sanad.registry.models import Building
from sanad.staff.models import User
from sanad.staff.roles import Role

STRUCTURE_REVIEW = timedelta(days=30)
SAFE = Awaited(Restart.SAFE, body=Body.WORKS_OFFICE)
REPAIRED = Awaited(Restart.STRUCTURE, body=Body.CONTRACTOR)


@dataclass(frozen=True, slots=True)
class Behind:
    """What makes a building unfit for finishing works: who says so, why, and when it is looked at again."""

    reason: Reason
    awaited: Awaited
    by: User
    office: Role
    review_on: date
    found_by: Mapping[str, Placard | Precaution]


@transaction.atomic
def mark_building(*, new: NewPlacard, at: datetime, by: User) -> Placard:
    """Place a placard; a red one halts the finishing works of the building. Raises what `place_placard` raises."""
    placard = place_placard(new=new, at=at, by=by)
    halt_finishing(building=new.building, at=at)
    return placard


@transaction.atomic
def keep_out(
    *, building: Building, reason: Danger, hours: int, report: DangerReport | None = None, at: datetime, by: User
) -> Precaution:
    """Order a precaution; it halts the finishing works. Raises what `order_precaution` raises."""
    precaution = order_precaution(building=building, reason=reason, hours=hours, report=report, at=at, by=by)
    halt_finishing(building=building, at=at)
    return precaution


def halt_unsafe(*, at: datetime) -> int:
    """What was marked by another door than the office: each building in a transaction of its own."""
    finishing = Order.objects.filter(kind=Kind.FINISHING, state=State.ORDERED)
    red = Placard.objects.filter(colour=Colour.RED, ended_at=None).values("building")
    closed = Precaution.objects.filter(state=HowEnded.OPEN).values("building")
    structural = Order.objects.filter(kind=Kind.STRUCTURAL, state=State.ORDERED).values("building")
    found = Building.objects.none()
    for unsafe in (red, closed, structural):
        found |= Building.objects.filter(pk__in=finishing.values("building")).filter(pk__in=unsafe)
    return sum(halt_finishing(building=one, at=at) for one in found.distinct())


@transaction.atomic
def halt_finishing(*, building: Building, at: datetime) -> int:
    """Write down the halt of each open order of finishing works that has none for this reason yet; how many."""
    hold_buildings([building.pk])
    behind = _behind(building, at)
    if behind is None:
        return 0
    orders = Order.objects.filter(building=building, kind=Kind.FINISHING, state=State.ORDERED).select_related(
        "building__place", "part__fund", "programme"
    )
    known = Halt.objects.filter(ended_at=None, building=building, reason=behind.reason)
    waiting = [one for one in orders if not known.filter(order__in=[one.pk]).exists()]
    for order in waiting:
        begin(new=_halt(order, behind), office=behind.office, at=at, by=behind.by, **behind.found_by)
    return len(waiting)


def _halt(order: Order, behind: Behind) -> NewHalt:
    return NewHalt(uuid4(), Of(order=order), behind.reason, behind.awaited, behind.review_on)


def _behind(building: Building, at: datetime) -> Behind | None:
    """A placard goes before a precaution, and danger before order."""
    placard, precaution = placard_of(building), precaution_of(building, at)
    if placard and placard.colour == Colour.RED and placard.review_at:
        review = _review(at, placard.review_at)
        return Behind(Reason.UNSAFE, SAFE, placard.placed_by, Role.ENGINEER, review, {"placard": placard})
    if precaution:
        review = _review(at, precaution.due_at)
        found_by = {"precaution": precaution}
        return Behind(Reason.UNSAFE, SAFE, precaution.ordered_by, Role.SAFETY_OFFICER, review, found_by)
    return _structure(building, at)


def _structure(building: Building, at: datetime) -> Behind | None:
    """Structural works come first; whoever ordered them halts what comes after."""
    orders = Order.objects.filter(building=building, kind=Kind.STRUCTURAL, state=State.ORDERED)
    order = orders.select_related("decided_by").order_by("pk").first()
    if order is None or order.decided_by is None:
        return None
    review = _review(at, at + STRUCTURE_REVIEW)
    return Behind(Reason.STRUCTURE_FIRST, REPAIRED, order.decided_by, Role.PROGRAMME_LEAD, review, {})


def _review(at: datetime, due: datetime) -> date:
    """The day of the safety clock, and no earlier than tomorrow."""
    return max(localtime(due).date(), localtime(at).date() + timedelta(days=1))
