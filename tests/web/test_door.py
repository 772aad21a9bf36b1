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
        Client(HTTP_HOST="localhost", HTTP_X_FORWARDED_FOR="203.0.113.7"),
        Client(HTTP_HOST="localhost", HTTP_FORWARDED="for=203.0.113.7"),
        Client(HTTP_HOST="localhost", HTTP_X_REAL_IP="127.0.0.1"),
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


def test_from_the_door_one_comes_to_the_own_work():
    made_up()
    omar = of_the_demo("Omar Daher", Role.FINANCE_OFFICER)

    answer = browser().post(DOOR, {"email": omar.email, "next": "/"})

    assert answer["Location"] == "/office/"
