"""The versions behind a decision are the same on both engines, also those that only a member's own day selects."""

from datetime import date
from decimal import Decimal

import pytest

from sanad.engine.rules.declared import Field, Level
from tests.batch.engines import Engines, differences
from tests.batch.populations import Population, random_population
from tests.engine.building import (
    FIELDS,
    HERE,
    LEVELS,
    SAID,
    definition,
    gate,
    line,
    number,
    row,
    rules,
    value,
    version,
)

TODAY = date(2020, 6, 15)
OLD, NEW, LATER = "rent@2018-01-01", "rent@2019-01-01", "rent@2020-01-01"
VERSIONS = (
    version(date(2018, 1, 1), Decimal(100)),
    version(date(2019, 1, 1), Decimal(200)),
    version(date(2020, 1, 1), Decimal(300)),
)
RENT = value("rent", *VERSIONS, version_by="month_begins")
MONTHS = (*LEVELS, Level("rent_month", SAID, ("claim",), HERE))
PROVEN = (
    *FIELDS,
    Field("month_begins", "rent_month", "date", SAID, HERE, low=date(2015, 1, 1), high=date(2025, 12, 31)),
    Field("proven", "rent_month", "boolean", SAID, HERE),
    number("paid_for", 0, 9_000, "money", level="rent_month"),
)


def of_months(amount: str, *months: tuple[date, bool], definitions=(), **parts):
    """Both engines over one claim with these months."""
    ruled = rules(
        fields=PROVEN, levels=MONTHS, values=[RENT], definitions=definitions, lines=[line("grant", amount)], **parts
    )
    ids = {"house_id": "H", "household_id": "F"}
    facts = [
        {"rent_month_id": f"M{place}", "claim_id": "C", **ids, "month_begins": day, "proven": proven, "paid_for": 5_00}
        for place, (day, proven) in enumerate(months)
    ]
    rows = {"house": [{"house_id": "H"}], "household": [{"household_id": "F"}], "claim": [{"claim_id": "C", **ids}]}
    return Population({**rows, "rent_month": facts, "person": []}, [], frozenset()), ruled


def decided(duck, people, ruled):
    engines = Engines(ruled, people, TODAY, duck)
    one, all_ = engines.by_interpreter(None), engines.by_batch(None)
    assert differences(one, all_) == []
    return all_["C"]["net"], tuple(all_["C"]["values_used"])


JANUARY, MARCH, LAST = date(2018, 1, 1), date(2019, 3, 1), date(2020, 5, 1)


def test_each_month_has_the_rate_of_its_own_day_and_all_that_were_read_are_named(duck):
    people, ruled = of_months(
        "sum(claim.rent_month, rent, where=proven)", (JANUARY, True), (MARCH, True), (LAST, False)
    )

    assert decided(duck, people, ruled) == (300_00, (OLD, NEW))


def test_a_definition_of_the_month_is_followed_to_the_months_that_count(duck):
    due = definition("due", "min(rent, paid_for)", "rent_month")
    amount = "sum(claim.rent_month, due, where=proven)"

    people, ruled = of_months(amount, (JANUARY, False), (LAST, True), definitions=[due])

    assert decided(duck, people, ruled) == (5_00, (LATER,))


def test_a_claim_without_months_read_no_version(duck):
    people, ruled = of_months("sum(claim.rent_month, rent) + 1")

    assert decided(duck, people, ruled) == (1_00, ())


@pytest.mark.parametrize(
    "day",
    ["filed_on", "asked_on", "add_days(filed_on, -1)", "max(filed_on, '2019-06-01')", "'2018-05-05'",
     "first(house, filed_on, by=(desc(filed_on), claim_id))", "filed_on if grade > 2 else asked_on"],
)  # fmt: skip
def test_a_value_as_of_any_day_names_the_same_version_on_both_engines(duck, day):
    ruled = rules(
        values=[value("rent", *VERSIONS), value("by_kind", *kinds(), keys=["repair"])],
        definitions=[definition("asked_on", "add_months(filed_on, 7)")],
        gates=[gate("too_low", f"as_of(by_kind[repair], {day}) < 2")],
        lines=[line("grant", f"as_of(rent, {day})"), line("rest", "rent", when="grade > 3")],
    )
    people = random_population(ruled, 80, 11)
    for claim in people.rows["claim"]:
        claim["filed_on"] = claim["filed_on"] or MARCH
    engines = Engines(ruled, people, TODAY, duck)

    one, all_ = engines.by_interpreter(None), engines.by_batch(None)

    assert differences(one, all_) == []
    assert len({tuple(row["values_used"]) for row in all_.values()}) > 1


def kinds():
    return [
        version(date(2016, 1, 1), [row("minor", Decimal(1)), row("major", Decimal(2))]),
        version(date(2019, 1, 1), [row("minor", Decimal(3)), row("major", Decimal(4))]),
    ]
