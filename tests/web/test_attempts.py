"""Guessing passwords is slowed down, for one account and for one connection, and nobody learns who has an account."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.test import Client

from sanad.staff.roles import Role
from tests.web.people import PASSWORD, member

SIGN_IN = "/account/login/"


@pytest.fixture(autouse=True)
def _nobody_has_tried() -> Iterator[None]:
    """Neither before nor for the tests that follow."""
    cache.clear()
    yield
    cache.clear()


def attempt(client: Client, email: str, password: str = "a guess") -> str:
    return client.post(SIGN_IN, {"login": email, "password": password}).content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("email", ["omar@sanad.example", "nobody@sanad.example"])
def test_after_five_wrong_passwords_an_account_waits_whether_it_exists_or_not(email: str):
    member("Omar Daher", Role.FINANCE_OFFICER)
    client = Client(HTTP_HOST="localhost", HTTP_ACCEPT_LANGUAGE="en")

    for _ in range(5):
        attempt(client, email)
    answer = attempt(client, email, PASSWORD)

    assert "Too many attempts" in answer


@pytest.mark.django_db
def test_one_connection_that_tries_without_end_is_told_so_in_words():
    client = Client(HTTP_HOST="localhost", HTTP_ACCEPT_LANGUAGE="en")

    for number in range(30):
        attempt(client, f"guess{number}@sanad.example")
    answer = client.post(SIGN_IN, {"login": "another@sanad.example", "password": "a guess"})

    assert answer.status_code == 429
    assert "more attempts than a person makes" in answer.content.decode()
