from datetime import date

import pytest

from sanad.casework.claims.models import Claim
from sanad.casework.claims.selectors import facts_of, texts_of
from sanad.casework.claims.services import NewClaim, receive_claim
from sanad.demo.district import QUARTERS
from sanad.places.importing import import_places
from sanad.places.short_list import read_list
from sanad.registry.proposals import NewDwelling
from sanad.registry.selectors import members_of
from sanad.registry.services import end_membership
from tests.casework.families import AT, JAD, KARIM, SAMIRA, building, family, maya, new_claim, place, programme
from tests.health.tree import ROOT

DEMO = ROOT / "programmes/demo-southern-suburbs"
pytestmark = pytest.mark.django_db


def received(new: NewClaim) -> Claim:
    return receive_claim(programme=programme(DEMO, "DSS"), new=new, at=AT, by=maya()).claim


def test_the_register_counts_the_people_who_belong_to_the_household_now():
    large = received(new_claim(household=family(SAMIRA, JAD, KARIM)))
    small = received(new_claim(household=family(KARIM)))
    jad = members_of(large.household, AT.date())[1]

    end_membership(household=large.household, person=jad, until=date(2026, 3, 2), at=AT, by=maya())

    rows = facts_of(Claim.objects.all())["household"]
    assert {row["household_id"]: row["people"] for row in rows} == {
        large.household.reference: 2,
        small.household.reference: 1,
    }


def test_the_place_of_a_building_is_the_nearest_one_that_the_programme_names():
    place()
    import_places(proposal=read_list(QUARTERS), at=AT, by=None)
    quarter = received(new_claim(home=NewDwelling(building("1", "demo-rummana"), "1-1")))
    elsewhere = received(new_claim(home=NewDwelling(building("2"), "2-1"), household=family(KARIM)))
    far = received(new_claim(home=NewDwelling(building("3", "cod-LB56"), "3-1"), household=family(JAD)))

    rows = {row["building_id"]: row for row in facts_of(Claim.objects.all())["building"]}

    assert rows[quarter.dwelling.building.reference]["place"] == "demo-rummana"
    assert rows[elsewhere.dwelling.building.reference]["place"] == "cod-LB32"
    assert "place" not in rows[far.dwelling.building.reference]


def test_what_a_family_writes_is_sealed_and_leaves_with_no_caseload():
    words = "We live with relatives.\nPlease call in the evening."
    claim = received(new_claim(facts={"claim": {"situation": words, "main_home": "yes"}}))

    rows = facts_of(Claim.objects.all())["claim"]

    assert texts_of(claim) == {"situation": words}
    assert rows[0]["main_home"] is True
    assert "situation" not in rows[0]
