"""Placards: what an engineer found, and what follows from it."""

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from sanad.audit.services import record
from sanad.casework.notices.standing import hold_buildings, stand, stand_no_more_of
from sanad.casework.safety.models import Colour, HowEnded, Placard, Reason
from sanad.casework.safety.owners import must_be
from sanad.casework.safety.refusals import SAYINGS, SafetyRefused
from sanad.casework.safety.services.precautions import end_open_one
from sanad.casework.safety.telling import WARNINGS, state_of_building, tell_the_building
from sanad.evidence.keys import new_key
from sanad.evidence.models import File
from sanad.evidence.refusals import problem
from sanad.evidence.services import keep_file
from sanad.registry.models import Building
from sanad.staff.models import User
from sanad.staff.roles import Role


class PlacardHasChanged(Exception):
    """Another engineer has marked the building meanwhile; `placard` says how."""

    def __init__(self, placard: Placard | None) -> None:
        super().__init__(str(placard))
        self.placard = placard


@dataclass(frozen=True, slots=True)
class NewPlacard:
    """What an engineer found. `seen` is the placard that counted when the engineer looked, None where there was none.

    `photo` and its client-made id are the evidence; `review_at` the day of the next look.
    """

    building: Building
    colour: Colour
    seen: Placard | None = None
    reason: Reason = Reason.NONE
    review_at: datetime | None = None
    photo: BinaryIO | None = None
    photo_id: uuid.UUID | None = None


@transaction.atomic
def place_placard(*, new: NewPlacard, at: datetime, by: User) -> Placard:
    """Mark the building: the claims in it learn it, its families are told, a precaution ends.

    Raises SafetyRefused, PlacardHasChanged, FileRefused, NotTheirs, Recused.
    """
    must_be(Role.ENGINEER, by, new.building, at.date())
    _check(new, at)
    hold_buildings([new.building.pk])
    placard = _placed(new, at, by)
    end_open_one(new.building, HowEnded.PLACARD, at)
    state_of_building(new.building, _facts(new, at), f"placard:{placard.pk}", at, by)
    _tell(new, placard, at)
    record(act="placard.place", on=f"building:{new.building.reference}", by=by, at=at, facts={"colour": new.colour})
    return placard


def _facts(new: NewPlacard, at: datetime) -> dict[str, object]:
    """What claims of the building learn; after a red placard also since when it is not red any more."""
    facts: dict[str, object] = {"placard": new.colour, "precaution": False}
    if new.colour == Colour.RED:
        return facts | {"safe_since": None}
    return facts | {"safe_since": localdate(at)} if new.seen and new.seen.colour == Colour.RED else facts


def _tell(new: NewPlacard, placard: Placard, at: datetime) -> None:
    """The families of today, and as long as the building is restricted whoever comes later."""
    kind, about = f"placard_{new.colour}", f"placard:{placard.pk}"
    told = {"building": new.building.label, "reason": new.reason.words}
    tell_the_building(new.building, kind, told, at, about)
    stand_no_more_of(building=new.building, kinds=WARNINGS, at=at)
    if new.colour != Colour.GREEN:
        stand(building=new.building, about=about, kind=kind, facts=told, at=at)


def _check(new: NewPlacard, at: datetime) -> None:
    problems = []
    if new.colour != Colour.GREEN and not new.reason:
        problems.append(problem(SAYINGS, "no_reason", "reason"))
    if new.colour != Colour.GREEN and (new.review_at is None or new.review_at <= at):
        problems.append(problem(SAYINGS, "no_review", "review_at"))
    if new.colour == Colour.RED and new.photo is None:
        problems.append(problem(SAYINGS, "no_evidence", "photo"))
    if problems:
        raise SafetyRefused(problems)


def _placed(new: NewPlacard, at: datetime, by: User) -> Placard:
    if new.seen and not Placard.objects.filter(pk=new.seen.pk, ended_at=None).update(ended_at=at):
        raise PlacardHasChanged(_counting(new.building))
    try:
        with transaction.atomic():
            return Placard.objects.create(
                building=new.building,
                colour=new.colour,
                reason=new.reason,
                evidence=_evidence(new, at, by),
                placed_at=at,
                placed_by=by,
                owner=by,
                review_at=new.review_at,
            )
    except IntegrityError as error:
        raise PlacardHasChanged(_counting(new.building)) from error


def _evidence(new: NewPlacard, at: datetime, by: User) -> File | None:
    if new.photo is None:
        return None
    identity = new.photo_id or uuid.uuid4()
    return keep_file(id=identity, key=new_key(at), file=new.photo, name="placard", at=at, by=by)


def _counting(building: Building) -> Placard | None:
    return Placard.objects.filter(building=building, ended_at=None).select_related("placed_by").first()
