"""What expressions mean, one claim at a time: the batch is held against this."""

from datetime import date

import pytest

from tests.engine.building import number
from tests.engine.people import worth

ABSENT: dict[str, object] = {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("grade > 3 or true", True), ("true or grade > 3", True), ("grade > 3 and false", False),
        ("false and grade > 3", False), ("grade > 3 or false", {"grade"}), ("grade > 3 and true", {"grade"}),
        ("grade > 3 or cost > 5", {"grade", "cost"}), ("grade > 3 or cost > 5 or true", True),
        ("not grade > 3", {"grade"}), ("not (grade > 3 and false)", True), ("grade == grade", {"grade"}),
        ("grade in (1, 2, 3, 4, 5)", {"grade"}), ("1 < 0 < grade", False), ("1 < grade and 1 < 0", False),
        ("grade < 1 < 0", False), ("0 < 1 < grade", {"grade"}),
    ],
)  # fmt: skip
def test_and_or_not_are_kleene_a_decided_side_decides_in_either_order(text, expected):
    assert worth(text, ABSENT) == expected


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("cost + loan", {"cost", "loan"}), ("cost * 0", {"cost"}), ("cost - cost", {"cost"}), ("abs(cost)", {"cost"}),
        ("min(cost, 0)", {"cost"}), ("max(0, cost, loan)", {"cost", "loan"}), ("share(cost, 0, 1)", {"cost"}),
        ("share(cost, rate, 100)", {"cost", "rate"}), ("round(cost, 10)", {"cost"}),
        ("add_months(filed_on, grade)", {"filed_on", "grade"}), ("year(filed_on)", {"filed_on"}),
        ("cost if grade > 3 else 5", {"grade"}), ("repair == 'minor'", {"repair"}),
    ],
)  # fmt: skip
def test_every_other_operator_is_strict_and_names_all_that_it_lacks(text, missing):
    assert worth(text, ABSENT) == missing


def test_only_the_branch_that_counts_is_read():
    assert worth("cost if grade > 3 else loan", {"grade": 5, "cost": 7_00}) == 7_00
    assert worth("cost if grade > 3 else loan", {"grade": 1, "cost": 7_00}) == {"loan"}


def test_given_asks_whether_a_fact_is_there_and_is_always_decided():
    assert worth("given(cost)", ABSENT) is False
    assert worth("given(cost)", {"cost": 0}) is True
    assert worth("cost if given(cost) else 0", ABSENT) == 0
    assert worth("given(household.owns_house)", {"owns_house": False}) is True


def test_false_and_zero_are_facts_and_not_absent():
    assert worth("owns_house or cost > 0", {"owns_house": False, "cost": 0}) is False


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 + 2 * 3", 7), ("(1 + 2) * 3", 9), ("-2 * -3", 6), ("2 - 3 - 4", -5), ("0.5 + 0.25", 75),
        ("0.5 * 0.5", 25), ("1 == 1.0", True), ("0.1 + 0.2 == 0.3", True), ("1 < 2 < 3", True), ("1 < 3 < 2", False),
        ("1 != 2", True), ("min(3, 1, 2)", 1), ("max(1.5, 2)", 20), ("abs(-5)", 5), ("2 in (1, 2)", True),
        ("2 not in (1, 2)", False), ("not 1 == 2", True), ("5 if 1 < 2 else 6", 5), ("true and not false", True),
        ("share(10, 1, 3)", 3), ("share(11, 1, 2)", 6), ("share(11, 1, 2, 'half_even')", 6),
        ("share(13, 1, 2, 'half_even')", 6), ("share(-11, 1, 2)", -6), ("share(-11, 1, 2, 'down')", -5),
        ("share(-11, 1, 2, 'up')", -6), ("share(10, 1, 3, 'up')", 4), ("round(17, 5)", 15), ("round(18, 5)", 20),
        ("round(-18, 5, 'down')", -15), ("round(12.5)", 13), ("round(12.5, 1, 'half_even')", 12),
    ],
)  # fmt: skip
def test_arithmetic_is_exact_and_rounds_only_where_it_says_so(text, expected):
    assert worth(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("cost + 0.5", 100_50), ("share(cost, 60, 100)", 60_00), ("share(cost, rate, 100)", 12_50),
        ("area * 2.25", 131_400), ("share(cost, area, 58.4)", 100_00), ("cost if area > 58.3 else 0", 100_00),
        ("cost == 100", True), ("cost - loan", 350_00), ("loan + 0.005", -249_995), ("rate > 12.4", True),
        ("rate == 12.5", True),
    ],
)  # fmt: skip
def test_literals_take_the_unit_and_scales_are_kept(text, expected):
    facts = {"cost": 100_00, "rate": 125, "area": 584, "loan": -250_00}

    assert worth(text, facts) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("filed_on > '2020-01-30'", True), ("'2020-01-31' == filed_on", True),
        ("filed_on in ('2020-01-31', '2021-01-01')", True), ("add_months(filed_on, 1) == '2020-02-29'", True),
        ("days_between(filed_on, '2020-02-01')", 1), ("days_between('2020-02-01', filed_on)", -1),
        ("months_between(filed_on, '2020-02-29')", 1), ("year(filed_on)", 2020), ("month(filed_on)", 1),
        ("version_date == '2020-06-15'", True), ("days_between(filed_on, version_date)", 136),
        ("round_date == version_date", True),
        ("date('2020-01-31') == filed_on", True), ("filed_on if true else '2019-01-01'", date(2020, 1, 31)),
    ],
)  # fmt: skip
def test_dates_are_counted_in_days_and_whole_months(text, expected):
    assert worth(text, {"filed_on": date(2020, 1, 31)}) == expected


@pytest.mark.parametrize("mode", ["half_up", "half_even", "down", "up"])
@pytest.mark.parametrize("amount", [10**15, -(10**15), 10**15 - 1, 999_999_999_999_999])
def test_amounts_up_to_ten_to_the_fifteenth_are_shared_exactly(amount, mode):
    whole = 99_999_999
    fields = {"cost": ("0", "10_000_000_000_000"), "loan": ("-10_000_000_000_000", "10_000_000_000_000")}

    found = worth(f"share(loan, 33_333_333, {whole}, '{mode}')", {"loan": amount}, fields=money_fields(fields))

    assert abs(found * whole - amount * 33_333_333) < whole


def money_fields(ranges):
    return [number(name, low, high, "money") for name, (low, high) in ranges.items()]
