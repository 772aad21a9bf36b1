"""What is only seen from a satellite may raise a priority and never decides an award."""

from datetime import date
from decimal import Decimal

import pytest

from sanad.engine.rules.declared import Field, Order, PaymentStep, Tier
from sanad.engine.rules.problems import ProgrammeRefused
from tests.engine.building import (
    FIELDS,
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

SEEN = (
    *FIELDS,
    number("seen", 0, 5, asked="satellite"),
    Field("seen_on", "claim", "date", SAID, HERE, asked="satellite"),
)
GRANT = line("grant", "100")
STEP = PaymentStep("rest", "in_order", SAID, None, "gazette", HERE)
ORDER = Order(
    "first",
    SAID,
    (Tier(SAID, expression("seen > 3"), "gazette"),),
    (expression("desc(seen)"),),
    (STEP,),
    "gazette",
    HERE,
)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("seen", {"gates": [gate("not_seen", "seen < 3")]}),
        ("seen", {"gates": [gate("not_seen", "grade < 3 and high")], "definitions": [definition("high", "seen > 3")]}),
        ("seen", {"lines": [line("grant", "cost * seen")]}),
        ("seen", {"lines": [line("grant", "100", when="seen > 2")]}),
        ("seen", {"lines": [line("grant", "100", gates=[gate("low", "seen < 2")])]}),
        ("seen", {"lines": [line("grant", "100", parts=[part("first", "100", "seen > 2")])]}),
        ("seen", {"ceilings": [limit("most", ["grant"], "cost * seen")]}),
        ("seen", {"deductions": [limit("other", ["grant"], "cost * seen")]}),
        ("seen", {"gates": [gate("neighbour", "any(house, seen > 3)")]}),
        ("seen_on", {"version_by": "seen_on"}),
        ("seen_on", {"values": [value("fixed", version(date(2015, 1, 1), Decimal(5)), version_by="seen_on")]}),
    ],
)
def test_a_rule_that_lets_it_decide_is_refused(name: str, parts: dict):
    with pytest.raises(ProgrammeRefused) as raised:
        rules(**{"fields": SEEN, "lines": [GRANT], "order": ORDER} | parts)

    assert [problem.code for problem in raised.value.problems] == ["satellite_decides"]
    assert f"`{name}`" in raised.value.problems[0].message


def test_the_order_of_payment_may_read_it():
    built = rules(fields=SEEN, lines=[GRANT], order=ORDER, definitions=[definition("high", "seen > 3")])

    assert built.order is not None
