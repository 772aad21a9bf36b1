"""The page of a claim: what stands, what comes next, what was decided."""

import pytest

from sanad.audit.models import Event
from sanad.casework.claims.models import State
from sanad.casework.claims.services import complete_claim, hold_claim
from sanad.casework.claims.services.steps import Why
from sanad.staff.roles import Role
from tests.casework.families import AT, maya, omar, received
from tests.web.people import member, signed_in

BAABDA, BEIRUT = "cod-LB32", "cod-LB11"

pytestmark = pytest.mark.django_db


def address(number: str, more: str = "") -> str:
    return f"/office/claims/{number}/{more}"


def test_a_claim_of_another_district_is_not_there_and_no_visit_is_recorded():
    claim = received().claim
    client = signed_in(member("Maya Khalil", Role.CASEWORKER, district=BEIRUT))

    answer = client.get(address(claim.number))

    assert answer.status_code == 404
    assert not Event.objects.filter(act="claim.see").exists()


def test_a_visit_to_a_file_is_recorded_once_a_day():
    claim = received().claim
    client = signed_in(member("Maya Khalil", Role.CASEWORKER, district=BAABDA))

    client.get(address(claim.number))
    client.get(address(claim.number))

    assert Event.objects.get(act="claim.see").on == f"claim:{claim.number}"


def test_whoever_completes_a_claim_second_is_told_that_it_has_moved():
    claim = received().claim
    complete_claim(claim=claim, at=AT, by=omar())
    client = signed_in(member("Maya Khalil", Role.CASEWORKER, district=BAABDA))

    page = client.post(address(claim.number, "complete/"), follow=True).content.decode()

    assert "The claim has moved since this page was opened" in page


def test_a_held_claim_says_from_whom_what_is_awaited_and_when_it_is_looked_at():
    claim = received().claim
    client = signed_in(member("Maya Khalil", Role.CASEWORKER, district=BAABDA))
    told = {"why": "papers_awaited", "body": "The mayor's office", "review_on": "2031-03-31", "note": ""}

    client.post(address(claim.number, "hold/"), told)
    page = client.get(address(claim.number)).content.decode()

    claim.refresh_from_db()
    assert claim.state == State.HELD
    assert "The mayor&#x27;s office" in page
    assert 'datetime="2031-03-31"' in page


def test_a_hold_without_a_day_to_come_is_told_at_the_day():
    client = signed_in(member("Maya Khalil", Role.CASEWORKER, district=BAABDA))
    told = {"why": "papers_awaited", "body": "The mayor's office", "review_on": "2020-03-31", "note": ""}

    page = client.post(address(received().claim.number, "hold/"), told).content.decode()

    assert page.count("A hold is looked at again on a day to come") == 2


def test_facts_that_somebody_else_stated_meanwhile_are_not_written_over():
    claim = received().claim
    client = signed_in(member("Maya Khalil", Role.CASEWORKER, district=BAABDA))
    facts = {"seen": "{}", "fact-household-people": "3", "fact-household-renting": ""}

    client.post(address(claim.number, "facts/"), facts)
    page = client.post(address(claim.number, "facts/"), facts | {"fact-household-people": "4"}).content.decode()

    assert "Maya Khalil stated facts of this claim meanwhile" in page
    assert 'value="4"' in page


def test_a_review_that_has_come_waits_on_the_start_page():
    claim = received().claim
    hold_claim(claim=claim, why=Why.PAPERS_AWAITED, body="Mayor", review_on=AT.date().replace(day=9), at=AT, by=maya())
    client = signed_in(member("Maya Khalil", Role.CASEWORKER, district=BAABDA))

    page = client.get("/office/").content.decode()

    assert "Holds whose review has come" in page
    assert claim.number in page
