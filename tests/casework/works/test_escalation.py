from datetime import timedelta
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction
from pytest_django import Settings

from sanad.audit.models import Event
from sanad.casework.works.models import Escalation
from sanad.casework.works.proposals import Of
from sanad.casework.works.reasons import Ending
from sanad.casework.works.services import end_halt, escalate_halts, halt
from sanad.registry.models import Tie
from sanad.registry.services import recuse
from tests.casework.alarms import elias
from tests.casework.families import AT, maya, received
from tests.casework.works.sites import LATER, for_money, halted, house, leila
from tests.casework.works.test_extensions import extended

pytestmark = pytest.mark.django_db
PASSED = AT + timedelta(days=61)


@pytest.fixture(autouse=True)
def _files(tmp_path: Path, settings: Settings) -> None:
    settings.MEDIA_ROOT = tmp_path


def test_a_passed_review_is_told_to_the_lead_of_the_district_once():
    lead, everywhere = leila(), halted(house())

    told = [escalate_halts(at=AT + timedelta(days=days)) for days in (60, 61, 62)]

    assert told == [0, 1, 0]
    one = Escalation.objects.get()
    assert (one.halt, one.to, one.review_on) == (everywhere, lead, everywhere.review_on)
    assert Event.objects.filter(act="halt.escalate", by=None).count() == 1


def test_an_extension_sets_a_new_clock_that_escalates_again():
    one = halted(house())
    escalate_halts(at=PASSED)

    extended(one, 30)

    assert escalate_halts(at=PASSED) == 0
    assert escalate_halts(at=PASSED + timedelta(days=31)) == 1


def test_an_ended_halt_does_not_escalate():
    end_halt(halt=halted(house()), ending=Ending.MONEY_CAME, at=LATER, by=elias())

    assert escalate_halts(at=PASSED) == 0


def test_where_no_lead_is_named_or_the_lead_lives_there_that_is_said():
    here = house()
    recuse(user=leila(), tie=Tie.NEIGHBOUR, building=here, at=AT, by=maya())
    halted(here)

    escalate_halts(at=PASSED)

    assert Escalation.objects.get().to is None


def test_a_halt_of_a_programme_goes_to_a_lead_of_no_single_district():
    leila()
    halt(new=for_money(Of(programme=received().claim.programme)), at=AT, by=leila(""))

    escalate_halts(at=PASSED)

    assert Escalation.objects.get().to == leila("")


def test_an_escalation_is_never_changed():
    halted(house())
    escalate_halts(at=PASSED)

    with pytest.raises(IntegrityError), transaction.atomic():
        Escalation.objects.update(to=elias())
