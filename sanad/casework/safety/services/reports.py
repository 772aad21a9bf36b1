"""Danger told by anybody, and sorted by the safety officer."""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction

from sanad.audit.services import record
from sanad.casework.safety.models import DangerReport, Reporter, Triage
from sanad.casework.safety.owners import must_be, owner_of
from sanad.casework.safety.refusals import ReportRefused, danger_problems, refused
from sanad.evidence.keys import new_key, seal
from sanad.registry.models import Building
from sanad.registry.numbering import references
from sanad.staff.models import User
from sanad.staff.roles import Role

TRIAGE_WITHIN = timedelta(hours=24)


class AlreadyTriaged(Exception):
    """Another officer has sorted the report; `report` says who, when and how."""

    def __init__(self, report: DangerReport) -> None:
        super().__init__(f"{report.reference}: {report.triage} since {report.triaged_at}, by {report.triaged_by}")
        self.report = report


@dataclass(frozen=True, slots=True)
class Danger:
    """What somebody tells. `id` is made by whoever sends it; nobody has to say who they are."""

    id: uuid.UUID
    building: Building
    words: str
    reporter: Reporter = Reporter.UNNAMED
    contact: str = ""


def report_danger(*, danger: Danger, at: datetime, by: User | None) -> DangerReport:
    """Start the triage clock; nothing else follows from a report. Sent twice, it is one. Raises ReportRefused."""
    problems = danger_problems(danger.words, danger.contact)
    if problems:
        raise ReportRefused(problems)
    known = DangerReport.objects.filter(client_id=danger.id).first()
    if known:
        return known
    try:
        return _reported(danger, at, by)
    except IntegrityError:
        return DangerReport.objects.get(client_id=danger.id)


@transaction.atomic
def _reported(danger: Danger, at: datetime, by: User | None) -> DangerReport:
    key = new_key(at)
    report = DangerReport.objects.create(
        reference=references("G", 1)[0],
        client_id=danger.id,
        building=danger.building,
        reporter=danger.reporter,
        told_at=at,
        told_by=by,
        key=key,
        words=seal(key, danger.words.strip()),
        contact=seal(key, danger.contact.strip()) if danger.contact.strip() else None,
        due_at=at + TRIAGE_WITHIN,
        owner=owner_of(danger.building, at.date()),
    )
    facts = {"report": report.reference, "reporter": danger.reporter}
    record(act="danger.report", on=f"building:{danger.building.reference}", by=by, at=at, facts=facts)
    return report


@transaction.atomic
def triage_report(*, report: DangerReport, triage: Triage, at: datetime, by: User) -> None:
    """Sort a report; the first officer's word stands. Raises AlreadyTriaged, NotTheirs, Recused."""
    must_be(Role.SAFETY_OFFICER, by, report.building, at.date())
    if triage == Triage.WAITING:
        raise refused("no_triage", "triage")
    waiting = DangerReport.objects.filter(pk=report.pk, triage=Triage.WAITING)
    if not waiting.update(triage=triage, triaged_at=at, triaged_by=by):
        raise AlreadyTriaged(DangerReport.objects.select_related("triaged_by").get(pk=report.pk))
    report.refresh_from_db()
    facts = {"report": report.reference, "triage": triage}
    record(act="danger.triage", on=f"building:{report.building.reference}", by=by, at=at, facts=facts)
