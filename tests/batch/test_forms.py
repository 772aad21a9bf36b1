"""Awards in other forms than a sum, on both engines."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from sanad.engine.batch.deciding import decide_round
from sanad.engine.rules.declared import Instalment, Order, Thing, Units, Unpublished
from tests.batch.engines import Engines, differences
from tests.batch.populations import random_population
from tests.batch.test_columns import kinds
from tests.engine.building import HERE, SAID, TODAY, expression, gate, limit, line, part, rules, value, version

ORDER = Order("order", SAID, (), (expression("desc(grade)"), expression("filed_on")), (), "gazette", HERE)


def thing(name, amount, kind="plot", unit="plot", worth=None, **more):
    of_value = expression(worth) if worth else None
    return replace(line(name, amount, **more), thing=Thing(kind, SAID, unit, 1, of_value))


GIVING = rules(
    lines=[
        thing("plot", "grade - 2", gates=[gate("too_small", "area < 20")], worth="cost"),
        line("grant", "cost", parts=[part("half", "share(awarded, 1, 2)"), part("rest", "secret", "grade > 2")]),
        thing("garden", "1", when="repair == 'minor'"),
        thing("excess", "area - 40.5", kind="excess", unit="m2"),
    ],
    values=[value("secret", version(date(2015, 1, 1), Unpublished()))],
    declines=[gate("too_late", "filed_on > date('2020-01-31')", "decline")],
    order=ORDER,
)


def test_things_remarks_and_unknown_divisions_are_the_same_on_both(duck):
    engines = Engines(GIVING, random_population(GIVING, 300, 11), TODAY, duck)

    at_once = engines.by_batch(10_000_00)

    assert differences(engines.by_interpreter(10_000_00), at_once) == []
    assert {("secret",), ()} <= {tuple(row["reasons"]) for row in at_once.values() if row["outcome"] == "award"}
    assert {("too_late",), ()} == {tuple(row["remarks"]) for row in at_once.values()}
    places = sorted(place for row in at_once.values() for place in (row["plot_place"], row["garden_place"]) if place)
    assert places == list(range(1, len(places) + 1))


def test_numbers_values_and_places_are_64_bit_integers_and_no_thing_has_an_amount(duck):
    engines = Engines(GIVING, random_population(GIVING, 20, 3), TODAY, duck)

    awards = decide_round(duck, GIVING, TODAY, engines.facts)

    found = kinds(duck, awards.table)
    columns = ("plot_number", "plot_value", "plot_place", "garden_number", "garden_place", "excess_number")
    assert [found.get(name) for name in columns] == ["BIGINT"] * len(columns)
    assert {"plot", "garden", "excess", "garden_value"}.isdisjoint(found)


METRE = value(
    "metre",
    version(date(2018, 1, 1), Decimal("1000.25")),
    version(date(2019, 6, 1), Decimal("1200.5"), until=date(2020, 3, 1)),
    version(date(2020, 4, 1), Decimal(1500)),
    unit="USD/m2",
)
PARTS = (
    Instalment("a", SAID, expression("share(awarded, 1, 2)"), None, "gazette", HERE, expression("filed_on")),
    Instalment("b", SAID, expression("share(awarded, 1, 4)"), expression("grade > 2"), "gazette", HERE),
    Instalment("c", SAID, expression("min(area, 40)"), expression("grade > 3"), "gazette", HERE),
)
IN_METRES = rules(
    values=[METRE],
    lines=[
        replace(
            line("home", "max(area, 9.5) * 1.005 if grade > 1 else 30", parts=PARTS, rounding="down"),
            units=Units("metre", expression("add_months(filed_on, 12)"), 1),
        ),
        line("grant", "cost"),
    ],
    ceilings=[limit("top", ["home", "grant"], "90_000")],
)


def test_units_become_money_on_the_same_days_on_both(duck):
    engines = Engines(IN_METRES, random_population(IN_METRES, 300, 5), TODAY, duck)

    at_once = engines.by_batch(None)

    assert differences(engines.by_interpreter(None), at_once) == []
    assert {(row["home_outcome"], row["estimated"]) for row in at_once.values()} >= {
        ("award", True), ("award", False), ("error", False), ("incomplete", False),
    }  # fmt: skip
