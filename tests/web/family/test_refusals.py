"""What goes wrong on the family's site is said in its own words, and sends nobody to the office."""

import pytest
from django.test import RequestFactory

from sanad.web.family import page
from sanad.web.shared.refusals import broken
from tests.casework.families import received
from tests.web.family.families import PAGE, browser, came_in

pytestmark = pytest.mark.django_db


def test_an_address_that_is_not_there_leads_back_to_the_claim():
    answer = browser().get("/family/claim/SSP-004117-6/")

    words = answer.content.decode()

    assert answer.status_code == 404
    assert "Everything about your claim stands on one page" in words
    assert "/office/" not in words


def test_another_site_keeps_its_own_words():
    assert "does not lie in your programme and district" in browser().get("/nowhere/").content.decode()


def test_an_error_of_ours_says_what_to_do_in_both_languages(monkeypatch: pytest.MonkeyPatch):
    client = came_in(received())
    client.raise_request_exception = False
    monkeypatch.setattr(page, "page_of", lambda *given: 1 / 0)

    answer = client.get(PAGE)

    words = answer.content.decode()
    assert answer.status_code == 500
    assert "take your receipt to the office" in words
    assert "طلبكم كما كان" in words


def test_an_error_elsewhere_keeps_its_words():
    assert "administrator" in broken(RequestFactory().get("/office/claims/")).content.decode()


def test_what_was_written_is_kept_when_the_page_was_closed_meanwhile():
    client = browser()

    answer = client.post("/family/danger/", {"words": "شقوق في العمود"}, HTTP_ORIGIN="http://localhost")

    assert answer.status_code == 401
    assert "شقوق في العمود" in answer.content.decode()
    assert "Your page was closed" in answer.content.decode()
