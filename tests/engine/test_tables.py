from datetime import date
from decimal import Decimal

import pytest

from sanad.engine.rules.declared import Band, Key, Unpublished
from sanad.engine.rules.problems import ProgrammeRefused
from tests.engine.building import band, defined, row, value, version
from tests.engine.people import worth

FIRST = date(2016, 3, 13)


def refused(declared, text: str = "5"):
    with pytest.raises(ProgrammeRefused) as raised:
        defined(text, values=[declared])
    return raised.value.problems[0]


def by_repair(*rows, **more):
    return value("grant", version(FIRST, rows, **more), keys=["repair"])


def by_area(*rows):
    return value("grant", version(FIRST, rows), keys=["area"])


def by_grade(*rows):
    return value("grant", version(FIRST, rows), keys=["grade"])


MINOR, MAJOR = row("minor", Decimal(100)), row("major", Decimal(300))


@pytest.mark.parametrize(
    ("declared", "code"),
    [
        (by_repair(MINOR), "gap"), (by_repair(MINOR, MAJOR, MINOR), "overlap"),
        (by_repair(MINOR, MAJOR, row("mnor", Decimal(1))), "unknown_row"),
        (by_repair(row(band(0, 5), Decimal(1))), "bad_band"),
        (by_repair(MINOR, row("major", Decimal("0.001"))), "too_many_decimals"),
        (by_repair(MINOR, row("major", "many")), "number_alone"),
        (by_repair(MINOR, row("major", True)), "number_alone"),
        (by_repair(MINOR, row("major", Decimal(10**18))), "overflow"),
        (by_repair(MINOR, row("major", [MINOR, MAJOR])), "too_many_keys"),
        (by_grade(*(row(grade, Decimal(1)) for grade in range(1, 5))), "gap"),
        (by_grade(*(row(grade, Decimal(1)) for grade in range(1, 7))), "unknown_row"),
        (by_grade(row(True, Decimal(1))), "unknown_row"),
        (by_area(row(band(0, 50), Decimal(1)), row(band(60, None), Decimal(1))), "gap"),
        (by_area(row(band(10, None), Decimal(1))), "gap"), (by_area(row(band(0, 500), Decimal(1))), "gap"),
        (by_area(row(band(0, 50), Decimal(1)), row(band(40, None), Decimal(1))), "overlap"),
        (by_area(row(band(0, 50, high_open=False), Decimal(1)), row(band(50, None), Decimal(1))), "overlap"),
        (by_area(row(band(0, 50), Decimal(1)), row(band(50, None, low_open=True), Decimal(1))), "gap"),
        (by_area(row(band(50, 50), Decimal(1)), row(band(0, None), Decimal(1))), "empty_band"),
        (by_area(row(band(0, "0.05"), Decimal(1))), "too_many_decimals"), (by_area(row(5, Decimal(1))), "bad_key"),
        (by_area(row(band(0, None), Decimal(1)), row(5, Decimal(1))), "bad_band"),
        (by_area(row(Band(date(2020, 1, 1), None), Decimal(1))), "wrong_type"),
        (value("grant", version(FIRST, Decimal(1)), keys=["repair"]), "too_few_keys"),
        (value("grant", version(FIRST, [MINOR, MAJOR])), "too_many_keys"),
        (value("grant", version(FIRST, [MINOR, MAJOR]), keys=["repiar"]), "unknown_name"),
        (value("grant", version(FIRST, Decimal(1)), version(FIRST, Decimal(2))), "dates_out_of_order"),
        (value("grant", version(date(2020, 1, 1), Decimal(1)), version(FIRST, Decimal(2))), "dates_out_of_order"),
        (value("grant", version(FIRST, Decimal(1)), unit="USD per m2"), "bad_unit"),
        (value("grant", version(FIRST, Decimal(1)), kind="quantity", unit="m2", decimals=19), "too_many_decimals"),
    ],
)  # fmt: skip
def test_a_table_that_leaves_something_open_is_refused(declared, code):
    problem = refused(declared)

    assert (problem.code, str(problem.where)) == (code, "rules.yaml:7")
    assert problem.todo


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("grant", "table_without_key"), ("grant['mnor']", "wrong_key"), ("grant[grade]", "wrong_key"),
        ("other[repair]", "unknown_table"), ("grant[repair, repair]", "wrong_keys"),
        ("grant[repair][repair]", "unknown_table"), ("cost[repair]", "unknown_table"),
    ],
)  # fmt: skip
def test_a_table_is_read_by_the_keys_that_it_knows(text, code):
    assert refused(by_repair(MINOR, MAJOR), text).code == code


def test_a_key_may_not_have_a_wider_range_than_the_bands_prove():
    table = by_area(row(band(0, None), Decimal(1)))

    assert refused(table, "grant[area * 2]").code == "wrong_key"
    assert defined("grant[area]", values=[table])


@pytest.mark.parametrize(
    ("area", "amount"), [(0, 100_00), (499, 100_00), (500, 200_00), (501, 300_00), (10_000, 300_00)]
)
def test_a_band_holds_what_its_open_and_closed_ends_say(area, amount):
    bands = [
        row(band(None, 50), Decimal(100)), row(band(50, 50, high_open=False), Decimal(200)),
        row(band(50, None, low_open=True), Decimal(300)),
    ]  # fmt: skip

    assert worth("grant[area]", {"area": area}, values=[by_area(*bands)]) == amount


@pytest.mark.parametrize(
    ("filed_on", "months"), [("2015-01-01", 3), ("2019-12-31", 3), ("2020-01-01", 6), ("2025-12-31", 6)]
)
def test_bands_of_dates_are_read_like_bands_of_numbers(filed_on, months):
    new_year = date(2020, 1, 1)
    bands = [row(Band(None, new_year), Decimal(3)), row(Band(new_year, None), Decimal(6))]
    table = value("months", version(FIRST, bands), keys=["filed_on"], kind="integer")

    assert worth("months[filed_on]", {"filed_on": date.fromisoformat(filed_on)}, values=[table]) == months


def test_several_keys_are_read_one_inside_the_other():
    rows = [
        row("minor", [row(True, Decimal(1)), row(False, Decimal(2))]),
        row("major", [row(True, Decimal(3)), row(False, Decimal(4))]),
    ]
    table = value("grant", version(FIRST, rows), keys=["repair", "owns_house"])

    amounts = [worth("grant[repair, household.owns_house]", {"repair": kind, "owns_house": owns}, values=[table])
               for kind in ("minor", "major") for owns in (True, False)]  # fmt: skip

    assert amounts == [100, 200, 300, 400]


def test_otherwise_stands_for_every_key_without_a_row_of_its_own():
    table = by_repair(MAJOR, otherwise=Decimal(7))

    assert [worth("grant[repair]", {"repair": kind}, values=[table]) for kind in ("minor", "major")] == [700, 300_00]


def test_an_unpublished_row_is_named_and_never_guessed():
    table = by_repair(MINOR, row("major", Unpublished()))

    assert worth("grant[repair]", {"repair": "major"}, values=[table]) == {"grant"}
    assert worth("grant[repair]", {"repair": "minor"}, values=[table]) == 100_00
    assert worth("grant[repair]", {}, values=[table]) == {"repair"}


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("2016-03-12", {"rent"}), ("2016-03-13", 500_00), ("2016-09-25", 500_00), ("2016-09-26", 0),
        ("2019-12-31", 0), ("2020-01-01", {"rent"}),
    ],
)  # fmt: skip
def test_a_value_holds_from_its_first_day_until_the_next_one_and_a_stopped_one_is_zero(day, found):
    rent = value("rent", version(FIRST, Decimal(500)), version(date(2016, 9, 26), Decimal(0), until=date(2020, 1, 1)))

    assert worth("rent", values=[rent], on=date.fromisoformat(day)) == found


def test_a_value_may_be_selected_by_a_date_of_the_claim():
    versions = (version(date(2015, 1, 1), Decimal(200)), version(date(2020, 1, 1), Decimal(300)))
    grant = value("grant", *versions, version_by="filed_on")

    assert worth("grant", {"filed_on": date(2019, 12, 31)}, values=[grant]) == 200_00
    assert worth("grant", {"filed_on": date(2020, 1, 1)}, values=[grant]) == 300_00
    assert worth("grant", {}, values=[grant]) == {"filed_on"}


def test_a_key_may_have_a_name_and_options_of_its_own():
    table = value(
        "grant",
        version(FIRST, [row("rebuild", Decimal(300)), row("retrofit", Decimal(100))]),
        keys=[Key("work", ("rebuild", "retrofit"))],
    )

    assert worth("grant['rebuild' if grade > 3 else 'retrofit']", {"grade": 4}, values=[table]) == 300_00


def test_a_table_whose_key_reads_the_table_is_a_circle():
    table = value("grant", version(FIRST, [row(True, Decimal(1)), row(False, Decimal(2))]), keys=["result"])

    assert refused(table, "grant[result] > 5").code == "cycle"
