"""Recording a visit, and confirming it: then its facts count."""

import uuid
from collections.abc import Sequence
from datetime import datetime
from typing import BinaryIO

from django.db import transaction
from django.db.models import F
from django.utils.timezone import localdate

from sanad.audit.merkle import merkle_root
from sanad.audit.services import Rows, record
from sanad.casework.assessments.facts import facts_stated
from sanad.casework.assessments.models import UNITS, Assessment, Element, Part, Photo, State
from sanad.casework.assessments.proposals import AssessmentRefused, NewAssessment
from sanad.casework.claims.models import Claim
from sanad.casework.claims.stating import write_statements
from sanad.evidence.services import keep_file
from sanad.registry.numbering import references
from sanad.registry.selectors import refuse_recused, refuse_recused_from_any
from sanad.staff.models import User

BATCH = 2_000


class AssessmentHasMoved(Exception):
    """Somebody saved or confirmed the assessment meanwhile; `assessment` shows how it stands now."""

    def __init__(self, assessment: Assessment) -> None:
        super().__init__(f"{assessment.reference} is {assessment.state}, version {assessment.version}")
        self.assessment = assessment


def draft_assessment(*, new: NewAssessment, at: datetime, by: User) -> Assessment:
    """Raises AssessmentRefused, Recused."""
    return draft_assessments(new=[new], at=at, by=by)[0]


@transaction.atomic
def draft_assessments(*, new: Sequence[NewAssessment], at: datetime, by: User) -> list[Assessment]:
    """Many visits of one assessor, such as a day in the field. Raises AssessmentRefused, Recused."""
    refuse_recused_from_any(by, (_home_of(one.claim) for one in new))
    _check(new, at)
    named = zip(references("V", len(new)), new, strict=True)
    rows = [
        Assessment(
            reference=own,
            claim=one.claim,
            assessor=by,
            assessed_on=one.assessed_on,
            damage=one.damage,
            is_unfit=one.is_unfit,
            area=one.area,
            saved_at=at,
        )
        for own, one in named
    ]
    written = Assessment.objects.bulk_create(rows, BATCH)
    _write_elements(written, new)
    record(act="assessment.draft", on=_on(written), by=by, at=at, rows=_rows(written))
    return written


@transaction.atomic
def change_draft(*, assessment: Assessment, new: NewAssessment, at: datetime, by: User) -> None:
    """Save a draft again, whole, as it was read. Raises AssessmentRefused, AssessmentHasMoved, Recused."""
    refuse_recused(by, household=assessment.claim.household, building=assessment.claim.dwelling.building)
    _check([new], at)
    standing = Assessment.objects.filter(pk=assessment.pk, state=State.DRAFT, version=assessment.version)
    changed = standing.update(
        assessed_on=new.assessed_on,
        damage=new.damage,
        is_unfit=new.is_unfit,
        area=new.area,
        saved_at=at,
        version=F("version") + 1,
    )
    if not changed:
        raise AssessmentHasMoved(Assessment.objects.get(pk=assessment.pk))
    assessment.elements.all().delete()
    _write_elements([assessment], [new])
    assessment.refresh_from_db()
    record(act="assessment.change", on=_on([assessment]), by=by, at=at, facts={"version": assessment.version})


def confirm_assessment(*, assessment: Assessment, at: datetime, by: User) -> None:
    """Raises AssessmentHasMoved, FactsRefused, Recused."""
    confirm_assessments(assessments=[assessment], at=at, by=by)


@transaction.atomic
def confirm_assessments(*, assessments: Sequence[Assessment], at: datetime, by: User) -> None:
    """From now on they count: each as it was read, with its facts stated for its claim; an earlier one is replaced.

    Raises AssessmentHasMoved, FactsRefused, Recused.
    """
    refuse_recused_from_any(by, (_home_of(one.claim) for one in assessments))
    for start in range(0, len(assessments), BATCH):
        _confirm(assessments[start : start + BATCH], at, by)
    record(act="assessment.confirm", on=_on(assessments), by=by, at=at, rows=_rows(assessments))


@transaction.atomic
def add_photo(
    *, assessment: Assessment, id: uuid.UUID, file: BinaryIO, name: str, part: Part | None, at: datetime, by: User
) -> Photo:
    """A photo of a draft, or of a confirmed one: evidence may come later. Raises FileRefused, FileIsAnothers."""
    kept = keep_file(id=id, key=assessment.claim.household.key, file=file, name=name, at=at, by=by)
    found, is_new = Photo.objects.get_or_create(file=kept, defaults={"assessment": assessment, "part": part or ""})
    if is_new:
        record(act="assessment.photo", on=_on([assessment]), by=by, at=at, facts={"file": str(id)})
    return found


def _confirm(assessments: Sequence[Assessment], at: datetime, by: User) -> None:
    claims = [assessment.claim_id for assessment in assessments]
    Assessment.objects.filter(claim__in=claims, state=State.CONFIRMED).update(state=State.REPLACED)
    for version in {assessment.version for assessment in assessments}:
        alike = [assessment.pk for assessment in assessments if assessment.version == version]
        drafts = Assessment.objects.filter(pk__in=alike, state=State.DRAFT, version=version)
        if drafts.update(state=State.CONFIRMED, confirmed_at=at, confirmed_by=by) != len(alike):
            raise AssessmentHasMoved(_moved(alike, version))
    _state_facts(assessments, at, by)


def _moved(ids: Sequence[int], version: int) -> Assessment:
    """The first that is no longer the draft that was read; the others are confirmed by this very transaction."""
    return Assessment.objects.filter(pk__in=ids).exclude(state=State.CONFIRMED, version=version).first() or (
        Assessment.objects.get(pk=ids[0])
    )


def _state_facts(assessments: Sequence[Assessment], at: datetime, by: User) -> None:
    whole = Assessment.objects.filter(pk__in=[one.pk for one in assessments]).prefetch_related("elements")
    rows = whole.select_related("claim__programme", "claim__dwelling").order_by("id")
    before = _replaced_last([one.claim_id for one in assessments])
    by_source: dict[str, list[Assessment]] = {}
    for assessment in rows:
        by_source.setdefault(assessment.claim.programme.key, []).append(assessment)
    for alike in by_source.values():
        source = f"assessment:{alike[0].reference}" if len(alike) == 1 else "assessment"
        stated = {one.claim.dwelling.reference: facts_stated(one, before.get(one.claim_id)) for one in alike}
        programme = alike[0].claim.programme
        write_statements(programme=programme, stated=list(stated.values()), source=source, at=at, by=by)


def _replaced_last(claims: Sequence[int]) -> dict[int, Assessment]:
    """By claim, the visit that counted before this one."""
    replaced = Assessment.objects.filter(claim__in=claims, state=State.REPLACED).order_by("confirmed_at", "pk")
    return {one.claim_id: one for one in replaced}


def _check(new: Sequence[NewAssessment], at: datetime) -> None:
    problems = [problem for one in new for problem in one.problems(localdate(at))]
    if problems:
        raise AssessmentRefused(problems)


def _write_elements(assessments: Sequence[Assessment], new: Sequence[NewAssessment]) -> None:
    rows = [
        Element(
            assessment=assessment, part=seen.part, damage=seen.damage, quantity=seen.quantity, unit=UNITS[seen.part]
        )
        for assessment, one in zip(assessments, new, strict=True)
        for seen in one.elements
    ]
    Element.objects.bulk_create(rows, BATCH)


def _home_of(claim: Claim) -> tuple[int, int]:
    return claim.household_id, claim.dwelling.building_id


def _on(assessments: Sequence[Assessment]) -> str:
    return f"assessment:{assessments[0].reference}" if len(assessments) == 1 else "assessments"


def _rows(assessments: Sequence[Assessment]) -> Rows:
    return Rows(len(assessments), merkle_root(one.reference.encode() for one in assessments))
