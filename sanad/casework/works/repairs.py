"""Milestones of the repair of a home, that a family's own contractor does: half of it, and the finished repair.

They have effect only where the programme has a field for them, and come in their order.
"""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from sanad.audit.services import record
from sanad.casework.assessments.inspecting import AlreadyInspected, Seen, inspect_home, inspections_of
from sanad.casework.assessments.models import Inspection, Milestone
from sanad.casework.claims.declared import fields_of
from sanad.casework.claims.models import Claim, Level
from sanad.casework.claims.selectors import facts_now
from sanad.casework.claims.services.facts import subject_of
from sanad.casework.claims.stating import Stated, write_statements
from sanad.casework.works.acting import CERTIFY, on_building
from sanad.casework.works.refusals import refused
from sanad.casework.works.selectors import why_not_finish
from sanad.registry.selectors import refuse_recused
from sanad.staff.models import User

FIELDS: Mapping[str, str] = {Milestone.HALF: "half_inspected", Milestone.FINAL: "works_inspected"}
"""The fields by which programmes ask for them."""
CONTRACT = "contract_signed"


def milestones_asked(claim: Claim) -> list[Milestone]:
    """Those for which the claim's programme has a field, in their order."""
    declared = fields_of(claim.programme)
    return [one for one in (Milestone.HALF, Milestone.FINAL) if FIELDS[one] in declared]


@transaction.atomic
def certify_repair(*, claim: Claim, milestone: Milestone, seen: Seen, at: datetime, by: User) -> Inspection:
    """The fact is stated for the claim, so that the next part of its award is unlocked. Sent twice, it is one.

    Raises WorksRefused with the reason code, AlreadyInspected, InspectionRefused, FileRefused, FactsHaveChanged,
    NotTheirs, Recused.
    """
    building = claim.dwelling.building
    on_building(CERTIFY, by, building, at.date(), claim.programme)
    refuse_recused(by, household=claim.household, building=building)
    known = inspections_of(claim)
    standing = known.get(milestone)
    if standing and standing.client_id == seen.id:
        return standing
    if standing:
        raise AlreadyInspected(standing)
    _refuse(claim, milestone, known, at)
    inspection = inspect_home(claim=claim, milestone=milestone, seen=seen, at=at, by=by)
    _state(claim, FIELDS[milestone], f"inspection:{inspection.pk}", at, by)
    facts = {"milestone": milestone, "inspected_on": seen.inspected_on.isoformat()}
    record(act="repair.certify", on=f"claim:{claim.number}", by=by, at=at, facts=facts)
    return inspection


def _refuse(claim: Claim, milestone: Milestone, known: Mapping[str, Inspection], at: datetime) -> None:
    asked = milestones_asked(claim)
    if milestone not in asked:
        raise refused("no_such_milestone", "milestone")
    for code in why_not_finish(claim.dwelling.building, at):
        raise refused(code)
    if CONTRACT in fields_of(claim.programme) and not _stated(claim, CONTRACT):
        raise refused("contract_first", "milestone")
    if milestone == Milestone.FINAL and Milestone.HALF in asked and Milestone.HALF not in known:
        raise refused("half_first", "milestone")


def _stated(claim: Claim, field: str) -> bool:
    level = fields_of(claim.programme)[field].level
    return any(facts.get(field) is True for facts in facts_now(claim)[level].values())


def _state(claim: Claim, field: str, source: str, at: datetime, by: User) -> None:
    level = Level(fields_of(claim.programme)[field].level)
    stated = [Stated(level, subject_of(claim, level), {field: True})]
    write_statements(programme=claim.programme, stated=stated, source=source, at=at, by=by)
