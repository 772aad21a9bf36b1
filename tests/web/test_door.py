"""The demo's door opens on a made-up database, for this machine, and nowhere else."""

from datetime import UTC, datetime

import pytest
from django.db import transaction
from django.test import Client

from sanad.audit.made_up import mark_as_made_up
from sanad.staff.models import User

AT = datetime(2026, 11, 26, 9, tzinfo=UTC)
DOOR = "/demo/"
pytestmark = pytest.mark.django_db


@pytest.fixture
def rana() -> User:
    with transaction.atomic():
        mark_as_made_up(at=AT)
    return User.objects.create_user("lead@demo.example", "Rana Saab (made up)")


def local(**more: str) -> Client:
    here = {"HTTP_HOST": "localhost:8000", "REMOTE_ADDR": "127.0.0.1", "HTTP_ACCEPT_LANGUAGE": "en"}
    return Client(**(here | more))


def test_one_click_enters_as_a_member_of_the_made_up_staff(rana: User):
    browser = local()

    entered = browser.post(DOOR, {"email": rana.email})

    assert rana.name in local().get(DOOR).content.decode()
    assert entered.url == "/office/"
    assert browser.session["_auth_user_id"] == str(rana.pk)


@pytest.mark.parametrize(
    "elsewhere",
    [
        {"REMOTE_ADDR": "192.0.2.7"},
        {"HTTP_X_FORWARDED_FOR": "192.0.2.7"},
        {"HTTP_FORWARDED": "for=192.0.2.7"},
        {"HTTP_X_REAL_IP": "127.0.0.1"},
    ],
)
def test_it_is_not_there_for_anybody_elsewhere(rana: User, elsewhere: dict[str, str]):
    browser = local(**elsewhere)

    assert browser.get(DOOR).status_code == 404
    assert browser.post(DOOR, {"email": rana.email}).status_code == 404
    assert "_auth_user_id" not in browser.session


def test_it_is_not_there_on_a_database_of_real_families():
    User.objects.create_user("lead@demo.example", "Rana Saab")

    assert local().get(DOOR).status_code == 404
    assert local().post(DOOR, {"email": "lead@demo.example"}).status_code == 404


def test_it_lets_nobody_in_as_somebody_who_is_not_made_up(rana: User):
    User.objects.create_user("maya@example.org", "Maya Rizk")

    assert local().post(DOOR, {"email": "maya@example.org"}).status_code == 404
