"""A page is drawn once and given again while it stands, sealed, and with a form of its own for each visit."""

import re
import uuid
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.messages import SUCCESS
from django.contrib.messages.storage.cookie import CookieStorage
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.utils.timezone import localdate, now

from sanad.casework.answers.services import follow, prepare
from sanad.casework.claims.models import Claim, Why
from sanad.casework.claims.services import hold_claim
from sanad.casework.inquiries.models import Inquiry
from sanad.evidence.keys import KeyIsDestroyed, destroy
from sanad.registry.models import Household
from sanad.registry.proposals import NewPerson
from sanad.registry.selectors import speaker_of
from sanad.registry.services import add_member, change_speaker
from sanad.web.family import page
from sanad.web.family.drawing import opened
from sanad.web.family.models import DrawnPage
from tests.casework.families import maya, received
from tests.web.family.families import PAGE, came_in
from tests.web.family.test_page import plain

pytestmark = pytest.mark.django_db
FORM_ID, TOKEN = re.compile(r'name="id" value="([^"]+)"'), re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """A word for each time that a page was drawn."""
    found: list[str] = []
    draw = page.render_to_string

    def counted(template: str, *given: Any) -> str:
        found.extend(["drawn"] if template == "family/claim.html" else [])
        return draw(template, *given)

    monkeypatch.setattr(page, "render_to_string", counted)
    return found


def reader(language: str = "en") -> Client:
    client = came_in(received(), language)
    make_ready()
    return client


def make_ready() -> None:
    """What the worker does."""
    follow(at=now(), day=localdate())
    prepare(at=now())


def test_a_page_that_stands_is_drawn_once(drawn: list[str]):
    client = reader()

    pages = [plain(client.get(PAGE)) for _ in range(3)]

    assert drawn == ["drawn"]
    assert pages[0] == pages[1] == pages[2]


def test_each_visit_has_a_form_of_its_own(drawn: list[str]):
    client = reader()

    first, second = (client.get(PAGE).content.decode() for _ in range(2))

    ids = FORM_ID.findall(first) + FORM_ID.findall(second)
    assert len(set(ids)) == len(ids) == 2
    assert set(TOKEN.findall(first)).isdisjoint(TOKEN.findall(second))


def test_two_questions_from_a_page_that_was_kept_are_two():
    client = reader()

    for words in ("أول", "ثان"):
        id = FORM_ID.findall(client.get(PAGE).content.decode())[0]
        client.post("/family/ask/", {"id": id, "kind": "question", "words": words})

    assert Inquiry.objects.count() == 2


def test_the_token_of_a_kept_page_is_taken():
    client = reader()
    client.get(PAGE)
    client.handler.enforce_csrf_checks = True
    html = client.get(PAGE).content.decode()

    given = {"id": uuid.uuid4(), "kind": "question", "words": "متى؟"}
    sent = client.post("/family/ask/", given | {"csrfmiddlewaretoken": TOKEN.findall(html)[-1]})

    assert sent.status_code == 302


def test_what_happens_to_the_claim_draws_the_page_anew(drawn: list[str]):
    client = reader()
    client.get(PAGE)
    review = localdate() + timedelta(days=9)
    claim = Claim.objects.select_related("household", "dwelling__building").get()

    hold_claim(claim=claim, why=Why.PAPERS_AWAITED, body="السجل العقاري", review_on=review, by=maya(), at=now())
    make_ready()

    assert "السجل العقاري" in plain(client.get(PAGE))
    assert len(drawn) == 2


def test_another_name_draws_the_page_anew(drawn: list[str]):
    client = reader()
    client.get(PAGE)
    household = Claim.objects.get().household
    told = {"household": household, "at": now(), "by": maya()}
    rima = add_member(new=NewPerson("ريما حداد", "Rima Haddad"), since=localdate(), **told)
    change_speaker(speaker=speaker_of(household), new_speaker=rima, since=localdate(), **told)

    assert "Rima Haddad" in plain(client.get(PAGE))


def test_readers_of_two_languages_have_two_pages():
    client = reader()
    english = plain(client.get(PAGE))

    arabic = plain(client.get(PAGE, headers={"accept-language": "ar"}))

    assert "Samira" in english
    assert "سميرة" in arabic
    assert DrawnPage.objects.count() == 2


def test_a_page_that_is_kept_can_be_read_by_nobody_without_the_key():
    reader().get(PAGE)

    kept = bytes(DrawnPage.objects.get().content)

    assert b"Samira" not in kept
    assert b"<html" not in kept


def test_a_page_whose_answer_is_not_made_ready_is_drawn_and_not_kept(drawn: list[str]):
    client = came_in(received())

    client.get(PAGE)

    assert drawn == ["drawn"]
    assert not DrawnPage.objects.exists()


def test_a_deleted_name_stands_on_no_page_and_in_no_row():
    client = reader()
    client.get(PAGE)
    before = DrawnPage.objects.get().content
    household = Household.objects.get()
    speaker = speaker_of(household)
    assert speaker is not None
    destroy(speaker.key, at=now(), by=None, reason="retention_ended")
    make_ready()

    shown = plain(client.get(PAGE))

    assert "Samira" not in shown
    assert "name deleted" in shown
    speaker.key.refresh_from_db()
    with pytest.raises(KeyIsDestroyed):
        opened([household.key, speaker.key], before)


def test_a_household_whose_key_is_destroyed_has_a_page_that_is_kept_nowhere():
    client = reader()
    client.get(PAGE)
    kept = DrawnPage.objects.get().content
    destroy(Household.objects.get().key, at=now(), by=None, reason="retention_ended")
    make_ready()

    answers = [client.get(PAGE) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [200, 200]
    assert bytes(DrawnPage.objects.get().content) == bytes(kept)


def test_what_staff_were_told_in_the_same_browser_is_in_no_kept_page():
    client = reader()
    messages = CookieStorage(RequestFactory().get("/"))
    messages.add(SUCCESS, "You have approved the run of another family")
    answer = HttpResponse()
    messages.update(answer)
    client.cookies["messages"] = answer.cookies["messages"].value

    assert "another family" not in plain(client.get(PAGE))


@pytest.mark.parametrize("words", ["the-token-of-this-visit", str(uuid.UUID(int=0))])
def test_nobody_can_type_what_is_put_in(words: str):
    client = reader()
    form = {"id": str(uuid.uuid4()), "kind": "question", "words": f"Is it {words}?"}
    client.post("/family/ask/", form)
    make_ready()

    assert f"Is it {words}?" in plain(client.get(PAGE))
