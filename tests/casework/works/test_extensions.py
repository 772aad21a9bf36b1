import uuid
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction
from pytest_django import Settings

from sanad.casework.notices.models import Notice, Standing
from sanad.casework.works.models import Extension, Halt
from sanad.casework.works.refusals import HaltHasMoved, LeadIsNeeded, WorksRefused
from sanad.casework.works.selectors import overdue_halts
from sanad.casework.works.services import extend_halt
from sanad.staff.roles import Role
from tests.casework.alarms import elias
from tests.casework.families import AT
from tests.casework.works.sites import (
    LATER,
    REVIEW,
    halted,
    house,
    leila,
)

pytestmark = pytest.mark.django_db
DAY_93 = LATER.date() + timedelta(days=93)


@pytest.fixture(autouse=True)
def _files(tmp_path: Path, settings: Settings) -> None:
    settings.MEDIA_ROOT = tmp_path


def extended(one: Halt, days: int, by: object = None, **other: object) -> Extension:
    """On the day of the review."""
    one.refresh_from_db()
    given = {"id": uuid.uuid4(), "to_review": one.review_on + timedelta(days=days), "words": "Still no money."} | other
    on_the_day = datetime.combine(one.review_on, time(9), UTC)
    return extend_halt(halt=one, at=on_the_day, by=by or elias(), **given)


def test_an_extension_moves_the_review_with_a_reason_and_tells_the_families():
    one = halted(house())

    moved = extended(one, 60)

    one.refresh_from_db()
    assert (moved.number, one.review_on) == (1, REVIEW + timedelta(days=60))
    assert Notice.objects.filter(kind="halt_extended", about=one.about).count() == 1
    assert Standing.objects.get(ended_at=None).facts["review_on"]["en"] == "30 June 2026"


def test_the_third_extension_is_a_leads():
    one = halted(house())
    for _ in range(2):
        extended(one, 30)

    with pytest.raises(LeadIsNeeded):
        extended(one, 30)
    moved = extended(one, 30, by=leila())

    assert (moved.number, moved.office) == (3, Role.PROGRAMME_LEAD)
    with pytest.raises(IntegrityError), transaction.atomic():
        extension_of_nobody(one, moved, number=3, office=Role.PROGRAMME_LEAD)
    with pytest.raises(IntegrityError, match="third_extension_is_a_leads"), transaction.atomic():
        extension_of_nobody(one, moved, number=4, office=Role.ENGINEER)


def extension_of_nobody(one: Halt, like: Extension, **given: object) -> None:
    same = {"from_review": like.from_review, "to_review": like.to_review, "words": "x", "at": AT, "by": elias()}
    Extension.objects.create(halt=one, client_id=uuid.uuid4(), **(same | given))


def test_no_extension_leaves_a_halt_unseen_for_longer_than_three_months():
    one = halted(house())

    with pytest.raises(WorksRefused) as refusal:
        extend_halt(halt=one, id=uuid.uuid4(), to_review=DAY_93, words="x", at=LATER, by=elias())
    extend_halt(halt=one, id=uuid.uuid4(), to_review=DAY_93 - timedelta(days=1), words="x", at=LATER, by=elias())

    assert refusal.value.code == "review_too_late"


def test_an_extension_without_a_reason_or_a_later_day_is_refused():
    one = halted(house())

    for other, code in (({"words": ""}, "no_words"), ({"to_review": REVIEW}, "review_not_later")):
        with pytest.raises(WorksRefused) as refusal:
            extended(one, 30, **other)
        assert refusal.value.code == code

    assert not Extension.objects.exists()


def test_an_extension_sent_twice_is_one_and_a_stale_one_is_told():
    one, identity = halted(house()), uuid.uuid4()
    stale = Halt.objects.get(pk=one.pk)

    moved = {extended(one, 30, id=identity).pk for _ in range(2)}
    with pytest.raises(HaltHasMoved, match="elias"):
        extend_halt(halt=stale, id=uuid.uuid4(), to_review=REVIEW + timedelta(days=5), words="x", at=LATER, by=leila())

    assert len(moved) == 1
    assert Extension.objects.count() == 1


def test_a_review_that_has_passed_is_late_by_so_many_days():
    one = halted(house())
    day_after = AT + timedelta(days=61)

    assert list(overdue_halts(AT + timedelta(days=60))) == []
    assert list(overdue_halts(day_after)) == [one]
    assert one.days_late(day_after.date() + timedelta(days=11)) == 12
