from datetime import date
from decimal import Decimal

import pytest

from sanad.engine.rules.declared import Field, Level
from sanad.engine.rules.problems import ProgrammeRefused
from sanad.engine.rules.types import Number
from tests.engine.building import HERE, SAID, defined, definition, gate, limit, line, number, problem_of, rules


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("grad + 1", "unknown_name"), ("nothing_like_it", "unknown_name"), ("town.grade", "unknown_level"),
        ("cost + area", "wrong_unit"), ("cost > area", "wrong_unit"), ("cost + grade", "wrong_unit"),
        ("cost if grade > 2 else area", "wrong_unit"), ("min(cost, area)", "wrong_unit"),
        ("cost if grade > 2 else repair", "branches_differ"), ("repair if grade > 2 else true", "branches_differ"),
        ("cost if grade else 0", "condition_needed"), ("not grade", "condition_needed"),
        ("grade and true", "condition_needed"),
        ("repair + 1", "number_needed"), ("filed_on + 1", "number_needed"), ("filed_on - filed_on", "number_needed"),
        ("true + true", "number_needed"), ("repair < 'minor'", "not_comparable"), ("true < false", "not_comparable"),
        ("grade == 'minor'", "not_comparable"), ("filed_on == 5", "not_comparable"),
        ("grade == true", "not_comparable"),
        ("repair == 'mnor'", "unknown_option"), ("repair in ('minor', 'mnor')", "unknown_option"),
        ("repair in ('minor', 1)", "not_comparable"), ("grade in (1, 2.5)", "too_many_decimals"),
        ("grade in 5", "list_needed"), ("grade in ()", "list_needed"), ("grade in (1, grade)", "list_needed"),
        ("(1, 2)", "forbidden_syntax"), ("remark == 'x'", "text_in_rule"), ("given(remark)", "text_in_rule"),
        ("claim_id == house_id", "not_comparable"),
        ("given(claim_id)", "fact_needed"), ("given(cost + 1)", "fact_needed"),
        ("given(5)", "fact_needed"), ("age", "wrong_level"), ("person.age", "wrong_level"),
        ("claim.floors", "wrong_level"), ("person_id", "wrong_level"), ("house.cost", "wrong_level"),
        ("rate * 2", "percent"), ("share(cost, 1, grade - 1)", "zero_divisor"), ("share(cost, 1, 0)", "zero_divisor"),
        ("share(cost, 1, loan)", "zero_divisor"), ("share(cost, area, cost + 1)", "wrong_unit"),
        ("share(cost, 0 - grade, 2)", "negative_share"), ("share(cost, loan, cost + 1)", "negative_share"),
        ("share(cost, 1, -1)", "zero_divisor"), ("share(cost, 1)", "wrong_arguments"),
        ("share(cost, 1, 2, 'ceiling')", "bad_rounding"), ("share(cost, 1, 2, repair)", "bad_rounding"),
        ("round(cost, 0)", "bad_step"), ("round(cost, 0.001)", "bad_step"), ("round(cost, grade)", "bad_step"),
        ("round(cost, -5)", "bad_step"), ("round(cost, '5')", "bad_number"), ("cost * cost", "overflow"),
        ("cost * 100_000_000", "overflow"), ("9223372036854775808", "overflow"),
        ("sum(house, cost * 100_000)", "overflow"), ("0.0000000000001", "too_many_decimals"),
        ("0.000000000001 * 0.000000000001", "too_many_decimals"), ("filed_on > '2020-02-30'", "bad_date"),
        ("filed_on > 'yesterday'", "bad_date"), ("date('2020-1-1')", "bad_date"), ("date(grade)", "date_needed"),
        ("months_between(filed_on, 5)", "date_needed"), ("add_months(filed_on, area)", "wrong_arguments"),
        ("add_months(filed_on, 100_000)", "leaves_calendar"), ("year(grade)", "date_needed"),
        ("foo(cost)", "unknown_function"), ("min(cost)", "wrong_arguments"), ("abs(cost, cost)", "wrong_arguments"),
        ("abs(x=1)", "wrong_arguments"), ("max()", "wrong_arguments"), ("max(repair, repair)", "number_needed"),
    ],
)  # fmt: skip
def test_an_expression_that_means_nothing_is_refused_by_its_code(text, code):
    problem = problem_of(text)

    assert (problem.code, str(problem.where)) == (code, "rules.yaml:7")
    assert problem.todo


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("count(town)", "unknown_level"), ("count(person)", "wrong_level"), ("count(house.person)", "wrong_level"),
        ("count(person.household)", "wrong_level"), ("count(grade)", "unknown_level"),
        ("count(5)", "wrong_arguments"), ("count(house, cost)", "wrong_arguments"), ("sum(house)", "wrong_arguments"),
        ("count()", "wrong_arguments"), ("count(house, by=cost)", "wrong_arguments"),
        ("sum(house, cost, otherwise=1)", "wrong_arguments"), ("count(house, **grade)", "wrong_arguments"),
        ("count(house, where=cost)", "condition_needed"), ("sum(house, repair)", "wrong_member"),
        ("any(house, cost)", "wrong_member"), ("min(house, repair)", "wrong_member"),
        ("sum(house, claim_id)", "wrong_member"), ("first(house, house_id, by=(claim_id,))", "id_as_value"),
        ("before(house, repair, by=(claim_id,))", "wrong_member"), ("rank(house)", "ties"),
        ("rank(house, by=())", "ties"), ("rank(house, by=(filed_on,))", "ties"),
        ("rank(house, by=(claim_id, filed_on))", "ties"), ("rank(house, by=(house_id,))", "ties"),
        ("first(house, cost, by=filed_on)", "ties"), ("first(household.person, age, by=(claim_id,))", "wrong_level"),
        ("rank(household.person, by=(person_id,))", "wrong_level"), ("min(household.person, age)", "may_be_empty"),
        ("max(house, cost, where=grade > 3)", "may_be_empty"),
        ("first(household.person, age, by=(person_id,))", "may_be_empty"),
        ("min(household.person, income, otherwise=0.001)", "too_many_decimals"),
        ("min(household.person, income, otherwise='x')", "bad_otherwise"),
        ("min(household.person, age, otherwise=age)", "bad_otherwise"),
        ("count(house, where=any(house, all(house, count(house) > 1)))", "too_deep"),
        ("rank(house, by=(remark, claim_id))", "text_in_rule"), ("first(house, cost, by=desc(filed_on))", "ties"),
    ],
)  # fmt: skip
def test_a_group_that_means_nothing_is_refused_by_its_code(text, code):
    assert problem_of(text).code == code


def test_an_unknown_name_comes_with_its_nearest_neighbour():
    problem = problem_of("repiar == 'minor'")

    assert problem.message.startswith("Nothing is named `repiar`.")
    assert problem.todo == "Did you mean `repair`?"


def test_a_name_out_of_reach_comes_with_the_way_to_it():
    problem = problem_of("age > 17")

    assert "a claim has not exactly one person" in problem.message
    assert "total over its members" in problem.todo


def test_definitions_that_read_each_other_in_a_circle_are_named():
    circle = [definition("one", "two + 1"), definition("two", "three"), definition("three", "one")]

    problem = problem_of("5", definitions=circle)

    assert problem.code == "cycle"
    assert "one -> two -> three -> one" in problem.message


def test_a_definition_that_reads_itself_is_a_circle():
    assert problem_of("result + 1").code == "cycle"


def test_every_problem_of_a_programme_is_listed_at_once():
    with pytest.raises(ProgrammeRefused) as raised:
        rules(
            definitions=[definition("one", "grad")],
            gates=[gate("no", "cost")],
            lines=[line("grant", "area"), line("rent", "repiar")],
        )

    assert {problem.code for problem in raised.value.problems} == {"unknown_name", "condition_needed", "wrong_unit"}
    assert len(raised.value.problems) == 4


@pytest.mark.parametrize("is_first", [True, False])
def test_a_long_chain_of_definitions_is_refused_in_whatever_order_it_stands(is_first):
    chain = [definition("d0", "grade"), *(definition(f"d{n}", f"d{n - 1} + 1") for n in range(1, 2_000))]

    with pytest.raises(ProgrammeRefused) as raised:
        rules(definitions=chain if is_first else chain[::-1])

    assert {problem.code for problem in raised.value.problems} == {"too_deep"}


def test_a_chain_of_twenty_definitions_is_allowed():
    chain = [
        definition("d0", "cost"),
        *(definition(f"d{n}", f"share(d{n - 1}, 1, 2) + share(d{n - 1}, 1, 2)") for n in range(1, 21)),
    ]

    assert "d20" in rules(definitions=chain[::-1]).definitions


def test_lines_that_together_leave_64_bits_are_refused_though_each_alone_fits():
    wide = number("wide", 0, 6 * 10**15, "money")

    rules(fields=[wide], lines=[line("grant", "wide")])
    with pytest.raises(ProgrammeRefused) as raised:
        rules(fields=[wide], lines=[line(f"grant_{place}", "wide") for place in range(4)])

    assert [problem.code for problem in raised.value.problems] == ["overflow"]


@pytest.mark.parametrize(
    ("field", "code"),
    [
        (Field("x", "claim", "integer", SAID, HERE), "no_range"), (number("x", 5, 4), "bad_range"),
        (number("x", 0, 10**20), "bad_range"), (number("x", 0, "0.5"), "bad_range"),
        (number("x", 0, 1, "quantity", unit="m 2"), "bad_unit"),
        (number("x", 0, 1, "money", unit="USD//m2"), "bad_unit"),
        (number("x", 0, 0, "quantity", unit="m2", decimals=40), "too_many_decimals"),
        (Field("x", "claim", "choice", SAID, HERE), "no_options"),
        (Field("x", "claim", "date", SAID, HERE, low=date(2020, 1, 2), high=date(2020, 1, 1)), "bad_range"),
        (Field("x", "claim", "date", SAID, HERE, low=Decimal(1)), "bad_range"),
    ],
)  # fmt: skip
def test_a_field_without_an_exact_type_is_refused(field, code):
    with pytest.raises(ProgrammeRefused) as raised:
        rules(fields=[field])

    assert [problem.code for problem in raised.value.problems] == [code]


def test_a_definition_may_not_have_a_malformed_unit():
    assert problem_of("5", unit="m 2").code == "bad_unit"


@pytest.mark.parametrize("currency", ["XAU", "dollar"])
def test_a_programme_in_no_payable_currency_is_refused(currency):
    with pytest.raises(ProgrammeRefused, match="ISO 4217"):
        rules(currency=currency)


@pytest.mark.parametrize(
    ("levels", "code"),
    [
        ([Level("house", SAID, (), HERE)], "no_claim"), ([Level("claim", SAID, ("house",), HERE)], "unknown_level"),
        ([Level("claim", SAID, ("house",), HERE), Level("house", SAID, ("claim",), HERE)], "level_cycle"),
        ([Level("claim", SAID, ("claim",), HERE)], "level_cycle"),
    ],
)  # fmt: skip
def test_levels_that_do_not_hold_together_are_refused(levels, code):
    with pytest.raises(ProgrammeRefused) as raised:
        rules(levels=levels, fields=())

    assert raised.value.problems[0].code == code


def test_a_gate_with_a_first_day_must_know_the_date_that_selects():
    for_houses = gate("not_yet", "floors > 2", level="house", since=date(2020, 1, 1))

    with pytest.raises(ProgrammeRefused) as raised:
        rules(gates=[for_houses], version_by="filed_on")

    assert raised.value.problems[0].code == "wrong_level"
    assert rules(gates=[for_houses])


def test_a_gate_below_the_claim_and_a_limit_on_no_line_are_refused():
    with pytest.raises(ProgrammeRefused) as raised:
        rules(gates=[gate("child", "age < 18", level="person")], ceilings=[limit("top", ["grant"], "500")])

    assert [problem.code for problem in raised.value.problems] == ["wrong_level", "unknown_line"]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("grade + 2", 3, 7), ("grade - 2", -1, 3), ("-grade", -5, -1), ("grade * -3", -15, -3),
        ("abs(grade - 3)", 0, 2), ("min(grade, 3)", 1, 3), ("max(grade, 3)", 3, 5), ("grade if true else 9", 1, 9),
        ("grade * floors", 1, 60),
    ],
)  # fmt: skip
def test_the_bounds_of_a_number_follow_it_through_every_step(text, low, high):
    kind = defined(text).definitions["result"].node.type

    assert isinstance(kind, Number)
    assert (kind.low, kind.high) == (low, high)
