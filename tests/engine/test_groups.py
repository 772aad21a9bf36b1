"""Totals over the members of a group: Amal's household, and the claims for one house."""

from datetime import date

import pytest

from tests.engine.building import defined, definition, gate, line, rules
from tests.engine.people import found, people

FAMILY = {
    "omar": {"household_id": "amal", "age": 40, "income": 300_00},
    "lina": {"household_id": "amal", "age": 7, "income": 0},
    "sami": {"household_id": "amal", "age": 17},
    "other": {"household_id": "nour", "age": 90, "income": 900_00},
}
CLAIMS = {
    "first": {"house_id": "house", "household_id": "amal", "grade": 5, "filed_on": date(2020, 1, 2), "cost": 10_00},
    "second": {"house_id": "house", "household_id": "nour", "grade": 3, "filed_on": date(2020, 1, 1), "cost": 20_00},
    "third": {"house_id": "house", "household_id": "amal", "grade": 5, "filed_on": date(2020, 1, 1)},
    "alone": {"house_id": "villa", "household_id": "nobody", "grade": 1},
}


def town(text, level="claim", persons=FAMILY, claims=CLAIMS, definitions=()):
    rules = defined(text, level, definitions=definitions)
    things = {
        "house": {"house": {"floors": 3}, "villa": {}},
        "household": {"amal": {"owns_house": False}, "nour": {}, "nobody": {}},
        "claim": claims,
        "person": persons,
    }
    return rules, people(rules, things)


def seen(text, claim="first", **more):
    rules, records = town(text, **more)
    return found(rules, records["claim"][claim])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("count(household.person)", 3), ("count(household.person, where=age < 18)", 2),
        ("sum(household.person, age)", 64), ("any(household.person, age < 8)", True),
        ("all(household.person, age > 6)", True), ("all(household.person, age > 7)", False),
        ("min(household.person, age, otherwise=0)", 7), ("max(household.person, age, otherwise=0)", 40),
        ("first(household.person, age, by=(age, person_id), otherwise=0)", 7),
        ("first(household.person, age, by=(desc(age), person_id), otherwise=0)", 40),
        ("first(household.person, age, by=(person_id,), otherwise=0)", 7), ("count(house)", 3),
        ("sum(house, grade)", 13), ("count(house, where=grade == 5)", 2), ("min(house, grade)", 3),
        ("count(house.claim)", 3), ("floors * count(house)", 9),
    ],
)  # fmt: skip
def test_a_total_counts_the_members_of_the_rules_own_group(text, expected):
    assert seen(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("count(household.person)", 0), ("sum(household.person, income)", 0),
        ("any(household.person, age > 0)", False), ("all(household.person, age > 0)", True),
        ("min(household.person, age, otherwise=99)", 99), ("max(household.person, income, otherwise=-0.5)", -50),
        ("first(household.person, age, by=(person_id,), otherwise=1)", 1),
        ("min(household.person, age, where=true, otherwise=3)", 3), ("rank(house, by=(claim_id,))", 1),
        ("before(house, cost, by=(claim_id,))", 0), ("before(house, cost > 0, by=(claim_id,))", False),
    ],
)  # fmt: skip
def test_an_empty_group_has_a_total_and_its_otherwise(text, expected):
    assert seen(text, claim="alone") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sum(household.person, income)", {"income"}), ("sum(household.person, income, where=age > 17)", 300_00),
        ("min(household.person, income, otherwise=0)", {"income"}),
        ("count(household.person, where=income > 0)", {"income"}), ("any(household.person, income > 0)", True),
        ("any(household.person, income > 900)", {"income"}), ("all(household.person, income < 1)", False),
        ("all(household.person, income < 901)", {"income"}),
        ("any(household.person, age > 100, where=income > 0)", False),
        ("any(household.person, age < 20, where=income > 0)", {"income"}),
        ("all(household.person, age < 100, where=income > 0)", True),
        ("all(household.person, age > 20, where=income == 0)", False),
        ("first(household.person, income, by=(age, person_id), otherwise=5)", 0),
        ("first(household.person, income, by=(desc(person_id), person_id), otherwise=5)", {"income"}),
        ("first(household.person, age, by=(income, person_id), otherwise=5)", {"income"}),
        ("first(household.person, age, by=(income, person_id), where=age > 20, otherwise=5)", 40),
    ],
)  # fmt: skip
def test_a_total_is_absent_only_where_the_absent_fact_decides(text, expected):
    assert seen(text) == expected


@pytest.mark.parametrize(
    ("text", "by_claim"),
    [
        ("rank(house, by=(filed_on, claim_id))", {"first": 3, "second": 1, "third": 2}),
        ("rank(house, by=(desc(filed_on), claim_id))", {"first": 1, "second": 2, "third": 3}),
        ("rank(house, where=grade == 5, by=(filed_on, claim_id))", {"first": 2, "second": 1, "third": 1}),
        ("before(house, grade, by=(filed_on, claim_id))", {"first": 8, "second": 0, "third": 3}),
        ("before(house, grade == 5, by=(filed_on, claim_id))", {"first": True, "second": False, "third": False}),
        ("before(house, grade, by=(claim_id,), where=grade < 5)", {"first": 0, "second": 0, "third": 3}),
        ("before(house, cost, by=(claim_id,))", {"first": 0, "second": 10_00, "third": 30_00}),
        ("before(house, cost, by=(desc(claim_id), claim_id))", {"first": {"cost"}, "second": {"cost"}, "third": 0}),
        ("rank(house, by=(cost, claim_id))", {"first": {"cost"}, "second": {"cost"}, "third": {"cost"}}),
        ("rank(house, where=cost > 0, by=(desc(claim_id), claim_id))", {"first": {"cost"}, "third": 1}),
    ],
)  # fmt: skip
def test_only_rivals_ranked_before_a_claim_count_for_it(text, by_claim):
    rules, records = town(text)

    assert {claim: found(rules, records["claim"][claim]) for claim in by_claim} == by_claim


def test_a_missing_key_matters_only_where_there_is_a_rival():
    assert seen("rank(house, by=(filed_on, claim_id))", claim="alone") == 1
    assert seen("rank(house, by=(cost, claim_id))", claim="first") == {"cost"}


def test_totals_are_nested_two_deep():
    assert seen("count(house, where=any(household.person, age < 18))") == 2
    assert seen("sum(house, sum(household.person, age))") == 64 + 90 + 64
    assert seen("any(household.claim, count(house, where=grade < 4) == 1)") is True


def test_a_definition_of_a_household_is_read_by_its_claims_and_its_persons():
    children = definition("children", "count(household.person, where=age < 18)", "household")
    share_of_one = definition("part", "children + age", "person")

    assert seen("children", definitions=[children]) == 2
    assert seen("sum(household.person, part)", definitions=[children, share_of_one]) == 3 * 2 + 64


def test_a_house_totals_the_claims_within_it():
    rules, records = town("sum(house, grade)", "house")

    assert found(rules, records["house"]["house"]) == 13
    assert found(rules, records["house"]["villa"]) == 1


def test_an_answer_reaches_as_far_as_totals_are_read_within_one_another():
    neighbours = definition("neighbours", "count(house)")
    assert rules(lines=[line("grant", "cost")]).group_depth() == 0
    assert rules(gates=[gate("many", "count(house) > 3 or count(household.person) > 9")]).group_depth() == 1
    assert rules(gates=[gate("many", "sum(house, neighbours) > 3")], definitions=[neighbours]).group_depth() == 2
