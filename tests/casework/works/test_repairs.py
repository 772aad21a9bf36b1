import uuid
from pathlib import Path

import pytest
from pytest_django import Settings

from sanad.casework.assessments.inspecting import AlreadyInspected
from sanad.casework.assessments.models import Inspection, Milestone
from sanad.casework.claims.models import Claim
from sanad.casework.claims.selectors import facts_now
from sanad.casework.claims.services import state_facts_of
from sanad.casework.works.refusals import WorksRefused
from sanad.casework.works.services import certify_repair
from tests.casework.alarms import elias, red
from tests.casework.families import AT, maya, programme, received
from tests.casework.works.sites import LATER, seen
from tests.casework.works.test_stages import SUBURBS, claim_in_the_suburbs

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _files(tmp_path: Path, settings: Settings) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def claim() -> Claim:
    return claim_in_the_suburbs(received().claim.dwelling.building)


def signed(claim: Claim) -> None:
    facts = {"claim": {"contract_signed": True}}
    state_facts_of(claim=claim, facts=facts, source="desk", at=AT, by=maya(), seen={})


def certify(claim: Claim, milestone: Milestone, identity: uuid.UUID | None = None) -> Inspection:
    given = seen(LATER.date(), identity)
    return certify_repair(claim=claim, milestone=milestone, seen=given, at=LATER, by=elias())


def refusal_of(claim: Claim, milestone: Milestone) -> str:
    with pytest.raises(WorksRefused) as refusal:
        certify(claim, milestone)
    return refusal.value.code


def test_half_and_finished_repair_are_stated_in_their_turn(claim: Claim):
    signed(claim)

    certify(claim, Milestone.HALF)
    certify(claim, Milestone.FINAL)

    facts = facts_now(claim)["claim"][claim.number]
    assert (facts["half_inspected"], facts["works_inspected"]) == (True, True)


def test_a_repair_is_inspected_after_its_contract_and_the_half_before_the_whole(claim: Claim):
    assert refusal_of(claim, Milestone.HALF) == "contract_first"
    signed(claim)

    assert refusal_of(claim, Milestone.FINAL) == "half_first"


def test_a_repair_is_inspected_once_and_sent_twice_it_is_one(claim: Claim):
    signed(claim)
    identity = uuid.uuid4()

    found = {certify(claim, Milestone.HALF, identity).pk for _ in range(2)}

    assert len(found) == 1
    with pytest.raises(AlreadyInspected, match="elias"):
        certify(claim, Milestone.HALF)


def test_a_repair_in_an_unsafe_building_waits(claim: Claim):
    signed(claim)
    red(claim.dwelling.building)

    assert refusal_of(claim, Milestone.HALF) == "red_placard"


def test_a_programme_without_the_field_asks_for_no_inspection(claim: Claim):
    other = Claim.objects.exclude(pk=claim.pk).get()

    assert programme(SUBURBS).key != other.programme.key
    assert refusal_of(other, Milestone.HALF) == "no_such_milestone"
