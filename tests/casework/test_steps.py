from datetime import date

import pytest
from django.db import IntegrityError, transaction

from sanad.audit.models import Event
from sanad.casework.claims.models import Claim, ClaimStep, State, Why
from sanad.casework.claims.selectors import texts_of, way_of
from sanad.casework.claims.services import (
    ClaimHasMoved,
    FactsAreMissing,
    HoldRefused,
    StepNotAllowed,
    complete_claim,
    hold_claim,
    release_claim,
    reopen_claim,
    withdraw_claim,
)
from sanad.casework.claims.services import steps as steps_module
from sanad.casework.notices.selectors import notices_of
from sanad.registry.services import forget_household
from tests.casework.families import AT, maya, omar, received

REVIEW = date(2026, 4, 1)

pytestmark = pytest.mark.django_db


def read_again(claim: Claim) -> Claim:
    return Claim.objects.get(pk=claim.pk)


def held(claim: Claim, note: str = "") -> None:
    hold_claim(claim=claim, why=Why.PAPERS_AWAITED, body="Land register", review_on=REVIEW, note=note, at=AT, by=maya())


def test_a_claim_goes_its_way_and_every_step_is_kept_with_who_and_why():
    claim = received().claim

    complete_claim(claim=claim, at=AT, by=maya())
    held(claim, note="كتبت سميرة")
    release_claim(claim=claim, at=AT, by=omar())

    steps = way_of(read_again(claim))
    assert [step.to_state for step, _ in steps] == ["received", "complete", "held", "received"]
    assert [note for _, note in steps] == ["", "", "كتبت سميرة", ""]
    assert steps[-1][0].by == omar()
    assert "سميرة".encode() not in bytes(steps[2][0].note)
    assert [notice.kind for notice in notices_of(claim.household)] == [
        "claim_released", "claim_held", "claim_complete", "claim_received",
    ]  # fmt: skip


def test_the_way_of_a_claim_can_be_read_when_what_was_written_beside_it_is_deleted():
    claim = received().claim
    held(claim, note="كتبت سميرة")

    forget_household(household=claim.household, at=AT, by=maya(), reason="retention_ended")

    assert [(step.to_state, note) for step, note in way_of(read_again(claim))] == [("received", ""), ("held", "")]
    assert texts_of(read_again(claim)) == {}


def test_whoever_comes_second_is_told_who_was_first():
    claim = received().claim
    as_omar_saw_it = read_again(claim)
    held(claim)

    with pytest.raises(ClaimHasMoved, match="Maya Rizk") as refusal:
        complete_claim(claim=as_omar_saw_it, at=AT, by=omar())

    assert refusal.value.step.why == Why.PAPERS_AWAITED
    assert read_again(claim).state == State.HELD
    assert not Event.objects.filter(act="claim.move", by=omar()).exists()


def test_no_step_leads_out_of_a_withdrawn_claim():
    claim = received().claim
    withdraw_claim(claim=claim, why=Why.FAMILY_ASKED, at=AT, by=maya())

    with pytest.raises(StepNotAllowed):
        reopen_claim(claim=read_again(claim), at=AT, by=maya())


def test_only_a_held_claim_is_released():
    with pytest.raises(StepNotAllowed):
        release_claim(claim=received().claim, at=AT, by=maya())


@pytest.mark.parametrize(
    ("body", "review_on", "code"),
    [
        ("", REVIEW, "no_name"),
        ("Land\x00register", REVIEW, "not_readable"),
        ("L" * 5_000, REVIEW, "name_too_long"),
        ("Land register", AT.date(), "review_is_past"),
    ],
)
def test_a_hold_names_whom_it_waits_for_and_a_day_to_come(body: str, review_on: date, code: str):
    claim = received().claim

    with pytest.raises(HoldRefused) as refusal:
        hold_claim(claim=claim, why=Why.WHO_SPEAKS, body=body, review_on=review_on, at=AT, by=maya())

    assert refusal.value.code == code
    assert read_again(claim).state == State.RECEIVED


def test_the_database_knows_no_hold_without_a_review():
    claim = received().claim

    with pytest.raises(IntegrityError), transaction.atomic():
        claim.steps.create(to_state=State.HELD, why=Why.WHO_SPEAKS, body="Land register", at=AT)


def test_a_claim_without_a_required_fact_is_not_complete(monkeypatch: pytest.MonkeyPatch):
    claim = received().claim
    monkeypatch.setattr(steps_module, "missing_facts", lambda claim: [type("Field", (), {"name": "damage"})])

    with pytest.raises(FactsAreMissing) as refusal:
        complete_claim(claim=claim, at=AT, by=maya())

    assert refusal.value.fields == ["damage"]


def test_steps_are_never_changed_or_deleted():
    received()

    with pytest.raises(IntegrityError), transaction.atomic():
        ClaimStep.objects.update(why=Why.SETTLED)
    with pytest.raises(IntegrityError), transaction.atomic():
        ClaimStep.objects.all().delete()


def test_a_withdrawn_claim_makes_room_for_another():
    claim = received().claim
    withdraw_claim(claim=claim, why=Why.SAME_LOSS, at=AT, by=maya())

    claim.pk, claim.number, claim.state = None, "SSP-000002-0", State.RECEIVED
    claim.client_id = "7d5d3a52-2f7e-4c7a-9d7e-0d6c54f6a001"
    claim.save(force_insert=True)

    assert Claim.objects.exclude(state=State.WITHDRAWN).count() == 1
