"""A family asks, objects or reports danger on its own page."""

import uuid

import pytest

from sanad.casework.inquiries.models import Inquiry, Kind
from sanad.casework.inquiries.selectors import words_of
from sanad.casework.inquiries.services import Next, reply
from sanad.casework.safety.models import DangerReport
from tests.casework.alarms import photo
from tests.casework.families import maya, received
from tests.web.family.families import PAGE, came_in, neighbour
from tests.web.family.test_page import plain

pytestmark = pytest.mark.django_db
ASK, SENT = "/family/ask/", "/family/sent/"


def question(words: str = "متى دورنا؟", kind: str = "question", **more: object) -> dict[str, object]:
    return {"id": uuid.uuid4(), "kind": kind, "words": words, **more}


def test_a_question_gets_a_number_a_day_and_the_facts_at_once():
    client = came_in()

    answer = client.post(ASK, question(), follow=True)

    asked, words = Inquiry.objects.get(), plain(answer)
    assert answer.redirect_chain == [(SENT, 302)]
    assert words_of(asked) == "متى دورنا؟"
    assert asked.number in words
    assert "What the books say now" in words
    assert "Awaited: a caseworker reads your question" in words


def test_a_question_stands_on_the_page_with_its_words_and_its_answer():
    given = received()
    client = came_in(given)
    client.post(ASK, question("أين بدل الإيواء؟"))
    asked = Inquiry.objects.get()
    reply(inquiry=asked, words="في المصرف.", then=Next(missing=4_120_050), by=maya(), at=asked.asked_at)

    words = plain(client.get(PAGE))

    assert [part for part in ("أين بدل الإيواء؟", "في المصرف.", "Missing: 41,200.50 USD") if part not in words] == []


def test_a_form_that_is_sent_twice_is_one_question():
    client, form = came_in(), question()

    for _ in range(2):
        answer = client.post(ASK, {**form, "file": photo_file()}, follow=True)

    assert Inquiry.objects.count() == 1
    assert Inquiry.objects.get().number in plain(answer)


def photo_file() -> object:
    found = photo()
    found.name = "bill.jpg"
    return found


def test_what_is_told_in_confidence_has_a_number_and_stands_on_no_page():
    client = came_in()

    words = plain(client.post(ASK, question("طلبوا منّا مالًا", "abuse"), follow=True))
    page = plain(client.get(PAGE))

    number = Inquiry.objects.get(kind=Kind.ABUSE).number
    assert number in words
    assert "It is told in confidence" in words
    assert number not in page


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"words": ""}, "Write what you want to say."),
        ({"words": " \n "}, "Write what you want to say."),
        ({"words": "a" * 4_001}, "Write it shorter"),
        ({"kind": "praise"}, "Choose what it is."),
    ],
)
def test_what_cannot_be_sent_says_what_to_do_and_keeps_what_was_written(given: dict[str, str], sentence: str):
    client = came_in()

    answer = client.post(ASK, question() | given)

    assert sentence in plain(answer)
    assert not Inquiry.objects.exists()


def test_a_file_that_is_no_photo_is_refused_in_words():
    client = came_in()
    letter = photo_file()
    letter.seek(0)
    letter.truncate(10)

    answer = client.post(ASK, question(file=letter))

    assert "Photo or PDF" in plain(answer)
    assert not Inquiry.objects.exists()


def test_a_form_with_the_id_of_another_familys_question_takes_nothing_in():
    client, form = came_in(), question()
    client.post(ASK, form)

    answer = came_in(neighbour()).post(ASK, form)

    assert answer.status_code == 400
    assert Inquiry.objects.count() == 1


def test_danger_starts_the_clock_and_stands_on_top_of_the_page():
    client = came_in()

    answer = client.post(
        "/family/danger/", {"id": uuid.uuid4(), "words": "شقوق في العمود", "contact": "03 123 456"}, follow=True
    )
    page = plain(client.get(PAGE))

    report = DangerReport.objects.get()
    assert report.reporter == "resident"
    assert report.reference in plain(answer)
    assert page.index("Danger was reported in your building. Nobody has looked at it yet.") < page.index("The short")


def test_danger_without_words_is_asked_for_them():
    client = came_in()

    answer = client.post("/family/danger/", {"id": uuid.uuid4(), "words": ""})

    assert "Write what you see, and where." in plain(answer)
    assert not DangerReport.objects.exists()


def test_the_page_after_sending_shows_nothing_before_anything_was_sent():
    assert came_in().get(SENT)["Location"] == PAGE
