"""A family's session ends by itself, by leaving, and leaves nothing behind."""

import re
from datetime import timedelta

import pytest

from sanad.web.family.models import FamilySession
from sanad.web.family.watching import forget_tries
from tests.casework.families import AT, received
from tests.web.family.families import DOOR, PAGE, Clock, browser, came_in, clock, typed

pytestmark = pytest.mark.django_db
__all__ = ["clock"]
MINUTE = timedelta(minutes=1)


def test_a_page_left_alone_for_half_an_hour_is_closed(clock: Clock):
    clock(AT)
    client = came_in()

    clock(AT + 29 * MINUTE)
    read = client.get(PAGE)
    clock(AT + 29 * MINUTE + 30 * MINUTE)
    late = client.get(PAGE)

    assert read.status_code == 200
    assert late["Location"] == DOOR


def test_no_session_lasts_longer_than_a_working_day(clock: Clock):
    clock(AT)
    client = came_in()

    for half in range(1, 24):
        clock(AT + half * 20 * MINUTE)
        assert client.get(PAGE).status_code == 200
    clock(AT + timedelta(hours=8))

    assert client.get(PAGE)["Location"] == DOOR


def test_reading_writes_at_most_once_in_five_minutes(clock: Clock):
    clock(AT)
    client = came_in()
    clock(AT + 6 * MINUTE)
    client.get(PAGE)
    clock(AT + 10 * MINUTE)
    client.get(PAGE)

    assert FamilySession.objects.get().seen_at == AT + 6 * MINUTE


def test_leaving_quickly_ends_the_session_and_shows_a_page_that_says_nothing():
    client = came_in()

    answer = client.post("/family/leave/")
    page = re.sub("<link[^>]*>", "", client.get(answer["Location"]).content.decode())

    assert answer["Location"].startswith("/today/")
    assert answer["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert not FamilySession.objects.exists()
    assert client.get(PAGE)["Location"] == DOOR
    assert all(word not in page.lower() for word in ("sanad", "family", "claim"))


@pytest.mark.parametrize(("language", "title"), [("ar", "اليوم"), ("en", "Today")])
def test_the_page_after_leaving_is_in_the_language_that_was_read_before(language: str, title: str):
    client = came_in()
    client.cookies["sanad_language"] = language

    address = client.post("/family/leave/")["Location"]
    page = browser().get(address, HTTP_ACCEPT_LANGUAGE="en" if language == "ar" else "ar")

    assert f"<title>{title}</title>" in page.content.decode()
    assert f'lang="{language}"' in page.content.decode()
    assert page["Content-Language"] == language


def test_an_unknown_language_in_the_address_is_passed_over():
    page = browser().get("/today/?in=xx", HTTP_ACCEPT_LANGUAGE="ar").content.decode()

    assert 'lang="ar"' in page


def test_whoever_is_not_in_leaves_all_the_same():
    assert browser().post("/family/leave/")["Location"].startswith("/today/")


def test_another_site_cannot_send_somebody_away():
    client = came_in()

    answer = client.post("/family/leave/", HTTP_ORIGIN="https://elsewhere.example")

    assert answer.status_code == 403
    assert client.get(PAGE).status_code == 200


def test_coming_in_again_ends_the_session_before():
    given = received()
    client = came_in(given)

    typed(client, given.claim.number, given.receipt.code)

    assert FamilySession.objects.count() == 1


def test_the_worker_forgets_sessions_that_ran_out(clock: Clock):
    clock(AT)
    came_in()

    early, late = forget_tries(AT + 29 * MINUTE), forget_tries(AT + 31 * MINUTE)

    assert (early, late) == (0, 1)
