"""Every address, as every role, in the own and in another district, against the matrix in `access.md`."""

from collections.abc import Iterator

import pytest
import pytest_django
from django.test import Client
from django.urls import reverse

from tests.databases import copied_database
from tests.web.matrix import asked_again, rows
from tests.web.sweeping import SCOPES, addresses, answer, just_signed_in, members, sensitive_addresses
from tests.web.world import World, world

# One world for all, so they stay together in one process.
pytestmark = [pytest.mark.database, pytest.mark.xdist_group("sweep")]
ROWS = rows()
Browsers = dict[tuple[str, str], Client]


@pytest.fixture(scope="module")
def house(django_db_setup: None, django_db_blocker: pytest_django.DjangoDbBlocker) -> Iterator[tuple[World, Browsers]]:
    with django_db_blocker.unblock(), copied_database():
        browsers = {key: just_signed_in(user) for key, user in members().items()}
        yield world(), browsers


def test_every_address_has_a_row_and_every_row_an_address():
    assert sorted(ROWS) == sorted(addresses())


def test_what_approves_or_releases_asks_to_sign_in_again():
    assert asked_again() == sensitive_addresses()


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("address", sorted(ROWS))
def test_an_address_opens_for_those_whom_the_matrix_names(address: str, method: str, house: tuple[World, Browsers]):
    built, browsers = house
    url, row = reverse(address, kwargs=dict(built.named(address))), ROWS[address]

    answers = {key: answer(browser, method, url) for key, browser in browsers.items()}

    wrong = {key: found for key, found in answers.items() if found not in row.allowed(method, *key)}
    assert wrong == {}, f"{method} {url}"
    assert len(answers) == len(row.words) * len(SCOPES)


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("address", sorted(ROWS))
def test_whoever_is_not_signed_in_opens_nothing_of_the_office(address: str, method: str, house: tuple[World, Browsers]):
    built, _ = house
    url = reverse(address, kwargs=dict(built.named(address)))

    assert answer(just_signed_in(None), method, url) in {ROWS[address].nobody, "405"}


LISTS = ("work", "claims", "buildings", "safety", "rounds", "funds", "inquiries", "payments")


@pytest.mark.parametrize("scope", ["other district", "other programme"])
@pytest.mark.parametrize("address", LISTS)
def test_a_list_names_nothing_that_is_out_of_reach(address: str, scope: str, house: tuple[World, Browsers]):
    built, browsers = house
    beyond = built.of_the_district if scope == "other district" else built.of_the_programme

    for (_, held), browser in browsers.items():
        page = browser.get(reverse(address)).content.decode() if held == scope else ""

        assert [name for name in beyond if name in page] == []


@pytest.mark.parametrize("address", LISTS)
def test_a_list_names_what_is_in_reach(address: str, house: tuple[World, Browsers]):
    built, browsers = house

    pages = [
        browser.get(reverse(address)).content.decode()
        for (_, held), browser in browsers.items()
        if held == "everywhere"
    ]

    assert any(name in page for page in pages for name in built.of_the_district)
