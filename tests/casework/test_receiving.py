import uuid
from dataclasses import replace

import pytest

from sanad.audit.models import Event
from sanad.casework.claims import codes
from sanad.casework.claims.models import Claim, Receipt, Statement
from sanad.casework.claims.selectors import claim_of_secret, facts_now, facts_of
from sanad.casework.claims.services import (
    AlreadyClaimed,
    IntakeRefused,
    receive_claim,
    receive_claims,
    renew_receipt,
)
from sanad.casework.notices.models import Notice
from sanad.registry.models import Dwelling, Household, Occupancy, Person, Tenure, Tie
from sanad.registry.proposals import NewDwelling, NewPerson
from sanad.registry.selectors import Recused
from sanad.registry.services import recuse
from tests.casework.families import (
    AT,
    KARIM,
    SAMIRA,
    building,
    family,
    maya,
    new_claim,
    omar,
    programme,
    received,
)

pytestmark = pytest.mark.django_db

FACTS = {
    "dwelling": {"damage": "partial", "repair_estimate": "٩٠٠٫٥"},
    "household": {"renting": "نعم"},
    "claim": {"received_elsewhere": "1,200"},
}


def test_one_call_takes_in_household_members_home_and_facts():
    given = received(new_claim(facts=FACTS))

    claim = given.claim
    assert claim.number.startswith("SSP-000001-")
    assert claim.household.memberships.count() == 2
    assert Occupancy.objects.filter(household=claim.household, dwelling=claim.dwelling).exists()
    assert Tenure.objects.get(household=claim.household).kind == "tenant"
    facts = facts_now(claim)
    assert facts["dwelling"][claim.dwelling.reference] == {"damage": "partial", "repair_estimate": "900.50"}
    assert facts["household"][claim.household.reference]["renting"] is True
    assert facts["claim"][claim.number]["received_elsewhere"] == "1200.00"


def test_what_the_register_knows_is_asked_of_nobody():
    claim = received().claim

    facts = facts_now(claim)

    assert facts["claim"][claim.number]["filed_on"] == "2026-03-02"


def test_the_act_is_one_event_without_names_and_one_notice():
    claim = received().claim

    event = Event.objects.get(act="claim.receive")
    notice = Notice.objects.get()

    assert event.on == f"claim:{claim.number}"
    assert "Samira" not in str(event.facts)
    assert (notice.household, notice.kind, notice.facts) == (
        claim.household,
        "claim_received",
        {"number": claim.number},
    )


def test_no_name_is_readable_in_the_database():
    received()

    columns = [
        bytes(value) for row in Person.objects.values_list("name", "latin_name", "phone") for value in row if value
    ]

    assert columns
    assert not any("سميرة".encode() in value or b"Samira" in value or b"123456" in value for value in columns)


def test_a_claim_sent_twice_is_one_claim():
    new = new_claim()

    first = received(new)
    second = received(new)

    assert second.claim == first.claim
    assert first.receipt
    assert second.receipt is None
    assert (Claim.objects.count(), Household.objects.count(), Dwelling.objects.count()) == (1, 1, 1)


def test_a_household_has_one_claim_for_a_home():
    first = received().claim

    with pytest.raises(AlreadyClaimed) as refusal:
        received(new_claim(home=first.dwelling, household=first.household))

    assert refusal.value.number == first.number
    assert Claim.objects.count() == 1


def test_a_home_that_is_registered_is_not_registered_again():
    first = received().claim

    with pytest.raises(IntakeRefused) as refusal:
        received(new_claim(home=NewDwelling(first.dwelling.building, "219-3-B"), household=family(KARIM)))

    assert refusal.value.code == "home_is_known"
    assert Household.objects.count() == 1


def test_everything_that_is_wrong_is_told_at_once_in_both_languages_and_nothing_is_written():
    bad = new_claim(
        household=family(NewPerson("ل" * 5_000), NewPerson("Sa\x00mira", phone="12")),
        facts={"dwelling": {"damage": "heavy", "repair_estimate": 100_001}, "claim": {"colour": "red"}},
    )

    with pytest.raises(IntakeRefused) as refusal:
        received(bad)

    assert {(one.where, one.code) for one in refusal.value.problems} == {
        ("members.0.name", "name_too_long"),
        ("members.1.name", "not_readable"),
        ("members.1.phone", "bad_phone"),
        ("dwelling.damage", "no_option"),
        ("dwelling.repair_estimate", "out_of_range"),
        ("claim.colour", "unknown_field"),
    }
    assert all(one.says["en"] and one.says["ar"] for one in refusal.value.problems)
    assert (Claim.objects.count(), Household.objects.count(), Notice.objects.count()) == (0, 0, 0)


@pytest.mark.parametrize(
    "value", [True, 1.5, "1.5.5", "12e3", "--1", "nan", "1234567890123456789012", "1.234", "-1", "١٢٣٤٥٦٧"]
)
def test_an_amount_that_is_none_is_refused(value: object):
    with pytest.raises(IntakeRefused):
        received(new_claim(facts={"dwelling": {"repair_estimate": value}}))


def test_a_name_with_two_directions_is_kept_as_it_reads():
    mixed = NewPerson("كريم \u202bHaddad\u202c (أبو علي)")

    claim = received(new_claim(household=family(mixed))).claim

    (person,) = Person.objects.filter(memberships__household=claim.household).select_related("key")
    assert claim.household.memberships.count() == 1
    assert "\u202b" not in str(person)


def test_the_receipt_opens_the_claim_and_is_stored_nowhere():
    given = received()
    assert given.receipt
    code, secret = given.receipt.code, given.receipt.secret

    stored = Receipt.objects.get()

    assert (len(code), len(secret)) == (10, 23)
    assert claim_of_secret(codes.in_groups(secret).lower()) == given.claim
    assert codes.code_fits(code.lower().replace("0", "o"), stored.code)
    assert not codes.code_fits(codes.new_code(), stored.code)
    assert code not in stored.code
    assert secret not in stored.secret


def test_a_lost_receipt_is_replaced_and_the_old_one_opens_nothing():
    given = received()
    assert given.receipt

    renewed = renew_receipt(claim=given.claim, at=AT, by=maya())

    assert claim_of_secret(given.receipt.secret) is None
    assert claim_of_secret(renewed.secret) == given.claim


def test_many_claims_come_in_at_once_all_or_none():
    here = building("12")
    good = [new_claim(home=NewDwelling(here, f"12-{floor}"), household=family(SAMIRA)) for floor in range(40)]

    bad = replace(good[0], id=uuid.uuid4(), household=family(NewPerson("")))

    receipts = receive_claims(programme=programme(), new=good, source="desk", at=AT, by=maya())
    with pytest.raises(IntakeRefused):
        receive_claims(programme=programme(), new=[new_claim(), bad], source="desk", at=AT, by=maya())

    assert len({receipt.secret for receipt in receipts}) == 40
    assert Claim.objects.count() == 40
    assert Event.objects.get(act="claim.receive", rows=40).root


def test_a_list_that_is_sent_again_adds_only_what_is_new_in_it():
    here = building("12")
    first, second = (new_claim(home=NewDwelling(here, f"12-{floor}"), household=family(SAMIRA)) for floor in (1, 2))

    receive_claims(programme=programme(), new=[first], source="desk", at=AT, by=maya())
    receipts = receive_claims(programme=programme(), new=[first, second], source="desk", at=AT, by=maya())

    assert [receipt.number for receipt in receipts] == [Claim.objects.get(client_id=second.id).number]
    assert receive_claims(programme=programme(), new=[first], source="desk", at=AT, by=maya()) == []
    assert Claim.objects.count() == 2


def test_nobody_takes_in_a_claim_for_the_building_they_live_in():
    here = building("12")
    recuse(user=maya(), tie=Tie.OWN, building=here, at=AT, by=omar())

    with pytest.raises(Recused):
        received(new_claim(home=NewDwelling(here, "12-1")))

    assert not Claim.objects.exists()


def test_the_facts_of_a_caseload_have_a_row_for_each_thing():
    first = received(new_claim(facts=FACTS)).claim
    second = received(new_claim(home=first.dwelling, household=family(KARIM), facts={"household": {"renting": "no"}}))

    rows = facts_of(Claim.objects.all())

    assert [row["claim_id"] for row in rows["claim"]] == [first.number, second.claim.number]
    assert {row["dwelling_id"] for row in rows["claim"]} == {first.dwelling.reference}
    assert rows["dwelling"] == [
        {"dwelling_id": first.dwelling.reference, "damage": "partial", "repair_estimate": "900.50"}
    ]
    assert [row["renting"] for row in rows["household"]] == [True, False]


def test_facts_of_nobody_are_none():
    assert facts_of(Claim.objects.none()) == {}


def test_a_statement_carries_its_source_and_author():
    claim = received(new_claim(facts=FACTS)).claim

    statement = Statement.objects.get(level="dwelling", subject=claim.dwelling.reference)

    assert (statement.version, statement.source, statement.stated_by) == (1, "family", maya())


def test_a_claim_of_a_programme_without_members_facts_takes_none():
    new = replace(new_claim(), member_facts=({"age": 5},))

    with pytest.raises(IntakeRefused):
        receive_claim(programme=programme(), new=new, at=AT, by=maya())
