import uuid
from datetime import timedelta

from sanad.audit.models import Event
from sanad.casework.assessments.models import Damage, Part
from sanad.casework.assessments.proposals import NewAssessment, Seen
from sanad.casework.assessments.services import confirm_assessment, draft_assessment
from sanad.casework.claims.models import Statement
from sanad.casework.safety.models import Colour, DangerReport, Placard, Precaution, Reason, Triage
from sanad.casework.safety.services import (
    Danger,
    NewPlacard,
    lapse_precautions,
    order_precaution,
    place_placard,
    report_danger,
    triage_report,
)
from sanad.staff.models import Assignment, User
from sanad.staff.roles import Role
from tests.at_once import at_once
from tests.casework.families import AT, building, maya, omar, received


def names_of(found: list[object]) -> list[str]:
    return sorted(type(one).__name__ for one in found)


def made(role: Role) -> User:
    user = User.objects.create_user(f"{role}@example.org", role.label)
    Assignment.objects.create(user=user, role=role, since=AT.date())
    return user


def test_of_two_who_confirm_at_once_one_is_told(own_database: str):
    elements = (Seen(Part.WALLS, Damage.SEVERE, 148_000),)
    new = NewAssessment(received().claim, AT.date(), "partial", is_unfit=False, elements=elements)
    draft = draft_assessment(new=new, at=AT, by=omar())

    def try_it() -> None:
        confirm_assessment(assessment=draft, at=AT, by=maya())

    found = at_once(try_it, try_it)

    assert names_of(found) == ["AssessmentHasMoved", "NoneType"], found
    assert Statement.objects.filter(source="assessment:V-000001").count() == 1


def test_of_two_engineers_at_once_one_is_told(own_database: str):
    here, engineer = building(), made(Role.ENGINEER)

    def try_it() -> Placard:
        return place_placard(new=NewPlacard(here, Colour.GREEN), at=AT, by=engineer)

    found = at_once(try_it, try_it)

    assert names_of(found) == ["Placard", "PlacardHasChanged"], found
    assert Placard.objects.count() == 1


def test_of_two_who_sort_a_report_at_once_one_is_told(own_database: str):
    here, officer = building(), made(Role.SAFETY_OFFICER)
    report = report_danger(danger=Danger(uuid.uuid4(), here, "It leans"), at=AT, by=None)

    def sort(triage: Triage) -> None:
        triage_report(report=DangerReport.objects.get(pk=report.pk), triage=triage, at=AT, by=officer)

    found = at_once(lambda: sort(Triage.NO_DANGER), lambda: sort(Triage.ACUTE))

    assert names_of(found) == ["AlreadyTriaged", "NoneType"], found


def test_of_two_precautions_at_once_one_is_ordered(own_database: str):
    here, officer = building(), made(Role.SAFETY_OFFICER)

    def try_it() -> Precaution:
        return order_precaution(building=here, reason=Reason.LEANING, hours=72, at=AT, by=officer)

    found = at_once(try_it, try_it)

    assert names_of(found) == ["AlreadyPrecaution", "Precaution"], found
    assert Precaution.objects.count() == 1


def test_a_report_sent_four_times_at_once_is_one(own_database: str):
    danger = Danger(uuid.uuid4(), building(), "It leans")

    found = at_once(*[lambda: report_danger(danger=danger, at=AT, by=None)] * 4)

    assert names_of(found) == ["DangerReport"] * 4, found
    assert DangerReport.objects.count() == 1


def test_a_precaution_that_runs_out_under_two_workers_ends_once(own_database: str):
    here, officer = building(), made(Role.SAFETY_OFFICER)
    order_precaution(building=here, reason=Reason.LEANING, hours=1, at=AT, by=officer)

    found = at_once(*[lambda: len(lapse_precautions(at=AT + timedelta(hours=1)))] * 3)

    assert sorted(found) == [0, 0, 1], found
    assert Event.objects.filter(act="precaution.lapse").count() == 1
