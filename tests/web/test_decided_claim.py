"""A claim that a round decided; rounds freeze what they decide, so the test has a database of its own."""

from sanad.staff.roles import Role
from tests.casework.rounds_of_claims import RENTING_WITH_A_WRECK, WITHOUT_A_VISIT, claims, fund_of, issued
from tests.web.people import member, signed_in

BAABDA = "cod-LB32"


def test_a_decided_claim_shows_its_award_and_the_money_behind_it(own_database: str):
    (claim,) = claims(RENTING_WITH_A_WRECK)
    fund_of(10_000_00)
    round_ = issued()
    client = signed_in(member("Maya Khalil", Role.CASEWORKER, district=BAABDA))

    page = client.get(f"/office/claims/{claim.number}/").content.decode()

    assert f"/office/rounds/{round_.reference}/claims/{claim.number}/" in page
    assert "Award issued" in page
    assert "Due, no money yet" in page


def test_what_waits_for_a_caseworker_are_facts_that_a_round_missed(own_database: str):
    samira, karim = claims(RENTING_WITH_A_WRECK, WITHOUT_A_VISIT)
    fund_of(400_000)
    issued()

    page = signed_in(member("Maya Rizk", Role.CASEWORKER)).get("/office/").content.decode()

    assert karim.number in page
    assert samira.number not in page
