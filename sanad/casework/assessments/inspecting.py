"""Writing down that an engineer was there and saw a milestone reached, in the transaction of the act that asks it."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime
from typing import BinaryIO

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from sanad.casework.assessments.models import Inspection, Milestone
from sanad.casework.claims.models import Claim
from sanad.evidence.keys import new_key
from sanad.evidence.refusals import Problem, Refused, Sayings, problem
from sanad.evidence.services import keep_file
from sanad.registry.models import Building
from sanad.staff.models import User

SAYINGS: Sayings = {
    "day_to_come": (
        "The inspection lies in the future. Correct its day.",
        "تاريخ المعاينة في المستقبل. صحّحوا اليوم.",
    ),
    "no_photo": (
        "An inspection stands on a photo. Add what you saw.",
        "تقوم المعاينة على صورة. أضيفوا صورة ما رأيتم.",
    ),
}


class InspectionRefused(Refused):
    """What an inspection needs is missing."""


class AlreadyInspected(Exception):
    """The milestone was reached before; `inspection` says who saw it and when."""

    def __init__(self, inspection: Inspection) -> None:
        super().__init__(f"{inspection.milestone} on {inspection.inspected_on}, by {inspection.recorded_by}")
        self.inspection = inspection


@dataclass(frozen=True, slots=True)
class Seen:
    """What an engineer saw. `id` is made by whoever sends it; `photo_id` names the file."""

    id: uuid.UUID
    inspected_on: date
    photo: BinaryIO | None
    photo_id: uuid.UUID

    def problems(self, today: date) -> list[Problem]:
        found = [problem(SAYINGS, "day_to_come", "inspected_on")] if self.inspected_on > today else []
        return found + ([problem(SAYINGS, "no_photo", "photo")] if self.photo is None else [])


def inspect_building(*, building: Building, seen: Seen, at: datetime, by: User) -> Inspection:
    """A stage of works is reached. Raises InspectionRefused, FileRefused, FileIsAnothers."""
    photo = _checked(seen, at)
    file = keep_file(id=seen.photo_id, key=new_key(at), file=photo, name="inspection", at=at, by=by)
    return Inspection.objects.create(
        client_id=seen.id,
        milestone=Milestone.STAGE,
        building=building,
        inspected_on=seen.inspected_on,
        photo=file,
        recorded_at=at,
        recorded_by=by,
    )


def inspect_home(*, claim: Claim, milestone: Milestone, seen: Seen, at: datetime, by: User) -> Inspection:
    """A step of a home's repair is reached; the photo lies under the household's key.

    Raises InspectionRefused, AlreadyInspected, FileRefused, FileIsAnothers.
    """
    photo = _checked(seen, at)
    file = keep_file(id=seen.photo_id, key=claim.household.key, file=photo, name="inspection", at=at, by=by)
    try:
        with transaction.atomic():
            return Inspection.objects.create(
                client_id=seen.id,
                milestone=milestone,
                building=claim.dwelling.building,
                claim=claim,
                inspected_on=seen.inspected_on,
                photo=file,
                recorded_at=at,
                recorded_by=by,
            )
    except IntegrityError:
        raise AlreadyInspected(inspections_of(claim)[milestone]) from None


def inspections_of(claim: Claim) -> dict[str, Inspection]:
    """What was seen of the repair of the claim's home, by milestone."""
    found = Inspection.objects.filter(claim=claim).select_related("recorded_by")
    return {one.milestone: one for one in found}


def _checked(seen: Seen, at: datetime) -> BinaryIO:
    problems = seen.problems(localdate(at))
    if problems or seen.photo is None:
        raise InspectionRefused(problems)
    return seen.photo
