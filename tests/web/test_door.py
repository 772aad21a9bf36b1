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
"""The door of the demo: open where a demo made the database, on this machine, and nowhere else."""

import pytest
from django.db import transaction
from django.test import Client, override_settings
from django.utils.timezone import now

from sanad.audit.made_up import mark_as_made_up
from sanad.staff.models import User
from sanad.staff.roles import Role
from tests.web.people import member

DOOR = "/demo/"

pytestmark = pytest.mark.django_db


def made_up() -> None:
    with transaction.atomic():
        mark_as_made_up(at=now())


def of_the_demo(name: str, role: Role) -> User:
    """A member of the made-up staff; the door knows them by their address."""
    user = member(name, role)
    User.objects.filter(pk=user.pk).update(email=f"{name.split()[0].lower()}@demo.example")
    user.refresh_from_db()
    return user


def browser(**more: str) -> Client:
    return Client(HTTP_HOST="localhost:8000", HTTP_ACCEPT_LANGUAGE="en", **more)


def test_one_click_lets_somebody_in_as_a_member_of_the_made_up_staff():
    made_up()
    omar = of_the_demo("Omar Daher", Role.FINANCE_OFFICER)
    client = browser()

    page = client.get(DOOR).content.decode()
    answer = client.post(DOOR, {"email": omar.email, "next": "/office/claims/"})

    assert omar.email in page
    assert answer["Location"] == "/office/claims/"
    assert "Omar Daher" in client.get("/office/").content.decode()
    assert "بيانات مُختلَقة" in client.get("/office/", HTTP_ACCEPT_LANGUAGE="ar").content.decode()


def test_there_is_no_door_into_a_database_of_real_families():
    omar = of_the_demo("Omar Daher", Role.FINANCE_OFFICER)

    answers = [browser().get(DOOR), browser().post(DOOR, {"email": omar.email})]

    assert [answer.status_code for answer in answers] == [404, 404]
    assert "Enter the demo" not in browser().get("/account/login/").content.decode()


@pytest.mark.parametrize(
    "client",
    [
        Client(HTTP_HOST="claims.example.org"),
        Client(HTTP_HOST="localhost", REMOTE_ADDR="203.0.113.7"),
    ],
)
@override_settings(ALLOWED_HOSTS=["localhost", "claims.example.org"])
def test_the_door_is_not_there_for_another_machine(client: Client):
    made_up()

    assert client.get(DOOR).status_code == 404


@override_settings(PRODUCTION=True)
def test_the_door_is_not_there_in_production():
    made_up()

    assert browser().get(DOOR).status_code == 404


def test_somebody_whose_account_is_closed_is_not_let_in():
    made_up()
    omar = of_the_demo("Omar Daher", Role.FINANCE_OFFICER)
    omar.is_active = False
    omar.save()

    assert browser().post(DOOR, {"email": omar.email}).status_code == 404
