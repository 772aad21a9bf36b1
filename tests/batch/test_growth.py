"""The compiled SQL grows with the rules and never faster: what is written twice is worked out once."""

from datetime import date
from decimal import Decimal

import pytest

from sanad.engine.batch.deciding import decide_round
from sanad.engine.rules.declared import Order, Tier
from tests.batch.engines import Engines, differences
from tests.batch.populations import random_population
from tests.engine.building import HERE, SAID, definition, expression, line, rules, value, version

TODAY = date(2020, 6, 15)


def nested(text, times, innermost):
    for _ in range(times):
        innermost = text.replace("INNER", innermost)
    return innermost


def chain(text, length, first="cost", level="claim"):
    links = [definition("d0", first, level)]
    return [*links, *(definition(f"d{n}", text.replace("INNER", f"d{n - 1}"), level) for n in range(1, length + 1))]


def size_of(duck, monkeypatch, **parts):
    """The characters of the longest query of a round; both engines must agree on the way."""
    sizes = []
    written = type(duck).sql
    monkeypatch.setattr(
        type(duck), "sql", lambda self, query: sizes.append(len(found := written(self, query))) or found
    )
    ruled = rules(**parts)
    engines = Engines(ruled, random_population(ruled, 12, 3), TODAY, duck)

    decide_round(duck, ruled, TODAY, engines.facts)

    monkeypatch.undo()
    assert differences(engines.by_interpreter(None), engines.by_batch(None)) == []
    return max(sizes)


def grows_evenly(sizes):
    """The second half adds no more than three times what the first half added."""
    return sizes[2] - sizes[1] <= 3 * (sizes[1] - sizes[0]) + 5_000


@pytest.mark.parametrize(
    "text",
    [
        "share(INNER, 1, 3, 'half_even')", "round(INNER, 7, 'half_even')", "share(INNER, grade, 7)",
        "(INNER if grade > 2 else cost)", "(cost if INNER > 5 else loan)", "max(INNER, loan)", "(INNER + 1)",
        "abs(INNER - 5)", "share(cost, max(share(INNER, 1, 9), 0), 200_000_000_000)",

    ],
)  # fmt: skip
def test_an_expression_nested_deeper_grows_evenly(duck, monkeypatch, text):
    sizes = [size_of(duck, monkeypatch, lines=[line("grant", nested(text, depth, "cost"))]) for depth in (2, 6, 10)]

    assert grows_evenly(sizes), sizes


@pytest.mark.parametrize("text", ["(not INNER)", "(grade > 2 or (owns_house and INNER))", "(owns_house == (INNER))"])
def test_a_condition_nested_fifty_deep_grows_evenly(duck, monkeypatch, text):
    most = 50 if text.startswith("(not") else 24

    def size(depth):
        return size_of(duck, monkeypatch, lines=[line("grant", "cost", when=nested(text, depth, "grade > 4"))])

    sizes = [size(1), size(most // 2), size(most)]

    assert grows_evenly(sizes), sizes


@pytest.mark.parametrize(
    "text",
    [
        "share(INNER, 1, 2) + share(INNER, 1, 2)", "INNER if INNER > 10 else INNER", "max(INNER, min(INNER, loan))",
        "share(INNER + sum(house, INNER), 1, 1_001)",
    ],
)  # fmt: skip
def test_a_chain_of_definitions_that_read_each_other_twice_grows_evenly(duck, monkeypatch, text):
    lengths = (2, 11, 20) if text.startswith("share(INNER, ") else (2, 5, 8)

    def size(length):
        return size_of(duck, monkeypatch, definitions=chain(text, length), lines=[line("grant", f"d{length}")])

    sizes = [size(length) for length in lengths]

    assert grows_evenly(sizes), sizes


def test_definitions_that_go_up_and_down_between_levels_grow_evenly(duck, monkeypatch):
    sizes = []
    for length in (1, 2, 3):
        there_and_back = [definition("p0", "income", "person")]
        for n in range(1, length + 1):
            totals = f"sum(household.person, p{n - 1}), sum(household.person, p{n - 1}, where=p{n - 1} > 1), 900"
            back = f"min(max(household.claim, c{n}, otherwise=1), sum(household.claim, c{n}), 50)"
            there_and_back += [definition(f"c{n}", f"min({totals})"), definition(f"p{n}", back, "person")]
        sizes.append(size_of(duck, monkeypatch, definitions=there_and_back, lines=[line("grant", f"c{length}")]))

    assert grows_evenly(sizes), sizes


def test_a_programme_of_many_lines_grows_evenly(duck, monkeypatch):
    each = value("each", version(date(2015, 1, 1), Decimal(5)))

    def size(number):
        return size_of(duck, monkeypatch, values=[each], lines=[line(f"line{n}", f"each * {n}") for n in range(number)])

    sizes = [size(2), size(16), size(30)]

    assert grows_evenly(sizes), sizes


def test_a_key_of_the_order_of_payment_grows_evenly(duck, monkeypatch):
    sizes = []
    for depth in (2, 8, 14):
        key = nested("max(INNER, share(net, 1, 3))", depth, "net")
        tiers = (Tier(SAID, expression(nested("(net > 5 or (owns_house and INNER))", depth, "paid > 4")), "gazette"),)
        order = Order("order", SAID, tiers, (expression(key),), (), "gazette", HERE)
        sizes.append(size_of(duck, monkeypatch, lines=[line("grant", "cost")], order=order))

    assert grows_evenly(sizes), sizes
