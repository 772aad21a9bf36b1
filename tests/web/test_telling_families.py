"""Caseworkers see which families nobody has told yet, the endangered first, and mark who was told."""

from datetime import datetime, timedelta

import pytest
from django.db import transaction
from django.test import Client

from sanad.casework.claims.models import Claim
from sanad.casework.notices.models import Channel, Notice
from sanad.casework.notices.services import Told, tell
from sanad.staff.roles import Role
from tests.casework.families import AT, received
from tests.web.people import member, signed_in

pytestmark = pytest.mark.django_db
LIST, MARK = "/office/notices/", "/office/notices/told/"


def caseworker(**where: str) -> Client:
    return signed_in(member("Nada Rizk", Role.CASEWORKER, **where))


def endangered(at: datetime = AT) -> tuple[Claim, Notice]:
    claim = received().claim
    facts = {"building": claim.dwelling.building.reference, "reason": {"en": "it leans", "ar": "مائل"}}
    with transaction.atomic():
        (notice,) = tell([Told(claim.household, "placard_red", facts, about="placard:1")], at=at)
    return claim, notice


def test_danger_stands_on_the_list_and_what_can_wait_under_everything():
    claim, _ = endangered()
    client = caseworker()

    urgent, everything = (client.get(address).content.decode() for address in (LIST, f"{LIST}?kind=all"))

    assert claim.number in urgent
    assert "unsafe" in urgent
    assert "Its number is" not in urgent
    assert "Its number is" in everything


def test_who_was_told_leaves_the_list_and_what_was_not_shown_stays():
    _, notice = endangered()
    client = caseworker()

    answer = client.post(MARK, {"family": str(notice.pk), "way": "desk"}, follow=True)

    notice.refresh_from_db()
    assert "is marked as told" in answer.content.decode()
    assert "Every family has been told" in answer.content.decode()
    assert notice.sent_by == Channel.DESK
    assert Notice.objects.filter(sent_at=None).exists()


@pytest.mark.parametrize(
    "given", [{"way": "desk"}, {"family": "1 2"}, {"family": "x", "way": "desk"}, {"way": "pigeon"}]
)
def test_what_is_not_chosen_marks_nothing(given: dict[str, str]):
    endangered()

    answer = caseworker().post(MARK, given)

    assert answer.status_code == 200
    assert not Notice.objects.exclude(sent_at=None).exists()


def test_families_of_another_district_are_not_told_by_this_caseworker():
    _, notice = endangered()
    client = caseworker(district="elsewhere")

    client.post(MARK, {"family": str(notice.pk), "way": "desk"})

    notice.refresh_from_db()
    assert notice.sent_at is None
    assert "Every family has been told" in client.get(LIST).content.decode()


def test_who_waits_longest_stands_first_whenever_it_was_recorded():
    """A placard of last week may be recorded today: the family waits since the day that its notice bears."""
    later, _ = endangered()
    earlier, _ = endangered(AT - timedelta(days=9))

    page = caseworker().get(LIST).content.decode()

    assert page.index(earlier.number) < page.index(later.number)
