"""The queue on DuckDB: it adds up to the cent, nobody is ahead of a better place, and more money lowers nobody."""

from datetime import date
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanad.engine.batch.duck import Duck
from sanad.engine.batch.paying import steps_of
from sanad.engine.money import exponent, scaled
from sanad.engine.rules.declared import Order, PaymentStep, Tier
from sanad.engine.rules.ruleset import RuleSet
from tests.batch.engines import Engines, Rows, differences
from tests.batch.populations import random_population
from tests.batch.profile import at_random, at_random_seldom
from tests.engine.building import HERE, SAID, expression, line, part, rules

STEPS = st.lists(st.tuples(st.sampled_from(["in_order", "equal_first"]), st.none() | st.integers(0, 4_000)), max_size=3)
TIERS = st.lists(st.sampled_from(["grade == 5", "net > 900", "household.owns_house", "given(filed_on)"]), max_size=2)
KEYS = st.lists(
    st.sampled_from(["filed_on", "desc(grade)", "desc(net)", "repair", "due_now", "owns_house"]), max_size=3
)


def queue_rules(tiers: list[str], keys: list[str], steps: list[tuple[str, int | None]]) -> RuleSet:
    order = Order(
        "order", SAID, tuple(Tier(SAID, expression(tier), "gazette") for tier in tiers), tuple(map(expression, keys)),
        tuple(
            PaymentStep(f"step{place}", kind, SAID, at_most if kind == "equal_first" else None, "gazette", HERE)
            for place, (kind, at_most) in enumerate(steps)
        ),
        "gazette", HERE,
    )  # fmt: skip
    halves = [part("first", "500"), part("second", "700", "grade > 3")]
    return rules(lines=[line("grant", "cost", parts=halves), line("rent", "300", when="owns_house")], order=order)


@st.composite
def queues(draw) -> tuple[RuleSet, int, int]:
    """A rule set, a population's seed, and a fund around what may be due."""
    return (
        queue_rules(draw(TIERS), draw(KEYS), draw(STEPS)),
        draw(st.integers(0, 2**32)),
        draw(st.integers(0, 40_000_00)),
    )


def shared(duck: Duck, rules: RuleSet, seed: int, fund: int) -> list[dict[str, int]]:
    """The rows of the queue, first place first."""
    people = random_population(rules, 60, seed)
    rows = Engines(rules, people, date(2020, 6, 15), duck).by_batch(fund)
    return in_queue(rows)


def in_queue(rows: Rows) -> list[dict[str, int]]:
    placed = [row | {"claim_id": name} for name, row in rows.items() if row["queue_place"] is not None]
    return sorted(placed, key=lambda row: row["queue_place"])


def wanted(rules: RuleSet, row: dict[str, int]) -> int:
    """The most that the steps may pay: all that is due once a step pays in full, else up to the highest ceilings."""
    steps = [step.declared for step in steps_of(rules)]
    if any(step.kind == "in_order" or step.at_most is None for step in steps):
        return row["due_now"]
    return min(row["due_now"], sum(scaled(step.at_most, exponent("USD")) for step in steps))


@at_random
@given(queues())
def test_what_is_shared_adds_up_to_the_fund_or_to_the_need(duck, queue):
    rules, seed, fund = queue

    rows = shared(duck, rules, seed, fund)

    assert sum(row["allocated"] for row in rows) == min(fund, sum(wanted(rules, row) for row in rows))
    for row in rows:
        parts = [amount for name, amount in row.items() if name.endswith("_allocated")]
        assert row["fund fund"] == row["allocated"]
        assert row["allocated"] == sum(parts)
        assert all(0 <= amount <= row["due_now"] for amount in parts)


@at_random
@given(queues())
def test_places_rise_by_one_and_the_money_ahead_is_what_those_before_are_due(duck, queue):
    rows = shared(duck, *queue)

    assert [row["queue_place"] for row in rows] == list(range(1, len(rows) + 1))
    assert [row["money_ahead"] for row in rows] == [
        sum(r["due_now"] for r in rows[:place]) for place in range(len(rows))
    ]
    assert [row["priority"] for row in rows] == sorted(row["priority"] for row in rows)
    assert all(row["outcome"] == "award" and row["due_now"] > 0 for row in rows)


@at_random
@given(queues())
def test_nobody_is_ahead_of_a_better_place(duck, queue):
    """A worse place may have more only where the better one has all that it may have."""
    rules, seed, fund = queue

    rows = shared(duck, rules, seed, fund)

    for better, worse in pairwise(rows):
        assert better["allocated"] >= min(worse["allocated"], wanted(rules, better))


@at_random_seldom
@given(queues(), st.integers(1, 20_000_00))
def test_adding_money_lowers_nobody(duck, queue, more):
    rules, seed, fund = queue

    before, after = shared(duck, rules, seed, fund), shared(duck, rules, seed, fund + more)

    assert [row["claim_id"] for row in before] == [row["claim_id"] for row in after]
    assert all(one["allocated"] <= other["allocated"] for one, other in zip(before, after, strict=True))


@at_random_seldom
@given(queues())
def test_the_batch_shares_as_the_interpreter_does_and_the_order_of_rows_never_matters(duck, queue):
    rules, seed, fund = queue
    engines = Engines(rules, random_population(rules, 60, seed), date(2020, 6, 15), duck)
    one_by_one, at_once = engines.by_interpreter(fund), engines.by_batch(fund)

    for rows in engines.people.rows.values():
        Random(seed).shuffle(rows)
    again = Engines(rules, engines.people, engines.on, duck).by_batch(fund)

    assert differences(one_by_one, at_once) == []
    assert differences(at_once, again) == []


@pytest.mark.parametrize(
    ("fund", "at_most", "expected"),
    [(6_000_00, None, [2_000_00] * 3), (9_000_00, 3_500, [3_500_00, 3_500_00, 2_000_00])],
)
def test_the_equal_first_instalment_of_an_international_commission(duck, fund, at_most, expected):
    order = Order(
        "order", SAID, (), (), (PaymentStep("first", "equal_first", SAID, at_most, "gazette", HERE),), "gazette", HERE
    )
    ruled = rules(lines=[line("grant", "cost")], order=order)
    people = random_population(ruled, 3, 1)
    for row, cost in zip(people.rows["claim"], [4_000_00, 60_000_00, 2_000_00], strict=True):
        row["cost"] = cost

    rows = Engines(ruled, people, date(2020, 6, 15), duck).by_batch(fund)

    assert sorted(row["allocated"] for row in rows.values()) == sorted(expected)
