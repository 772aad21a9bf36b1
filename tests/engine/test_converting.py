"""Sums in other units: the award keeps the units, and each payment becomes money at the rate of its own day."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanad.engine.rules.declared import Instalment, Payment, Units, Unpublished
from sanad.engine.rules.interpreter import Interpreter
from sanad.engine.rules.problems import ProgrammeRefused
from sanad.engine.rules.words.blocks import as_text
from sanad.engine.rules.words.context import Context
from sanad.engine.rules.words.explaining import explain
from tests.engine.building import HERE, SAID, expression, limit, line, rules, value, version
from tests.engine.people import decided

NEW_RATE = date(2020, 1, 1)
METRE = value("metre", version(date(2019, 1, 1), Decimal(100)), version(NEW_RATE, Decimal("120.50")), unit="USD/m2")
DAY = date(2020, 6, 15)


def part(name, amount, unlocked_by=None, rate_on=None):
    texts = [expression(text) if text else None for text in (unlocked_by, rate_on)]
    return Instalment(name, SAID, expression(amount), texts[0], "gazette", HERE, texts[1])


def in_metres(*parts, rate_on="filed_on", amount="area", decimals=1, rate=METRE, **more):
    home = replace(line("home", amount, parts=parts), units=Units(rate.name, expression(rate_on), decimals))
    return rules(values=[rate], lines=[home], **more)


def home(decision):
    return decision.lines[0]


@pytest.mark.parametrize(
    ("filed", "net", "estimated"),
    [(date(2019, 12, 31), 5_000_00, False), (NEW_RATE, 6_025_00, False), (None, 6_025_00, True)],
)
def test_the_rate_is_that_of_the_day_and_of_the_round_as_long_as_there_is_none(filed, net, estimated):
    facts = {"area": 50_0} | ({"filed_on": filed} if filed else {})

    samira = decided(in_metres(), facts)

    assert (samira.outcome, samira.net, samira.is_estimated, home(samira).units) == ("award", net, estimated, 50_0)


def test_a_day_that_is_still_to_come_is_an_estimate():
    samira = decided(in_metres(), {"area": 50_0, "filed_on": date(2020, 6, 16)}, on=DAY)

    assert (samira.net, samira.is_estimated) == (6_025_00, True)


def test_each_part_becomes_money_on_its_own_day():
    halves = [
        part("one", "share(awarded, 1, 2)"),
        part("two", "awarded - share(awarded, 1, 2)", "grade > 2", "'2020-02-01'"),
    ]

    samira = decided(in_metres(*halves), {"area": 50_1, "filed_on": date(2019, 5, 1), "grade": 1})

    assert [piece.units for piece in home(samira).pieces] == [25_1, 25_0, 0]
    assert (samira.net, samira.due_now, samira.left) == (2_510_00 + 3_012_50, 2_510_00, 3_012_50)


def test_what_the_parts_leave_counts_on_the_lines_own_day():
    samira = decided(in_metres(part("one", "10", None, "'2019-05-01'")), {"area": 50_0, "filed_on": NEW_RATE})

    assert samira.net == 1_000_00 + 4_820_00


def test_parts_bring_no_more_than_the_units_of_the_line():
    samira = decided(in_metres(part("one", "40"), part("two", "40")), {"area": 50_0, "filed_on": NEW_RATE})

    assert [piece.units for piece in home(samira).pieces] == [40_0, 10_0, 0]


def test_a_part_that_cannot_be_known_yet_leaves_an_estimate():
    samira = decided(in_metres(part("one", "area"), amount="50"), {"filed_on": NEW_RATE})

    assert (samira.net, samira.due_now, samira.is_estimated) == (6_025_00, 0, True)


@pytest.mark.parametrize(("area", "outcome"), [(50_0, "error"), (0, "award")])
def test_a_rate_without_a_value_on_its_day_is_an_error_where_there_is_something_to_pay(area, outcome):
    samira = decided(in_metres(), {"area": area, "filed_on": date(2018, 12, 31)})

    assert (samira.outcome, samira.reasons) == (outcome, ("not_in_force",) if area else ())


def test_a_rate_that_was_never_published_is_named():
    secret = value("metre", version(date(2015, 1, 1), Unpublished()), unit="USD/m2")

    assert decided(in_metres(rate=secret), {"area": 50_0}).reasons == ("metre",)


def test_a_ceiling_cuts_the_money_and_leaves_the_units():
    samira = decided(in_metres(ceilings=[limit("top", ["home"], "1_000")]), {"area": 50_0, "filed_on": NEW_RATE})

    assert (samira.net, home(samira).capped, home(samira).units) == (1_000_00, 5_025_00, 50_0)


@given(st.integers(0, 1000_0), st.integers(0, 100_0), st.integers(0, 100_0))
def test_no_unit_is_lost_between_the_parts(area, first, second):
    ruled = in_metres(
        part("one", "share(awarded, rate, 100)"), part("two", "awarded - share(awarded, rate, 100, 'up')")
    )

    pieces = home(decided(ruled, {"area": area, "rate": first, "filed_on": NEW_RATE})).pieces

    assert sum(piece.units for piece in pieces) == area
    assert min(piece.units for piece in pieces) >= 0


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"decimals": None}, "units_decimals"),
        ({"amount": "cost"}, "wrong_unit"),
        ({"rate_on": "grade"}, "date_needed"),
        ({"rate": value("metre", version(NEW_RATE, Decimal(1)))}, "rate_unit"),
        ({"rate": value("metre", version(NEW_RATE, Decimal(1)), unit="EUR/m2")}, "rate_unit"),
    ],
)
def test_units_and_rate_must_fit(more, code):
    with pytest.raises(ProgrammeRefused) as refused:
        in_metres(**more)

    assert [problem.code for problem in refused.value.problems] == [code]


def told(ruled, decision, language="en"):
    return as_text(explain(ruled, decision, language, run=Interpreter(ruled, DAY), context=Context()))


@pytest.mark.parametrize(
    ("facts", "language", "sentence"),
    [
        ({"filed_on": NEW_RATE}, "en", "said: 50 m² × “said” (120.50 USD per m²) on 1 January 2020 = 6,025 USD"),
        ({}, "en", "In part this is an estimate: it will follow the rate of the days on which it is paid."),
        ({}, "ar", "بعض هذا المبلغ تقدير"),
        ({"filed_on": date(2018, 12, 31)}, "en", "“said” has no value on 31 December 2018."),
        ({"filed_on": date(2018, 12, 31)}, "ar", "لا قيمة في"),
    ],
)
def test_the_explanation_tells_units_rate_and_estimate(facts, language, sentence):
    ruled = in_metres()

    assert sentence in told(ruled, decided(ruled, {"area": 50_0} | facts), language)


def test_how_money_is_paid_out_needs_a_rate_in_its_currency():
    paying = Payment("EUR", SAID, "gazette", HERE, "metre")

    with pytest.raises(ProgrammeRefused) as refused:
        in_metres(payment=paying)

    assert [problem.code for problem in refused.value.problems] == ["payment_rate"]
