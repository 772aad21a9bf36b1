"""Programmes on which the two engines once differed, or one of them fell over."""

from datetime import date
from decimal import Decimal

import pytest

from sanad.engine.rules.declared import Order, Tier, Unpublished
from tests.batch.engines import Engines, differences
from tests.batch.populations import random_population
from tests.engine.building import (
    HERE,
    SAID,
    definition,
    expression,
    gate,
    limit,
    line,
    number,
    part,
    programme,
    row,
    rules,
    value,
    version,
)

TODAY = date(2020, 6, 15)
EACH = value("each", version(date(2015, 1, 1), Decimal("50.5")))


def compared(ruled, duck, claims=40, seed=7, fund=10_000_00):
    engines = Engines(ruled, random_population(ruled, claims, seed), TODAY, duck)
    at_once = engines.by_batch(fund)
    return differences(engines.by_interpreter(fund), at_once), at_once


def test_a_programme_without_lines_awards_nothing(duck):
    told, at_once = compared(rules(gates=[gate("too_small", "area < 5")]), duck)

    assert told == []
    assert {row["outcome"] for row in at_once.values()} == {"refuse", "incomplete"}


def test_instalments_that_are_a_share_of_what_their_line_brings(duck):
    parts = [part("first", "share(awarded, 1, 3)"), part("rest", "awarded - share(awarded, 1, 3)", "grade > 2")]
    lines = [line("grant", "cost", at_most="3_000", parts=parts), line("rent", "cost + 10", parts=parts[:1])]
    ruled = rules(lines=lines, deductions=[limit("aid", ["grant", "rent"], "loan")])

    told, at_once = compared(ruled, duck)

    assert told == []
    assert any(0 < row["due_now"] < row["net"] for row in at_once.values())


def test_a_level_of_which_nobody_stated_a_thing_has_empty_groups(duck):
    ruled = rules(
        values=[EACH],
        lines=[line("grant", "each * count(household.person) + max(household.person, income, otherwise=5)")],
    )
    people = random_population(ruled, 5, 1)
    del people.rows["person"]

    at_once = Engines(ruled, people, TODAY, duck).by_batch(None)

    assert {row["net"] for row in at_once.values()} == {5_00}


def test_levels_that_only_the_claims_name_are_read_from_the_claims(duck):
    ruled = rules(
        values=[EACH],
        gates=[gate("too_low", "sum(house, cost) > 5_000_000", level="house")],
        lines=[line("grant", "each * (floors + count(household.claim))")],
    )
    people = random_population(ruled, 30, 2)
    stated = Engines(ruled, people, TODAY, duck)
    before = stated.by_batch(None)

    for level in ("house", "household", "person"):
        del stated.facts.tables[level]

    assert differences(before, stated.by_batch(None)) == []


@pytest.mark.parametrize(
    "text",
    [
        "cost != later or grade > 9",
        "not (cost == later) or grade > 9",
        "later == later or grade > 9",
        "6 < 5 if cost != later else 5 < 6",
    ],
)
def test_a_comparison_with_a_value_not_in_force_is_never_decided(duck, text):
    """Ibis writes `x = NULL` as `x IS NULL`, which would make a rule before its first day say yes or no."""
    later = value("later", version(date(2030, 1, 1), Decimal(5)))
    ruled = rules(values=[later], definitions=[definition("result", text)], lines=[line("grant", "1", when="result")])
    engines = Engines(ruled, random_population(ruled, 20, 4), TODAY, duck)

    at_once = engines.definitions_by_batch("claim")

    assert at_once == engines.definitions_by_interpreter("claim")
    assert {found["result"][0] for found in at_once.values()} == {None}
    assert {row["outcome"] for row in engines.by_batch(None).values()} == {"error"}


def test_a_comparison_with_a_fact_that_no_file_holds_is_never_decided(duck):
    ruled = rules(
        gates=[gate("equal", "cost != loan"), gate("choice", "repair == 'minor'")], lines=[line("grant", "1")]
    )
    people = random_population(ruled, 20, 4)
    for claim in people.rows["claim"]:
        claim |= {"cost": None, "loan": 5, "repair": None}
    people.unstated, people.full = frozenset({"cost", "repair"}), frozenset()
    engines = Engines(ruled, people, TODAY, duck)

    assert {row["outcome"] for row in engines.by_batch(None).values()} == {"incomplete"}
    assert differences(engines.by_interpreter(None), engines.by_batch(None)) == []


NAMES = "part3 group0 is_poor gate0 limit0 order_key0 why_gaps0 used1 fact_cost gate gated decided late0 a_kept"


@pytest.mark.parametrize("name", NAMES.split())
def test_a_line_may_have_any_name_without_disturbing_the_others(duck, name):
    tiers = (Tier(SAID, expression("poor and net > 5"), "gazette"),)
    keys = (expression("desc(cost)"), expression("max(household.person, income, otherwise=0)"))
    ruled = rules(
        definitions=[definition("poor", "cost < 5_000_000 and all(household.person, income < 90_000)")],
        gates=[gate("too_small", "area < 5")],
        lines=[line("a", "cost"), line(name, "700", gates=[gate("no_lease", "repair == 'minor'")])],
        order=Order("order", SAID, tiers, keys, (), "gazette", HERE),
    )

    told, _ = compared(ruled, duck, claims=80)

    assert told == []


def test_an_order_of_payment_reads_a_line_without_an_amount_as_nothing(duck):
    tiers = (
        Tier(SAID, expression("not rent > 0"), "gazette"),
        Tier(SAID, expression("grade < 3 if rent == 0 else true"), "gazette"),
    )
    lines = [line("grant", "100"), line("rent", "cost", asked="owns_house")]
    ruled = rules(lines=lines, order=Order("order", SAID, tiers, (expression("rent"),), (), "gazette", HERE))

    told, _ = compared(ruled, duck, claims=80)

    assert told == []


def test_one_code_on_two_gates_names_only_the_values_of_the_gate_that_held(duck):
    fixed = value("fixed", version(date(2015, 1, 1), Decimal(500)))
    gates = [gate("twice", "cost < fixed * 0"), gate("twice", "grade > 2")]

    told, at_once = compared(rules(values=[fixed], gates=gates, lines=[line("grant", "5")]), duck)

    assert told == []
    assert any(row["outcome"] == "refuse" for row in at_once.values())


def test_reasons_stand_in_the_same_order_whatever_line_they_come_from(duck):
    lines = [line("rent", "loan + cost"), line("grant", "cost + max(household.person, income, otherwise=0)")]

    told, _ = compared(rules(lines=lines), duck, claims=80)

    assert told == []


def test_the_rank_of_a_household_is_read_by_its_claims(duck):
    ranks = definition("place", "rank(house.household, where=wealth > 5, by=(wealth, household_id))", "household")
    before = definition("ahead", "before(house, wealth, by=(desc(wealth), household_id))", "household")
    levels = [level for level in programme().levels if level.name != "household"]
    inside = [type(level)("household", SAID, ("house",), HERE) for level in levels[:1]]
    wealth = number("wealth", 0, 100, level="household")
    ruled = rules(
        levels=[levels[0], *inside, type(levels[0])("claim", SAID, ("household",), HERE)],
        fields=[wealth], definitions=[ranks, before],
        gates=[gate("too_late", "place > 3", level="household")],
        values=[EACH], lines=[line("grant", "each * (place + ahead)")],
    )  # fmt: skip

    told, _ = compared(ruled, duck, claims=120)

    assert told == []


def test_an_unpublished_rate_in_a_table_is_named_in_the_batch(duck):
    table = value(
        "rates", version(date(2015, 1, 1), [row("minor", Decimal(5)), row("major", Unpublished())]), keys=["repair"]
    )

    told, at_once = compared(rules(values=[table], lines=[line("grant", "rates[repair]")]), duck)

    assert told == []
    assert {tuple(row["reasons"]) for row in at_once.values() if row["outcome"] == "unpublished"} == {("rates",)}


def test_payments_fill_a_ceiling_before_a_line_that_was_decided_later(duck):
    lines = [line("rent", "700", when="owns_house"), line("repair", "cost"), line("tools", "cost")]
    ruled = rules(
        lines=lines, ceilings=[limit("two", ["rent", "repair"], "900"), limit("all", ["rent", "tools"], "800")]
    )

    told, at_once = compared(ruled, duck, claims=200)

    assert told == []
    assert any(row["overpaid"] and row["left"] and row["due_now"] == 0 for row in at_once.values())
