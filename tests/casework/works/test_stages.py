import uuid
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction
from pytest_django import Settings

from sanad.audit.models import Event
from sanad.casework.assessments.inspecting import InspectionRefused
from sanad.casework.assessments.models import Inspection
from sanad.casework.claims.models import Claim
from sanad.casework.claims.selectors import facts_now
from sanad.casework.claims.services import receive_claim
from sanad.casework.notices.models import Notice
from sanad.casework.works.acting import NotTheirs
from sanad.casework.works.models import Kind, Order, Stage, State
from sanad.casework.works.proposals import Of
from sanad.casework.works.refusals import SamePerson, StageIsCertified, WorksRefused
from sanad.casework.works.services import certify_stage, close_order, halt, order_works
from sanad.registry.models import Building, Dwelling
from sanad.staff.models import User
from sanad.staff.roles import Role
from tests.casework.alarms import elias, red, with_role
from tests.casework.families import AT, maya, new_claim, programme
from tests.casework.works.sites import (
    LATER,
    TODAY,
    certified,
    farah,
    for_money,
    house,
    leila,
    ordered,
    prepared,
    seen,
)
from tests.health.tree import ROOT

pytestmark = pytest.mark.django_db
SUBURBS = ROOT / "programmes/demo-southern-suburbs"


@pytest.fixture(autouse=True)
def _files(tmp_path: Path, settings: Settings) -> None:
    settings.MEDIA_ROOT = tmp_path


def refusal_of(order: Order, number: int, **other: object) -> str:
    """The code with which certifying the stage is refused."""
    stage = order.stages.get(number=number)
    given = {"seen": seen(LATER.date()), "at": LATER, "by": elias()} | other
    with pytest.raises((WorksRefused, InspectionRefused)) as refusal:
        certify_stage(stage=stage, **given)
    return refusal.value.code


def claim_in_the_suburbs(here: Building) -> Claim:
    """The same home under a programme that asks whether the structure is repaired."""
    rules = programme(SUBURBS, "DSS")
    new = new_claim(Dwelling.objects.get(building=here))
    return receive_claim(programme=rules, new=new, at=AT, by=maya()).claim


def of_the_building(claim: Claim) -> dict[str, object]:
    return facts_now(claim)["building"][claim.dwelling.building.reference]


def test_an_engineer_certifies_a_stage_with_a_day_and_a_photo():
    stage = certified(ordered(house()), 1)

    assert (stage.certified_by, stage.inspection.inspected_on) == (elias(), LATER.date())
    assert stage.inspection.photo.kind == "jpeg"
    assert Notice.objects.filter(kind="works_stage").count() == 1
    assert Event.objects.get(act="works.certify").facts["amount"] == 30_000


def test_a_stage_is_certified_after_its_order_only():
    waiting = prepared(house())

    assert refusal_of(waiting, 1) == "not_ordered"
    order = order_works(order=waiting, at=LATER, by=farah())
    assert refusal_of(order, 1, seen=seen(TODAY)) == "before_order"


def test_the_database_refuses_a_certificate_before_the_order():
    stage = prepared(house()).stages.get(number=1)
    inspection = certified(ordered(stage.order.building), 1).inspection

    with pytest.raises(IntegrityError, match="stage_is_certified_after_its_order"), transaction.atomic():
        Stage.objects.filter(pk=stage.pk).update(certified_at=AT, certified_by=elias(), inspection_id=inspection.pk + 1)


def test_stages_are_certified_in_their_order():
    order = ordered(house())

    assert refusal_of(order, 2) == "out_of_order"
    assert refusal_of(order, 3) == "out_of_order"


def test_a_stage_is_certified_once_and_the_second_engineer_is_told_by_whom():
    order = ordered(house())
    certified(order, 1)

    with pytest.raises(StageIsCertified, match="elias"):
        certified(order, 1)

    assert Inspection.objects.count() == 1


def test_a_certificate_sent_twice_is_one():
    stage, identity = ordered(house()).stages.get(number=1), uuid.uuid4()

    for _ in range(2):
        certify_stage(stage=stage, seen=seen(TODAY, identity), at=LATER, by=elias())

    assert Inspection.objects.count() == 1
    assert Event.objects.filter(act="works.certify").count() == 1


def test_a_certificate_needs_a_photo_and_a_day_that_has_been():
    order = ordered(house())

    assert refusal_of(order, 1, seen=replace(seen(), photo=None)) == "no_photo"
    assert refusal_of(order, 1, seen=seen(LATER.date() + timedelta(days=1))) == "day_to_come"
    assert not Inspection.objects.exists()


def test_whoever_ordered_the_works_does_not_certify_their_stages():
    order = ordered(house())
    ordering: User = with_role("farah@example.org", Role.ENGINEER, "cod-LB32")

    with pytest.raises(SamePerson):
        certify_stage(stage=order.stages.get(number=1), seen=seen(), at=LATER, by=ordering)
    with pytest.raises(NotTheirs):
        certify_stage(stage=order.stages.get(number=1), seen=seen(), at=LATER, by=leila())


def test_a_halted_order_certifies_nothing():
    here = house()
    order = ordered(here)
    halt(new=for_money(Of(building=here)), at=AT, by=elias())

    assert refusal_of(order, 1) == "halted"


def test_a_stage_of_finishing_works_waits_while_the_building_is_unsafe():
    here = house()
    order = ordered(here, Kind.FINISHING)
    red(here)

    assert refusal_of(order, 1) == "red_placard"


def test_the_last_stage_finishes_the_works():
    order = ordered(house())

    for number in (1, 2, 3):
        certified(order, number)

    order.refresh_from_db()
    assert (order.state, order.ended_by) == (State.FINISHED, elias())
    assert refusal_of_a_finished(order)


def refusal_of_a_finished(order: Order) -> bool:
    with pytest.raises(StageIsCertified):
        certified(order, 3)
    return True


def test_the_last_structural_stage_states_that_the_structure_is_repaired():
    here = house()
    claim = claim_in_the_suburbs(here)
    order = ordered(here)

    found = [of_the_building(claim).get("structure_repaired")]
    for number in (1, 2, 3):
        certified(order, number)
        found.append(of_the_building(claim).get("structure_repaired"))

    assert found == [False, False, False, True]


def test_the_structure_is_not_repaired_while_another_structural_order_is_open():
    here = house()
    claim = claim_in_the_suburbs(here)
    first, second = ordered(here, sums=[10_000]), ordered(here, sums=[20_000])

    certified(first, 1)
    before = of_the_building(claim)["structure_repaired"]
    certified(second, 1)

    assert (before, of_the_building(claim)["structure_repaired"]) == (False, True)


def test_finishing_works_state_nothing_of_the_structure():
    here = house()
    claim = claim_in_the_suburbs(here)

    certified(ordered(here, Kind.FINISHING, [10_000]), 1)

    assert "structure_repaired" not in of_the_building(claim)


def test_closed_works_certify_nothing():
    order = ordered(house())
    close_order(order=order, words="The contractor is bankrupt.", at=AT, by=farah())

    assert refusal_of(order, 1) == "not_ordered"


def test_an_inspection_is_never_changed():
    certified(ordered(house()), 1)

    with pytest.raises(IntegrityError), transaction.atomic():
        Inspection.objects.update(inspected_on=TODAY)
    with pytest.raises(IntegrityError), transaction.atomic():
        Inspection.objects.all().delete()
