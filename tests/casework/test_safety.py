import uuid
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction
from pytest_django import Settings

from sanad.audit.models import Event
from sanad.casework.claims.models import Claim, Statement
from sanad.casework.notices.models import Notice
from sanad.casework.safety.models import Colour, DangerReport, Placard, Reason, Triage
from sanad.casework.safety.owners import NotTheirs
from sanad.casework.safety.refusals import ReportRefused, SafetyRefused
from sanad.casework.safety.selectors import contact_of, overdue, placard_of, reports_within, words_of
from sanad.casework.safety.services import (
    AlreadyTriaged,
    Danger,
    NewPlacard,
    PlacardHasChanged,
    place_placard,
    report_danger,
    triage_report,
)
from sanad.registry.models import Tie
from sanad.registry.selectors import Recused
from sanad.registry.services import recuse
from sanad.staff.scopes import reach_of
from tests.casework.alarms import WEEK, elias, nadia, red, told
from tests.casework.families import AT, building, maya, omar, received

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _files(tmp_path: Path, settings: Settings) -> None:
    settings.MEDIA_ROOT = tmp_path


def test_anybody_reports_and_the_clock_of_a_named_owner_starts():
    officer = nadia()

    report = told(building())

    assert (report.owner, report.due_at) == (officer, AT + timedelta(hours=24))
    assert words_of(report) == "العمود في الطابق الأرضي مشقوق"
    assert contact_of(report) == "03 123 456"
    assert "العمود".encode() not in bytes(report.words)


def test_a_report_has_no_other_effect():
    claim = received().claim
    before = Notice.objects.count()

    told(claim.dwelling.building)

    assert Notice.objects.count() == before
    assert not Statement.objects.exists()
    assert not Placard.objects.exists()
    assert "مشقوق" not in str(Event.objects.get(act="danger.report").facts)


def test_a_report_sent_twice_is_one():
    danger = Danger(uuid.uuid4(), building(), "It leans")

    reports = {report_danger(danger=danger, at=AT, by=None).pk for _ in range(2)}

    assert len(reports) == 1


@pytest.mark.parametrize(
    ("words", "contact", "code"),
    [
        ("", "", "no_words"),
        (" \n ", "", "no_words"),
        ("x" * 2_001, "", "words_too_long"),
        ("It leans\x00", "", "not_readable"),
        ("It leans", "03\ud800", "not_readable"),
        ("It leans", "0" * 201, "words_too_long"),
    ],
)
def test_a_report_that_cannot_be_kept_is_refused_with_a_sentence(words: str, contact: str, code: str):
    with pytest.raises(ReportRefused) as refusal:
        told(building(), words, contact)

    assert refusal.value.code == code
    assert not DangerReport.objects.exists()


def test_a_report_past_its_clock_escalates_and_one_without_owner_at_once():
    nadia()
    in_time = told(building())
    unowned = told(building("5", code="cod-LB56"))

    assert overdue(AT).reports == [unowned]
    assert set(overdue(AT + timedelta(hours=25)).reports) == {in_time, unowned}


def test_a_report_is_sorted_once_by_the_first_officer():
    report = told(building())
    triage_report(report=report, triage=Triage.INSPECTION, at=AT, by=nadia())

    with pytest.raises(AlreadyTriaged, match="nadia"):
        triage_report(report=report, triage=Triage.NO_DANGER, at=AT, by=nadia())

    assert DangerReport.objects.get().triage == Triage.INSPECTION
    assert overdue(AT + WEEK).reports == []


def test_sorting_belongs_to_the_safety_officer_of_the_district():
    report = told(building())

    for stranger in (maya(), elias(), nadia(district="cod-LB56")):
        with pytest.raises(NotTheirs):
            triage_report(report=report, triage=Triage.NO_DANGER, at=AT, by=stranger)


def test_a_red_placard_is_told_to_the_families_of_the_building():
    claim = received().claim

    placard = red(claim.dwelling.building)

    notice = Notice.objects.get(kind="placard_red")
    assert notice.household == claim.household
    assert notice.facts["reason"]["ar"] == "تصدّع أعمدة أو جدران حاملة"
    assert placard_of(claim.dwelling.building) == placard


@pytest.mark.parametrize(
    ("new", "codes"),
    [
        ({"colour": Colour.RED}, {"no_reason", "no_review", "no_evidence"}),
        ({"colour": Colour.YELLOW, "reason": Reason.STAIRS}, {"no_review"}),
        ({"colour": Colour.YELLOW, "reason": Reason.STAIRS, "review_at": AT}, {"no_review"}),
    ],
)
def test_a_restriction_has_its_reason_its_evidence_and_its_review(new: dict[str, object], codes: set[str]):
    with pytest.raises(SafetyRefused) as refusal:
        place_placard(new=NewPlacard(building(), **new), at=AT, by=elias())

    assert {one.code for one in refusal.value.problems} == codes


def test_the_database_refuses_a_red_placard_without_evidence():
    red(building())

    with pytest.raises(IntegrityError), transaction.atomic():
        Placard.objects.update(evidence=None)


def test_whoever_looked_before_another_marked_the_building_is_told():
    here = building()
    first = red(here)
    place_placard(new=NewPlacard(here, Colour.GREEN, first), at=AT, by=elias())

    with pytest.raises(PlacardHasChanged) as refusal:
        red(here, seen=first)
    with pytest.raises(PlacardHasChanged):
        red(here, seen=None)

    assert refusal.value.placard
    assert refusal.value.placard.colour == Colour.GREEN


def test_a_placard_belongs_to_an_engineer_who_does_not_live_there():
    here = building()
    with pytest.raises(NotTheirs):
        place_placard(new=NewPlacard(here, Colour.GREEN), at=AT, by=nadia())
    recuse(user=elias(), tie=Tie.NEIGHBOUR, building=here, at=AT, by=maya())

    with pytest.raises(Recused):
        place_placard(new=NewPlacard(here, Colour.GREEN), at=AT, by=elias())


def test_a_restriction_whose_review_has_passed_escalates():
    placard = red(building())

    assert overdue(AT + WEEK).placards == []
    assert overdue(AT + WEEK + timedelta(seconds=1)).placards == [placard]


def test_reports_are_seen_in_their_district_only():
    report = told(building())

    assert list(reports_within(reach_of(nadia(), AT.date()))) == [report]
    assert list(reports_within(reach_of(omar(), AT.date()))) == []


def test_a_withdrawn_claim_hears_nothing():
    claim = received().claim
    Claim.objects.filter(pk=claim.pk).update(state="withdrawn")

    red(claim.dwelling.building)

    assert not Notice.objects.filter(kind="placard_red").exists()
