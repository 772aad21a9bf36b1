import io
import uuid
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction
from PIL import Image
from pytest_django import Settings

from sanad.audit.models import Event
from sanad.casework.assessments.models import Assessment, Damage, Element, Part, State
from sanad.casework.assessments.proposals import AssessmentRefused, NewAssessment, Seen
from sanad.casework.assessments.selectors import assessment_that_counts, drafts_within
from sanad.casework.assessments.services import (
    AssessmentHasMoved,
    add_photo,
    change_draft,
    confirm_assessment,
    confirm_assessments,
    draft_assessment,
    draft_assessments,
)
from sanad.casework.claims.models import Claim, Statement
from sanad.casework.claims.selectors import facts_now
from sanad.casework.claims.services import FactsRefused
from sanad.registry.models import Tie
from sanad.registry.proposals import NewDwelling
from sanad.registry.selectors import Recused
from sanad.registry.services import recuse
from sanad.staff.models import Assignment
from sanad.staff.roles import Role
from sanad.staff.scopes import reach_of
from tests.casework.families import AT, KARIM, building, family, maya, new_claim, omar, received

VISIT = date(2026, 3, 1)
WALLS = Seen(Part.WALLS, Damage.SEVERE, 148_000)
FLOORS = Seen(Part.FLOORS, Damage.PARTIAL, 96_500)

pytestmark = pytest.mark.django_db


def visit(claim: Claim, *elements: Seen, damage: str = "partial") -> NewAssessment:
    return NewAssessment(claim, VISIT, damage, is_unfit=True, area=104_000, elements=elements or (WALLS, FLOORS))


def drafted(claim: Claim | None = None) -> Assessment:
    return draft_assessment(new=visit(claim or received().claim), at=AT, by=omar())


def test_a_draft_states_nothing():
    draft = drafted()

    assert draft.reference == "V-000001"
    assert not Statement.objects.filter(source__startswith="assessment").exists()
    assert assessment_that_counts(draft.claim) is None


def test_a_confirmed_visit_states_its_facts_for_the_claim_by_its_own_reference():
    draft = drafted()

    confirm_assessment(assessment=draft, at=AT, by=maya())

    claim = draft.claim
    assert facts_now(claim)["dwelling"][claim.dwelling.reference] == {"damage": "partial"}
    assert Statement.objects.get(source="assessment:V-000001").stated_by == maya()
    assert assessment_that_counts(claim) == draft


def test_a_class_that_the_programme_does_not_know_is_refused_and_the_draft_stays_one():
    draft = draft_assessment(new=visit(received().claim, damage="a bit"), at=AT, by=omar())

    with pytest.raises(FactsRefused):
        confirm_assessment(assessment=draft, at=AT, by=maya())

    assert Assessment.objects.get().state == State.DRAFT


def test_a_draft_is_saved_again_whole():
    draft = drafted()

    change_draft(assessment=draft, new=visit(draft.claim, FLOORS), at=AT, by=omar())

    assert draft.version == 2
    assert [(one.part, one.quantity, one.unit) for one in draft.elements.all()] == [("floors", 96_500, "m2")]


def test_nobody_saves_over_a_draft_that_changed_meanwhile():
    draft = drafted()
    as_maya_read_it = Assessment.objects.get(pk=draft.pk)
    change_draft(assessment=draft, new=visit(draft.claim, FLOORS), at=AT, by=omar())

    with pytest.raises(AssessmentHasMoved) as refusal:
        change_draft(assessment=as_maya_read_it, new=visit(draft.claim, WALLS), at=AT, by=maya())

    assert refusal.value.assessment.version == 2
    assert [one.part for one in draft.elements.all()] == ["floors"]


def test_a_draft_that_changed_after_it_was_read_is_not_confirmed():
    draft = drafted()
    as_maya_read_it = Assessment.objects.get(pk=draft.pk)
    change_draft(assessment=draft, new=visit(draft.claim, FLOORS), at=AT, by=omar())

    with pytest.raises(AssessmentHasMoved):
        confirm_assessment(assessment=as_maya_read_it, at=AT, by=maya())


def test_a_confirmed_visit_is_replaced_by_another_and_never_changed():
    first = drafted()
    confirm_assessment(assessment=first, at=AT, by=maya())
    second = drafted(first.claim)

    confirm_assessment(assessment=second, at=AT, by=maya())

    first = Assessment.objects.get(pk=first.pk)
    assert first.state == State.REPLACED
    assert assessment_that_counts(first.claim) == second
    with pytest.raises(AssessmentHasMoved):
        change_draft(assessment=first, new=visit(first.claim), at=AT, by=omar())


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"elements": (replace(WALLS, quantity=-1),)}, "bad_quantity"),
        ({"elements": (replace(WALLS, quantity=10_000_001),)}, "bad_quantity"),
        ({"elements": (Seen(Part.WATER, Damage.NONE, 1_000),)}, "quantity_without_damage"),
        ({"elements": (WALLS, WALLS)}, "part_twice"),
        ({"area": 0}, "bad_area"),
        ({"area": 2**70}, "bad_area"),
        ({"assessed_on": date(2026, 3, 3)}, "day_to_come"),
    ],
)
def test_what_no_assessor_can_have_seen_is_refused_in_both_languages(change: dict[str, object], code: str):
    seen = replace(visit(received().claim), **change)

    with pytest.raises(AssessmentRefused) as refusal:
        draft_assessment(new=seen, at=AT, by=omar())

    assert refusal.value.code == code
    assert refusal.value.says["ar"]
    assert not Assessment.objects.exists()


def test_the_database_holds_what_the_form_holds():
    draft = drafted()

    with pytest.raises(IntegrityError), transaction.atomic():
        Element.objects.update(quantity=-1)
    with pytest.raises(IntegrityError), transaction.atomic():
        Assessment.objects.filter(pk=draft.pk).update(state=State.CONFIRMED)


def test_a_photo_is_kept_under_the_familys_key_and_once(tmp_path: Path, settings: Settings):
    settings.MEDIA_ROOT = tmp_path
    draft, identity, out = drafted(), uuid.uuid4(), io.BytesIO()
    Image.new("RGB", (64, 48), "olive").save(out, "JPEG")

    for _ in range(2):
        add_photo(
            assessment=draft,
            id=identity,
            file=io.BytesIO(out.getvalue()),
            name="a.jpg",
            part=Part.WALLS,
            at=AT,
            by=omar(),
        )

    (photo,) = draft.photos.all()
    assert photo.file.key == draft.claim.household.key
    assert Event.objects.filter(act="assessment.photo").count() == 1


def test_an_assessor_does_not_assess_the_own_building():
    claim = received().claim
    recuse(user=omar(), tie=Tie.NEIGHBOUR, building=claim.dwelling.building, at=AT, by=maya())

    with pytest.raises(Recused):
        draft_assessment(new=visit(claim), at=AT, by=omar())


def test_a_day_in_the_field_is_confirmed_all_or_none():
    here = building("12")
    claims = [
        received(new_claim(home=NewDwelling(here, f"12-{floor}"), household=family(KARIM))).claim for floor in range(3)
    ]
    drafts = draft_assessments(new=[visit(claim) for claim in claims], at=AT, by=omar())
    confirm_assessment(assessment=drafts[1], at=AT, by=maya())

    with pytest.raises(AssessmentHasMoved):
        confirm_assessments(assessments=drafts, at=AT, by=maya())

    assert Assessment.objects.filter(state=State.CONFIRMED).count() == 1


def test_drafts_wait_in_the_list_of_the_district_only():
    drafted()
    for user, district in ((omar(), "cod-LB32"), (maya(), "cod-LB56")):
        Assignment.objects.create(user=user, role=Role.ENGINEER, district=district, since=VISIT)

    assert drafts_within(reach_of(omar(), VISIT)).count() == 1
    assert drafts_within(reach_of(maya(), VISIT)).count() == 0


def test_a_visit_of_today_is_taken_in_after_midnight_while_it_is_still_yesterday_by_utc():
    after_midnight, today = datetime(2026, 6, 30, 22, 30, tzinfo=UTC), date(2026, 7, 1)

    made = draft_assessment(new=replace(visit(received().claim), assessed_on=today), at=after_midnight, by=omar())

    assert made.assessed_on == today
