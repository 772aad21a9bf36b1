from datetime import timedelta
from pathlib import Path

import pytest
from pytest_django import Settings

from sanad.casework.notices.models import Notice
from sanad.casework.safety.models import Colour, Reason
from sanad.casework.safety.services import NewPlacard, place_placard
from sanad.casework.works.models import Halt, Kind
from sanad.casework.works.reasons import Ending, Restart
from sanad.casework.works.reasons import Reason as Why
from sanad.casework.works.refusals import WorksRefused
from sanad.casework.works.selectors import why_not_finish
from sanad.casework.works.services import end_halt, halt_unsafe, keep_out, mark_building
from sanad.registry.models import Building
from sanad.registry.proposals import NewDwelling
from sanad.staff.roles import Role
from tests.casework.alarms import WEEK, elias, kept_out, nadia, photo, red
from tests.casework.families import AT, KARIM, family, new_claim, received
from tests.casework.works.sites import LATER, house, ordered

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _files(tmp_path: Path, settings: Settings) -> None:
    settings.MEDIA_ROOT = tmp_path


def marked_red(here: Building) -> None:
    new = NewPlacard(here, Colour.RED, None, Reason.CRACKED, AT + WEEK, photo())
    mark_building(new=new, at=AT, by=elias())


def marked_green(here: Building) -> None:
    seen = here.placards.filter(ended_at=None).first()
    place_placard(new=NewPlacard(here, Colour.GREEN, seen), at=LATER, by=elias())


def test_a_red_placard_halts_the_finishing_works_in_the_same_act():
    here = house()
    order = ordered(here, Kind.FINISHING)

    marked_red(here)

    one = Halt.objects.get()
    assert (one.order, one.reason, one.restart) == (order, Why.UNSAFE, Restart.SAFE)
    assert (one.halted_by, one.office, one.placard.colour) == (elias(), Role.ENGINEER, Colour.RED)
    assert one.review_on == (AT + WEEK).date()
    assert {notice.kind for notice in Notice.objects.filter(written_at=AT)} >= {"placard_red", "halt"}


def test_a_precaution_halts_them_by_the_safety_office():
    here = house()
    ordered(here, Kind.FINISHING)

    keep_out(building=here, reason=Reason.LEANING, hours=2, at=AT, by=nadia())

    one = Halt.objects.get()
    assert (one.halted_by, one.office) == (nadia(), Role.SAFETY_OFFICER)
    assert one.review_on == AT.date() + timedelta(days=1)


def test_structural_works_go_on_under_a_red_placard():
    here = house()
    ordered(here)

    marked_red(here)

    assert not Halt.objects.exists()


def test_a_placard_placed_by_another_door_stops_at_once_and_is_written_down_by_the_worker_once():
    here = house()
    ordered(here, Kind.FINISHING)
    red(here)

    codes = why_not_finish(here, AT)
    written = [halt_unsafe(at=AT) for _ in range(2)]

    assert codes == ["red_placard"]
    assert written == [1, 0]
    assert Halt.objects.get().halted_by == elias()


def test_a_precaution_ordered_by_another_door_is_written_down_too():
    here = house()
    ordered(here, Kind.FINISHING)
    kept_out(here)

    assert halt_unsafe(at=AT) == 1
    assert Halt.objects.get().precaution.building == here


def test_structural_works_ordered_meanwhile_halt_the_finishing_works():
    here = house()
    ordered(here, Kind.FINISHING)

    ordered(here)

    assert Halt.objects.get().reason == Why.STRUCTURE_FIRST
    assert why_not_finish(here, AT) == ["structure_unfinished"]


def test_nobodys_word_ends_such_a_halt_while_the_building_is_unsafe_and_a_placard_lets_it_end():
    here = house()
    ordered(here, Kind.FINISHING)
    marked_red(here)
    one = Halt.objects.get()

    with pytest.raises(WorksRefused) as refusal:
        end_halt(halt=one, ending=Ending.MISTAKE, at=LATER, by=elias())
    marked_green(here)
    ended = end_halt(halt=one, ending=Ending.FOUND_SAFE, at=LATER, by=elias())

    assert refusal.value.code == "is_unsafe"
    assert not ended.is_open
    assert halt_unsafe(at=LATER) == 0


def test_a_green_placard_alone_restarts_nothing():
    here = house()
    ordered(here, Kind.FINISHING)
    marked_red(here)

    marked_green(here)

    assert Halt.objects.get().is_open
    assert why_not_finish(here, LATER) == []


def test_a_family_that_files_after_the_placard_is_told_of_it_when_it_files():
    here = house()
    marked_red(here)

    new = received(new_claim(NewDwelling(here, "219-5-A", 5), family(KARIM))).claim

    assert Notice.objects.filter(household=new.household, kind="placard_red").count() == 1


def test_a_family_that_files_after_the_building_was_found_safe_is_told_nothing():
    here = house()
    marked_red(here)
    marked_green(here)

    new = received(new_claim(NewDwelling(here, "219-5-A", 5), family(KARIM))).claim

    assert not Notice.objects.filter(household=new.household, kind__startswith="placard").exists()
