"""Taking a family in at the desk."""

import re
import uuid
from datetime import date

import pytest
from django.test import Client

from sanad.casework.claims.models import Claim, Statement
from sanad.places.models import Place
from sanad.registry.models import Building, Person
from sanad.registry.selectors import known, members_of
from sanad.staff.roles import Role
from tests.casework.families import HARET_HREIK, building, place, programme, received
from tests.web.people import member, signed_in

TODAY = date(2026, 3, 2)
BAABDA = "cod-LB32"


def desk(language: str = "en", district: str = BAABDA) -> Client:
    """Maya's desk, in a district."""
    place()
    programme()
    return signed_in(member("Maya Rizk", Role.CASEWORKER, district=district), language)


def filled(**given: str) -> dict[str, str]:
    """The form as Maya filled it for the Haddads."""
    return {
        "id": str(uuid.uuid4()),
        "people": "4",
        "member0-name": "سميرة حداد",
        "member0-latin_name": "Samira Haddad",
        "member0-phone": "03 123 456",
        "member0-birth_year": "1984",
        "member1-name": "جاد حداد",
        "place": "Haret Hreik",
        "building": "219",
        "home": "3-B",
        "floor": "3",
        "since": "2011",
        "tenure": "tenant",
        "grade": "contract",
        "fact-household-people": "2",
        "fact-household-renting": "yes",
    } | given


def url() -> str:
    return f"/office/claims/new/{programme().key}/"


@pytest.mark.django_db
def test_a_family_is_taken_in_and_its_receipt_shows_number_and_code():
    client = desk()

    answer = client.post(url(), filled())

    claim = Claim.objects.get()
    page = answer.content.decode()
    assert claim.number in page
    assert len(re.findall(r'class="sum"><bdi class="ref" dir="ltr">[0-9A-Z]{5}-[0-9A-Z]{5}<', page)) == 2
    assert [known(person).name for person in members_of(claim.household, TODAY)] == ["سميرة حداد", "جاد حداد"]
    assert Statement.objects.get().facts == {"people": 2, "renting": True}
    assert (claim.received_by.name, claim.dwelling.floor) == ("Maya Rizk", 3)


@pytest.mark.django_db
def test_a_form_sent_twice_is_one_claim_and_no_second_code():
    client = desk()
    form = filled()

    client.post(url(), form)
    answer = client.post(url(), form | {"another": "on"})

    assert answer["Location"] == f"/office/claims/{Claim.objects.get().number}/"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"member0-name": ""}, "Write the name."),
        ({"member0-name": "ل" * 5_000}, "The name has 5,000 characters"),
        ({"member1-name": "", "member1-phone": "71 000 000"}, "Write the name."),
        ({"member0-phone": "12"}, "A telephone number has 6 to 15 digits"),
        ({"member0-birth_year": "eighty"}, "as four digits"),
        ({"place": "Atlantis"}, "No place of this name lies in your district"),
        ({"building": "x" * 65}, "at most 64 are kept"),
        ({"since": "May"}, "or the year alone"),
        ({"fact-household-people": "two"}, "write a whole number"),
        ({"fact-household-people": "-1"}, "lies outside what is possible"),
    ],
)
def test_what_is_wrong_is_told_at_its_field_and_what_was_typed_stays(given: dict[str, str], told: str):
    client = desk()

    page = client.post(url(), filled(**given)).content.decode()

    assert page.count(told) == 2  # in the summary and at the field
    assert "<title>Error:" in page
    assert "Samira Haddad" in page
    assert not Claim.objects.exists()
    assert not Person.objects.exists()


@pytest.mark.django_db
def test_the_same_sentence_comes_in_arabic():
    client = desk("ar")

    page = client.post(url(), filled(place="Atlantis")).content.decode()

    assert "لا موقع بهذا الاسم في منطقتكم" in page
    assert "<title>خطأ:" in page


@pytest.mark.django_db
def test_more_people_get_rows_and_nothing_typed_is_lost():
    client = desk()

    page = client.post(url(), filled(more="1")).content.decode()

    assert 'name="member7-name"' in page
    assert 'value="Samira Haddad"' in page
    assert 'name="people" value="8"' in page


@pytest.mark.django_db
def test_a_building_that_is_known_is_taken_and_not_registered_again():
    client = desk()
    known_building = building("219", HARET_HREIK)

    client.post(url(), filled())

    assert Claim.objects.get().dwelling.building == known_building
    assert Building.objects.count() == 1


@pytest.mark.django_db
def test_a_name_that_has_a_claim_already_is_shown_before_another_is_made():
    client = desk()
    first = received().claim

    asked = client.post(url(), filled())
    client.post(url(), filled(another="on"))

    assert first.number in asked.content.decode()
    assert Claim.objects.count() == 2


@pytest.mark.django_db
def test_a_place_of_another_district_is_not_found():
    client = desk(district="cod-LB11")

    page = client.post(url(), filled()).content.decode()

    assert "No place of this name lies in your district" in page
    assert Place.objects.filter(code=HARET_HREIK).exists()


@pytest.mark.django_db
def test_a_programme_that_is_not_the_persons_is_not_there():
    programme()
    client = signed_in(member("Maya Rizk", Role.CASEWORKER, programme="another"))

    assert client.get(url()).status_code == 404
