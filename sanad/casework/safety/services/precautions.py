"""Precautions: keep out until an engineer has looked."""

from datetime import datetime, timedelta

from django.db import IntegrityError, transaction

from sanad.audit.services import record
from sanad.casework.notices.standing import hold_buildings, stand, stand_no_more
from sanad.casework.safety.models import LONGEST_PRECAUTION, DangerReport, HowEnded, Placard, Precaution, Reason
from sanad.casework.safety.owners import must_be
from sanad.casework.safety.refusals import refused
from sanad.casework.safety.telling import state_of_building, tell_the_building
from sanad.registry.models import Building
from sanad.staff.models import User
from sanad.staff.roles import Role


class AlreadyPrecaution(Exception):
    """A precaution is in force for the building."""


class EngineerIsAwaited(Exception):
    """A precaution for this building has been, and no engineer has looked since: it cannot be ordered again."""


class PrecautionHasEnded(Exception):
    """The precaution is over: a placard, its time or another officer ended it."""


@transaction.atomic
def order_precaution(
    *,
    building: Building,
    reason: Reason,
    hours: int,
    report: DangerReport | None = None,
    at: datetime,
    by: User,
) -> Precaution:
    """Keep everybody out for at most 72 hours, until an engineer has looked.

    Raises SafetyRefused, AlreadyPrecaution, EngineerIsAwaited, NotTheirs, Recused.
    """
    must_be(Role.SAFETY_OFFICER, by, building, at.date())
    if not reason:
        raise refused("no_reason", "reason")
    if not 1 <= hours <= LONGEST_PRECAUTION:
        raise refused("bad_hours", "hours", limit=LONGEST_PRECAUTION)
    hold_buildings([building.pk])
    _first_since_an_engineer(building)
    found = _ordered(building, reason, hours, report, at, by)
    state_of_building(building, {"precaution": True}, f"precaution:{found.pk}", at, by)
    told = {"building": building.label, "hours": hours, "reason": reason.words}
    about = _about(found)
    tell_the_building(building, "precaution", told, at, about)
    stand(building=building, about=about, kind="precaution", facts=told, at=at)
    facts = {"hours": hours, "reason": reason}
    record(act="precaution.order", on=f"building:{building.reference}", by=by, at=at, facts=facts)
    return found


def _first_since_an_engineer(building: Building) -> None:
    last = Precaution.objects.filter(building=building).order_by("-since").first()
    if last is None:
        return
    if last.state == HowEnded.OPEN:
        raise AlreadyPrecaution(building.reference)
    if not Placard.objects.filter(building=building, placed_at__gte=last.since).exists():
        raise EngineerIsAwaited(building.reference)


def _ordered(
    building: Building, reason: Reason, hours: int, report: DangerReport | None, at: datetime, by: User
) -> Precaution:
    try:
        with transaction.atomic():
            return Precaution.objects.create(
                building=building,
                report=report,
                reason=reason,
                since=at,
                hours=hours,
                due_at=at + timedelta(hours=hours),
                ordered_by=by,
            )
    except IntegrityError as error:
        raise AlreadyPrecaution(building.reference) from error


@transaction.atomic
def end_precaution(*, precaution: Precaution, at: datetime, by: User) -> None:
    """The safety officer lifts it before its time. Raises PrecautionHasEnded, NotTheirs, Recused."""
    building = precaution.building
    must_be(Role.SAFETY_OFFICER, by, building, at.date())
    hold_buildings([building.pk])
    if not end_open_one(building, HowEnded.OFFICER, at):
        raise PrecautionHasEnded(building.reference)
    _follow_the_end(precaution, at, by)
    record(act="precaution.end", on=f"building:{building.reference}", by=by, at=at)


def lapse_precautions(*, at: datetime) -> list[Precaution]:
    """Those whose hours are over end by themselves, each in a transaction of its own.

    Without an engineer's placard they stay on the overdue list.
    """
    due = list(Precaution.objects.filter(state=HowEnded.OPEN, due_at__lte=at).select_related("building"))
    return [one for one in due if _lapsed(one, at)]


@transaction.atomic
def _lapsed(precaution: Precaution, at: datetime) -> bool:
    building = precaution.building
    hold_buildings([building.pk])
    if not end_open_one(building, HowEnded.LAPSED, at):
        return False
    _follow_the_end(precaution, at, None)
    record(act="precaution.lapse", on=f"building:{building.reference}", by=None, at=at)
    return True


def _follow_the_end(precaution: Precaution, at: datetime, by: User | None) -> None:
    building, about = precaution.building, _about(precaution)
    state_of_building(building, {"precaution": False}, about, at, by)
    tell_the_building(building, "precaution_ended", {"building": building.label}, at, about)
    stand_no_more(about=about, at=at)


def _about(precaution: Precaution) -> str:
    return f"precaution:{precaution.pk}"


def end_open_one(building: Building, how: HowEnded, at: datetime) -> bool:
    return bool(Precaution.objects.filter(building=building, state=HowEnded.OPEN).update(state=how, ended_at=at))
