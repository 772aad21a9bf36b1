"""Officers answer families: the late first, with the facts beside the question, and never without a next step."""

import uuid
from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.utils.timezone import now

from sanad.casework.inquiries.models import Inquiry, Kind
from sanad.casework.inquiries.selectors import reply_words
from sanad.casework.inquiries.services import NewFile, ask
from sanad.staff.roles import Role
from tests.casework.alarms import photo
from tests.casework.inquiries.asked import a_claim, question
from tests.web.people import member, signed_in

pytestmark = pytest.mark.django_db
LIST = "/office/inquiries/"


def page_of(inquiry: Inquiry) -> str:
    return f"{LIST}{inquiry.number}/"


def reply_to(inquiry: Inquiry) -> str:
    return f"{page_of(inquiry)}answer/"


def asked_days_ago(days: int, kind: Kind = Kind.QUESTION) -> Inquiry:
    claim = a_claim()
    return ask(id=uuid.uuid4(), claim=claim, kind=kind, words="متى دورنا؟", at=now() - timedelta(days=days))


def caseworker() -> object:
    return signed_in(member("Nada Rizk", Role.CASEWORKER))


def words(answer: HttpResponse) -> str:
    return answer.content.decode()


def test_the_late_stand_first_and_say_how_late_they_are():
    late, fresh = asked_days_ago(30), asked_days_ago(0)

    page = words(caseworker().get(LIST))

    assert page.index(late.number) < page.index(fresh.number)
    assert "answer is late" in page
    assert "days late" in page


def test_the_start_page_shows_what_is_late_and_what_waits():
    late, fresh = asked_days_ago(30), asked_days_ago(0)

    page = words(caseworker().get("/office/"))

    assert "Questions whose answer is late" in page
    assert {late.number, fresh.number} == {number for number in (late.number, fresh.number) if number in page}


def test_a_question_is_read_with_the_facts_beside_it():
    asked = asked_days_ago(1)

    page = words(caseworker().get(page_of(asked)))

    assert "متى دورنا؟" in page
    assert "The facts of this moment" in page
    assert asked.claim.number in page


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({}, "Choose what comes next: a day, a missing sum or an awaited fact."),
        ({"then": "day"}, "Name the next day, or the missing sum"),
        ({"then": "day", "on": "2020-01-01"}, "Choose a day to come."),
        ({"then": "sum"}, "Name the next day, or the missing sum"),
        ({"then": "sum", "missing": "lots"}, "Write the sum in digits"),
        ({"then": "fact", "awaited": "visit"}, "Name the next day, or the missing sum"),
        ({"then": "fact", "awaited": "visit", "body": "assessors", "review_on": "2020-01-01"}, "Choose a day to come."),
        ({"then": "sum", "missing": "412,000", "words": ""}, "Write the answer."),
    ],
)
def test_a_reply_without_its_facts_is_not_sent(given: dict[str, str], sentence: str):
    asked = asked_days_ago(1)

    answer = caseworker().post(reply_to(asked), {"words": "ينقص المال."} | given)

    assert sentence in words(answer)
    assert Inquiry.objects.get().state == "open"


@pytest.mark.parametrize(
    ("given", "stored"),
    [
        ({"then": "day", "on": "2031-03-31", "missing": "5"}, ("2031-03-31", None, "")),
        ({"then": "sum", "missing": "٤١٢٬٠٠٠"}, (None, 41_200_000, "")),
        ({"then": "fact", "awaited": "visit", "body": "assessors", "review_on": "2031-03-31"}, (None, None, "visit")),
    ],
)
def test_a_reply_with_its_facts_is_sent_and_the_next_question_opens(given: dict[str, str], stored: tuple[object, ...]):
    first, second = asked_days_ago(2), asked_days_ago(1)

    answer = caseworker().post(reply_to(first), {"words": "هذا جوابنا."} | given)

    reply = first.replies.get(number=2)
    told = (reply.next_on.isoformat() if reply.next_on else None, reply.missing, reply.awaited)
    assert answer["Location"] == page_of(second)
    assert reply_words(reply) == "هذا جوابنا."
    assert told == stored


def test_after_the_last_answer_the_list_is_empty_and_says_so():
    asked = asked_days_ago(2)

    answer = caseworker().post(reply_to(asked), {"words": "?", "then": "sum", "missing": "1"}, follow=True)

    assert "No family waits for an answer" in words(answer)
    assert asked.number in words(answer)


def test_of_two_who_answer_at_once_the_second_is_told_who_was_first():
    asked = asked_days_ago(2)
    reply = {"words": "هذا جوابنا.", "then": "sum", "missing": "1"}
    caseworker().post(reply_to(asked), reply)

    answer = signed_in(member("Lina Khoury", Role.PROGRAMME_LEAD)).post(reply_to(asked), reply, follow=True)

    assert "Nada Rizk was first" in words(answer)
    assert asked.replies.count() == 2


def test_an_auditor_reads_and_does_not_answer():
    asked = asked_days_ago(2)
    client = signed_in(member("Hana Saad", Role.AUDITOR))

    page, answer = (
        client.get(page_of(asked)),
        client.post(reply_to(asked), {"words": "?", "then": "sum", "missing": "1"}),
    )

    assert "Send the answer" not in words(page)
    assert answer.status_code == 403


def test_what_is_told_in_confidence_is_for_a_programme_lead_and_an_auditor():
    asked = asked_days_ago(1, Kind.ABUSE)

    statuses = [
        signed_in(member(name, role)).get(page_of(asked)).status_code
        for name, role in (("Nada Rizk", Role.CASEWORKER), ("Lina K", Role.PROGRAMME_LEAD), ("Hana S", Role.AUDITOR))
    ]

    assert statuses == [404, 200, 200]


def test_a_paper_that_came_with_a_question_is_read_in_a_box_of_its_own():
    paper = NewFile(uuid.uuid4(), photo(), "bill.jpg")
    asked = ask(id=uuid.uuid4(), claim=a_claim(), kind=Kind.QUESTION, words="?", at=now(), file=paper)

    answer = caseworker().get(f"{page_of(asked)}file/")

    assert answer["Content-Type"] == "image/jpeg"
    assert "sandbox" in answer["Content-Security-Policy"]


def test_without_a_paper_there_is_none_to_read():
    assert caseworker().get(f"{page_of(asked_days_ago(1))}file/").status_code == 404


def test_a_claim_shows_what_its_family_asked_and_was_told():
    claim = a_claim()
    asked = question(claim)

    page = words(caseworker().get(f"/office/claims/{claim.number}/"))

    assert asked.number in page
    assert "Your claim was received. Its number is" in page
