"""Dated values as they stood on another day, and rates by bands."""

from datetime import date
from decimal import Decimal

import pytest

from sanad.engine.rules.deciding import decide
from sanad.engine.rules.decisions import Decision
from sanad.engine.rules.declared import Unpublished
from sanad.engine.rules.interpreter import Interpreter
from sanad.engine.rules.records import Record
from sanad.engine.rules.words.blocks import as_text
from sanad.engine.rules.words.context import Context
from sanad.engine.rules.words.explaining import explain
from tests.engine.building import TODAY, band, defined, definition, line, number, problem_of, row, rules, value, version

RENT = value("rent", version(date(2016, 1, 1), Decimal(100)), version(date(2019, 1, 1), Decimal(150)))
FEE = value(
    "fee",
    version(
        date(2016, 1, 1),
        [row(band(0, 1_000), Decimal(10)), row(band(1_000, 5_000), Decimal("7.5")), row(band(5_000, None), Decimal(1))],
    ),
    keys=["cost"],
    kind="percent",
    decimals=1,
)


def worked_out(text: str, unit: str = "", values=(RENT, FEE), on: date = TODAY, **facts: object) -> object:
    ruled = defined(text, unit=unit, values=values)
    found, _ = Interpreter(ruled, on).evaluate(ruled.definitions["result"].node, Record("claim", "Amal", facts))
    return found


def decided(ruled, **facts: object) -> Decision:
    return decide(ruled, Record("claim", "Amal", facts), TODAY)


def told(ruled, language: str, **facts: object) -> str:
    claim = Record("claim", "Amal", facts)
    decision = decide(ruled, claim, TODAY)
    return as_text(explain(ruled, decision, language, run=Interpreter(ruled, TODAY), context=Context()))


def test_a_value_is_read_as_it_stood_on_the_day_that_is_named():
    assert worked_out("as_of(rent, filed_on)", filed_on=date(2018, 12, 31)) == 100_00
    assert worked_out("as_of(rent, filed_on)", filed_on=date(2019, 1, 1)) == 150_00
    assert worked_out("as_of(rent, '2016-05-05')") == 100_00
    assert worked_out("as_of(rent, add_days(filed_on, -1))", filed_on=date(2019, 1, 1)) == 100_00


def test_before_its_first_day_it_was_not_in_force_whatever_the_day_of_the_round():
    ruled = rules(values=[RENT], lines=[line("home", "as_of(rent, filed_on)")])

    decision = decided(ruled, filed_on=date(2015, 6, 1))
    text = told(ruled, "en", filed_on=date(2015, 6, 1))

    assert (decision.outcome, decision.reasons) == ("error", ("not_in_force",))
    assert "holds from 1 January 2016 on" in text


@pytest.mark.parametrize("day", ["filed_on", "add_days(filed_on, 1)", "asked_on", "min(filed_on, asked_on)"])
def test_the_version_that_was_read_is_the_one_that_is_named_as_used(day):
    ruled = rules(
        values=[RENT],
        definitions=[definition("asked_on", "add_months(filed_on, 1)")],
        lines=[line("home", f"as_of(rent, {day})")],
    )

    assert decided(ruled, filed_on=date(2018, 6, 1)).values_used == ("rent@2016-01-01",)
    assert decided(ruled, filed_on=date(2020, 6, 1)).values_used == ("rent@2019-01-01",)


def test_the_explanation_says_on_which_day_the_value_was_read():
    ruled = rules(values=[RENT], lines=[line("home", "as_of(rent, filed_on)")])

    english, arabic = (told(ruled, language, filed_on=date(2018, 6, 1)) for language in ("en", "ar"))

    assert "as it stood on 1 June 2018" in english
    assert "بحسب ما كان ساريًا في" in arabic


@pytest.mark.parametrize(
    ("cost", "fee"),
    [("0", "0"), ("999.99", "99.999"), ("1_000", "100"), ("1_000.01", "100.00075"), ("6_000", "410"), ("5_000", "400")],
)
def test_each_rate_is_for_the_part_within_its_band_and_nothing_is_rounded_on_the_way(cost, fee):
    scaled = int(Decimal(cost.replace("_", "")) * 100)

    found = worked_out("by_bands(fee, cost)", cost=scaled)

    assert found == Decimal(fee) * 10**5


@pytest.mark.parametrize(("above", "below"), [(False, True), (True, False)])
def test_a_band_ends_where_it_says_whether_it_holds_its_end_or_not(above, below):
    rows = [
        row(band(0, 1_000, high_open=below), Decimal(10)),
        row(band(1_000, None, low_open=above), Decimal(20)),
    ]
    table = value("fee", version(date(2016, 1, 1), rows), keys=["cost"], kind="percent")

    assert worked_out("by_bands(fee, cost)", values=[table], cost=3_000_00) == 500 * 10**4


def test_rates_per_square_metre_bring_money():
    rows = [row(band(0, 100), Decimal(3)), row(band(100, None), Decimal(2))]
    table = value("rate_of", version(date(2016, 1, 1), rows), keys=["area"], unit="USD/m2")
    ruled = rules(values=[table], lines=[line("home", "by_bands(rate_of, area)")])

    assert decided(ruled, area=1205).net == 341_00


def test_a_rate_that_was_never_published_matters_only_to_those_who_reach_it():
    rows = [row(band(0, 1_000), Decimal(10)), row(band(1_000, None), Unpublished())]
    table = value("fee", version(date(2016, 1, 1), rows), keys=["cost"], kind="percent")
    ruled = rules(values=[table], lines=[line("home", "by_bands(fee, cost)")])

    assert decided(ruled, cost=1_000_00).net == 100_00
    assert (decided(ruled, cost=1_000_01).outcome, decided(ruled, cost=1_000_01).reasons) == ("unpublished", ("fee",))


def test_bands_behind_another_key_and_one_rate_for_the_rest():
    low = row("minor", [row(band(0, 100), Decimal(10)), row(band(100, None), Decimal(20))])
    table = value(
        "fee", version(date(2016, 1, 1), [low], otherwise=Decimal(5)), keys=["repair", "cost"], kind="percent"
    )

    assert worked_out("by_bands(fee[repair], cost)", values=[table], repair="minor", cost=200_00) == 30 * 10**4
    assert worked_out("by_bands(fee[repair], cost)", values=[table], repair="major", cost=200_00) == 10 * 10**4


def test_the_explanation_goes_band_by_band():
    ruled = rules(values=[FEE], lines=[line("home", "by_bands(fee, cost)")])

    english, arabic = (told(ruled, language, cost=6_000_00) for language in ("en", "ar"))

    assert "band by band: 10 % of 1,000 USD + 7.5 % of 4,000 USD + 1 % of 1,000 USD" in english
    assert "each rate for the part within its band, in force since 1 January 2016" in english
    assert "شريحة بعد شريحة" in arabic


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("by_bands(fee, loan)", "negative_amount"),
        ("by_bands(fee, cost * 2)", "wrong_key"),
        ("by_bands(fee, area)", "wrong_unit"),
        ("by_bands(rent, cost)", "bands_needed"),
        ("by_bands(fee[cost], cost)", "wrong_keys"),
        ("as_of(cost, filed_on)", "unknown_table"),
        ("as_of(cost + 1, filed_on)", "value_needed"),
        ("as_of(rent, cost)", "date_needed"),
        ("as_of(rent)", "wrong_arguments"),
        ("add_days(filed_on, 3_000_000)", "leaves_calendar"),
        ("add_days(filed_on, cost)", "wrong_arguments"),
        ("max(filed_on, cost)", "number_needed"),
    ],
)
def test_what_cannot_be_meant_is_refused(text, code):
    assert problem_of(text, values=[RENT, FEE]).code == code


def test_days_are_added_and_the_earlier_and_the_later_of_two_are_dates():
    filed_on = date(2020, 2, 28)

    assert worked_out("add_days(filed_on, 2)", filed_on=filed_on) == date(2020, 3, 1)
    assert worked_out("max(filed_on, '2020-03-05')", filed_on=filed_on) == date(2020, 3, 5)
    assert worked_out("min(filed_on, add_days(filed_on, -1))", filed_on=filed_on) == date(2020, 2, 27)


def test_a_field_wider_than_the_bands_is_named():
    narrow = number("narrow", 0, 500, "money")
    table = value("fee", version(date(2016, 1, 1), [row(band(0, None), Decimal(10))]), keys=["narrow"], kind="percent")

    problem = problem_of("by_bands(fee, cost)", fields=[narrow, number("cost", 0, 900, "money")], values=[table])

    assert (problem.code, "last band" in problem.message) == ("wrong_key", True)
