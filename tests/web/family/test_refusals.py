"""What goes wrong on the family's site is said in its own words, and sends nobody to the office."""

import uuid

import pytest
from django.test import RequestFactory

from sanad.casework.answers.services import ChainMovesOn
from sanad.web.family import asking, page
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


def test_while_the_books_are_being_written_the_page_says_so_and_keeps_what_was_typed(monkeypatch: pytest.MonkeyPatch):
    client = came_in(received())

    def moves_on(*_given: object, **_more: object) -> None:
        raise ChainMovesOn(5)

    monkeypatch.setattr(page, "current", moves_on)
    monkeypatch.setattr(asking, "ask", moves_on)
    form = {"id": uuid.uuid4(), "kind": "question", "words": "متى دورنا؟"}
    answers = [client.get(PAGE), client.post("/family/ask/", form, HTTP_ORIGIN="http://localhost")]

    assert [(answer.status_code, answer["Retry-After"]) for answer in answers] == [(503, "2"), (503, "2")]
    assert "متى دورنا؟" in answers[1].content.decode()


def test_an_error_elsewhere_keeps_its_words():
    assert "administrator" in broken(RequestFactory().get("/office/claims/")).content.decode()


def test_what_was_written_is_kept_when_the_page_was_closed_meanwhile():
    client = browser()

    answer = client.post("/family/danger/", {"words": "شقوق في العمود"}, HTTP_ORIGIN="http://localhost")

    assert answer.status_code == 401
    assert "شقوق في العمود" in answer.content.decode()
    assert "Your page was closed" in answer.content.decode()
