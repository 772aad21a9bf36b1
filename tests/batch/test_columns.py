"""What stands in the table of awards: exact kinds, and a row a claim."""

from datetime import date
from decimal import Decimal

from sanad.engine.batch.deciding import decide_round
from sanad.engine.rules.declared import Order, PaymentStep, Tier
from sanad.engine.rules.funds import Fund
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
    rules,
    value,
    version,
)

TODAY = date(2020, 6, 15)
STEPS = (
    PaymentStep("first", "equal_first", SAID, Decimal(500), "gazette", HERE),
    PaymentStep("rest", "in_order", SAID, None, "gazette", HERE),
)
TIERS = (Tier(SAID, expression("net > 1_000"), "gazette"),)
KEYS = (expression("desc(grant)"), expression("filed_on"))
EACH = value("each", version(date(2015, 1, 1), Decimal("50.5")))
WHOLE = rules(
    values=[EACH],
    definitions=[definition("children", "count(household.person, where=age < 18)", "household")],
    gates=[gate("too_small", "area < 5"), gate("to_court", "household.owns_house", "refer")],
    lines=[
        line(
            "grant",
            "share(cost, rate, 100)",
            at_most="3_000",
            parts=[part("half", "500"), part("rest", "500", "grade > 3")],
        ),
        line("rent", "each * children", gates=[gate("no_lease", "repair == 'minor'")], asked="given(filed_on)"),
    ],
    ceilings=[limit("together", ["grant", "rent"], "4_000")],
    deductions=[limit("insurance", ["grant"], "max(loan, 0)")],
    order=Order("order", SAID, TIERS, KEYS, STEPS, "gazette", HERE),
)
MONEY = {
    "net", "paid", "due_now", "left", "overpaid", "capped", "deducted", "grant", "rent", "money_ahead", "allocated",
    "first_allocated", "rest_allocated",
}  # fmt: skip
INEXACT = ("DOUBLE", "HUGEINT", "FLOAT", "INTEGER", "DECIMAL")


def kinds(duck, table):
    found = duck.connection.execute("select column_name, column_type from (describe from query_table(?))", [table])
    return dict(found.fetchall())


def compared(ruled, duck, claims=40, seed=7, fund=10_000_00):
    engines = Engines(ruled, random_population(ruled, claims, seed), TODAY, duck)
    at_once = engines.by_batch(fund)
    return differences(engines.by_interpreter(fund), at_once), at_once


def test_every_amount_is_a_64_bit_integer_and_nothing_is_a_double(duck):
    engines = Engines(WHOLE, random_population(WHOLE, 50, 3), TODAY, duck)

    awards = decide_round(duck, WHOLE, TODAY, engines.facts, [Fund("fund", 10_000_00)])

    found = kinds(duck, awards.table)
    assert found.keys() >= MONEY
    assert {name: found[name] for name in MONEY} == dict.fromkeys(MONEY, "BIGINT")
    assert {found["queue_place"], found["priority"]} == {"BIGINT"}
    for table in (awards.table, "decided", "queue"):
        assert not {kind for kind in kinds(duck, table).values() if kind.startswith(INEXACT)}


def test_a_whole_programme_is_decided_the_same_by_both(duck):
    told, at_once = compared(WHOLE, duck, claims=300)

    assert told == []
    assert {row["outcome"] for row in at_once.values()} >= {"award", "refuse", "refer", "incomplete"}


def test_amounts_of_ten_to_the_fifteenth_are_exact_in_the_batch(duck):
    wide = [number("wide", 0, 10**13, "money"), number("less", -(10**13), 10**13, "money")]
    lines = [line(f"grant_{mode}", f"share(wide - less, 33_333, 99_991, '{mode}') * 1.005", rounding=mode)
             for mode in ("half_up", "half_even", "down", "up")]  # fmt: skip
    ruled = rules(fields=wide, lines=lines)
    people = random_population(ruled, 200, 5)
    people.rows["claim"][0] |= {"wide": 10**15, "less": -(10**15)}

    engines = Engines(ruled, people, TODAY, duck)

    assert differences(engines.by_interpreter(10**15), engines.by_batch(10**15)) == []
