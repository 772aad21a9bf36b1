from datetime import date

import pytest

from sanad.casework.claims.models import Claim
from sanad.casework.claims.selectors import claims_within, search
from sanad.registry.models import Tie
from sanad.registry.proposals import NewDwelling
from sanad.registry.services import recuse
from sanad.staff.models import Assignment
from sanad.staff.roles import Role
from sanad.staff.scopes import Reach, reach_of
from tests.casework.families import AT, KARIM, building, family, maya, new_claim, omar, received

TODAY = date(2026, 3, 2)

pytestmark = pytest.mark.django_db


def reach(programme: str = "", district: str = "", role: Role = Role.CASEWORKER) -> Reach:
    Assignment.objects.create(user=omar(), role=role, programme=programme, district=district, since=TODAY)
    return reach_of(omar(), TODAY)


def in_tripoli() -> Claim:
    here = building("5", code="cod-LB56")
    return received(new_claim(home=NewDwelling(here, "5-1"), household=family(KARIM))).claim


def test_a_caseworker_sees_the_claims_of_the_own_district_only():
    inside = received().claim
    in_tripoli()

    assert list(claims_within(reach(district="cod-LB32"))) == [inside]


def test_a_caseworker_of_another_programme_sees_none():
    received()

    assert list(claims_within(reach(programme="another"))) == []


def test_a_role_that_is_not_asked_for_opens_nothing():
    received()

    assert list(claims_within(reach(role=Role.AUDITOR), Role.CASEWORKER)) == []


def test_somebody_without_a_role_sees_nothing():
    received()

    assert list(claims_within(reach_of(maya(), TODAY))) == []


def test_staff_do_not_see_the_files_of_their_own_building():
    claim = received().claim
    other = in_tripoli()
    recuse(user=omar(), tie=Tie.NEIGHBOUR, building=claim.dwelling.building, at=AT, by=maya())

    assert list(claims_within(reach())) == [other]


@pytest.mark.parametrize(
    "typed", ["Samira", "حداد", "03 123456", "219", "219-3-b", "{number}", "{household}", "{home}"]
)
def test_a_claim_is_found_by_what_people_know_of_it(typed: str):
    claim = received().claim
    in_tripoli()
    named = {"number": claim.number, "household": claim.household.reference, "home": claim.dwelling.reference}

    assert list(search(reach(), typed.format(**named))) == [claim]


@pytest.mark.parametrize(
    "typed", ["", "S", "%", "SSP-999999-0", "Sa\x00mira", "\ud800\ud800", "' OR ''='", "x" * 5_000, "\u202e"]
)
def test_what_nobody_is_called_finds_nothing(typed: str):
    received()

    assert list(search(reach(), typed)) == []


def test_a_search_stays_within_the_district():
    in_tripoli()

    assert list(search(reach(district="cod-LB32"), "Karim")) == []
