"""A sum divided over the members of a group by weights: the parts add up to the unit, whatever the rule."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanad.engine.rules.deciding import decide
from sanad.engine.rules.interpreter import Interpreter
from sanad.engine.rules.records import Stated, link
from sanad.engine.rules.words.blocks import as_text
from sanad.engine.rules.words.context import Context
from sanad.engine.rules.words.explaining import explain
from tests.engine.building import FIELDS, TODAY, definition, line, number, problem_of, rules

FIELDS_OF_A_HOUSE = (*FIELDS, number("worth", 0, 10**9, "money", level="house"), number("part", 0, 100))
RULES = ("by_rank", "first", "largest_remainder")


def split_by(rule: str, amount: str = "house.worth", weight: str = "part"):
    text = f"split(house, {amount}, {weight}, by=(filed_on, claim_id), left_over='{rule}')"
    return rules(fields=FIELDS_OF_A_HOUSE, lines=[line("home", text)])


def parts(ruled, worth: int | None, weights: list[int | None]) -> list[int | None]:
    claims = [
        Stated(f"C{place}", {"house": "H", "household": f"F{place}"}, facts | {"filed_on": date(2020, 1, 1)})
        for place, weight in enumerate(weights)
        for facts in [{} if weight is None else {"part": weight}]
    ]
    house = Stated("H", {}, {} if worth is None else {"worth": worth})
    families = [Stated(f"F{place}", {}, {}) for place in range(len(weights))]
    records = link(ruled.levels, {"house": [house], "household": families, "claim": claims})["claim"]
    decisions = [decide(ruled, record, TODAY) for record in records.values()]
    return [one.net if one.outcome == "award" else None for one in decisions]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [("by_rank", [33, 33, 34]), ("first", [34, 33, 33]), ("largest_remainder", [34, 33, 33])],
)
def test_the_units_left_over_go_where_the_rule_says(rule, expected):
    assert parts(split_by(rule), 100, [1, 1, 1]) == expected


def test_the_largest_remainder_goes_first_and_the_rank_decides_between_equals():
    assert parts(split_by("largest_remainder"), 10, [1, 2, 3]) == [2, 3, 5]
    assert parts(split_by("largest_remainder"), 101, [50, 25, 25]) == [51, 25, 25]


@given(
    st.sampled_from(RULES),
    st.integers(0, 10**11),
    st.lists(st.integers(0, 100), min_size=1, max_size=7).filter(any),
)
def test_the_parts_add_up_and_nobody_is_off_by_more_than_the_units_left_over(rule, worth, weights):
    found = parts(split_by(rule), worth, weights)

    assert sum(found) == worth
    assert all(part >= worth * weight // sum(weights) for part, weight in zip(found, weights, strict=True))
    assert all(part == 0 for part, weight in zip(found, weights, strict=True) if weight == 0)
    most = len(weights) if rule == "first" else 1
    assert all(part - worth * weight // sum(weights) <= most for part, weight in zip(found, weights, strict=True))


@pytest.mark.parametrize("rule", RULES)
def test_one_weight_that_nobody_stated_leaves_all_parts_open(rule):
    assert parts(split_by(rule), 100, [1, None, 1]) == [None, None, None]


@pytest.mark.parametrize("rule", RULES)
def test_weights_that_add_up_to_nothing_divide_nothing_and_name_the_fact(rule):
    ruled = split_by(rule)
    facts = {"part": 0, "filed_on": date(2020, 1, 1)}
    stated = {
        "house": [Stated("H", {}, {"worth": 100})],
        "household": [Stated("F", {}, {})],
        "claim": [Stated("C", {"house": "H", "household": "F"}, facts)],
    }

    decision = decide(ruled, link(ruled.levels, stated)["claim"]["C"], TODAY)

    assert (decision.outcome, decision.reasons) == ("incomplete", ("part",))


def test_equal_parts_are_weights_of_one():
    assert parts(split_by("first", weight="1"), 1000, [None, None, None]) == [334, 333, 333]


def test_the_explanation_says_what_is_divided_by_what_and_who_has_the_rest():
    ruled = split_by("by_rank")
    facts = {"part": 40, "filed_on": date(2020, 1, 1)}
    stated = {
        "house": [Stated("H", {}, {"worth": 100_00})],
        "household": [Stated("F", {}, {})],
        "claim": [Stated("C", {"house": "H", "household": "F"}, facts)],
    }
    claim = link(ruled.levels, stated)["claim"]["C"]

    told = [
        as_text(explain(ruled, decide(ruled, claim, TODAY), language, run=Interpreter(ruled, TODAY), context=Context()))
        for language in ("en", "ar")
    ]

    assert (
        "the part of “said” (100 USD) that falls to it by “said” (40), divided over the claims of the same" in told[0]
    )
    assert "what is rounded off goes on to the next in rank" in told[0]
    assert "بعد توزيعه على" in told[1]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("split(house, house.worth, loan, by=(claim_id,))", "negative_weight"),
        ("split(house, cost, part, by=(claim_id,))", "wrong_level"),
        ("split(house, house.worth - 5, part, by=(claim_id,))", "negative_amount"),
        ("split(house, house.worth, 0, by=(claim_id,))", "zero_weights"),
        ("split(house, house.worth, part, by=(filed_on,))", "ties"),
        ("split(house, house.worth, part)", "wrong_arguments"),
        ("split(house, house.worth, part, by=(claim_id,), left_over='last')", "bad_left_over"),
        ("split(house, house.worth, cost, by=(claim_id,), left_over='largest_remainder')", "overflow"),
        ("split(household.person, 5, age, by=(person_id,))", "wrong_level"),
    ],
)
def test_what_cannot_be_divided_is_refused(text, code):
    assert problem_of(text, fields=FIELDS_OF_A_HOUSE).code == code


def test_a_part_is_read_like_any_other_sum():
    mine = definition("mine", "split(house, house.worth, part, by=(claim_id,))", unit="USD")
    ruled = rules(fields=FIELDS_OF_A_HOUSE, definitions=[mine], lines=[line("home", "min(mine, 20)")])

    assert parts(ruled, 100_00, [30, 10, 60]) == [20_00, 10_00, 20_00]
