from datetime import timedelta
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction
from pytest_django import Settings

from sanad.casework.notices.models import Notice
from sanad.casework.safety.models import Colour, HowEnded, Precaution
from sanad.casework.safety.refusals import SafetyRefused
from sanad.casework.safety.selectors import overdue, precaution_of
from sanad.casework.safety.services import (
    AlreadyPrecaution,
    EngineerIsAwaited,
    NewPlacard,
    PrecautionHasEnded,
    end_precaution,
    lapse_precautions,
    place_placard,
)
from sanad.ops.working import DUTIES
from tests.casework.alarms import elias, kept_out, nadia, red
from tests.casework.families import AT, building, received

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _files(tmp_path: Path, settings: Settings) -> None:
    settings.MEDIA_ROOT = tmp_path


def test_a_precaution_holds_for_its_hours_and_no_longer():
    here = building()

    kept_out(here, hours=48)

    assert precaution_of(here, AT + timedelta(hours=47))
    assert precaution_of(here, AT + timedelta(hours=48)) is None


@pytest.mark.parametrize("hours", [0, -1, 73, 10_000])
def test_a_precaution_lasts_72_hours_at_most(hours: int):
    with pytest.raises(SafetyRefused):
        kept_out(building(), hours)

    assert not Precaution.objects.exists()


def test_the_database_knows_no_longer_precaution():
    kept_out(building())

    with pytest.raises(IntegrityError), transaction.atomic():
        Precaution.objects.update(hours=73)


def test_a_precaution_is_not_ordered_twice_without_an_engineer_between():
    here = building()
    kept_out(here)
    with pytest.raises(AlreadyPrecaution):
        kept_out(here)
    lapse_precautions(at=AT + timedelta(hours=72))

    with pytest.raises(EngineerIsAwaited):
        kept_out(here)
    place_placard(new=NewPlacard(here, Colour.GREEN), at=AT, by=elias())

    assert kept_out(here)


def test_a_placard_ends_the_precaution():
    here = building()
    kept_out(here)

    red(here)

    assert Precaution.objects.get().state == HowEnded.PLACARD
    assert overdue(AT + timedelta(hours=73)).precautions == []


def test_a_precaution_that_ran_out_unseen_ends_and_escalates():
    claim = received().claim
    precaution = kept_out(claim.dwelling.building)

    assert lapse_precautions(at=AT + timedelta(hours=71)) == []
    assert lapse_precautions(at=AT + timedelta(hours=72)) == [precaution]

    assert lapse_precautions(at=AT + timedelta(hours=73)) == []
    assert overdue(AT + timedelta(hours=73)).precautions == [precaution]
    assert list(Notice.objects.order_by("id").values_list("kind", flat=True)) == [
        "claim_received", "precaution", "precaution_ended",
    ]  # fmt: skip


def test_the_worker_ends_what_ran_out():
    precaution = kept_out(building())

    done = sum(duty(AT + timedelta(hours=72)) for duty in DUTIES if duty.__name__ == "lapse")

    assert done == 1
    assert Precaution.objects.get(pk=precaution.pk).state == HowEnded.LAPSED


def test_the_officer_lifts_a_precaution_once():
    precaution = kept_out(building())

    end_precaution(precaution=precaution, at=AT, by=nadia())

    with pytest.raises(PrecautionHasEnded):
        end_precaution(precaution=precaution, at=AT, by=nadia())
