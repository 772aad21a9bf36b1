"""Interpreter and batch say the same of every claim: on random rule sets over all types, absent facts included."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from random import Random

import pytest
from hypothesis import assume, event, given
from hypothesis import strategies as st

from sanad.engine.batch.duck import Duck
from sanad.engine.rules.building import build
from sanad.engine.rules.funds import Fund
from sanad.engine.rules.problems import ProgrammeRefused
from tests.batch.dice import Dice
from tests.batch.engines import Engines, differences, same
from tests.batch.populations import random_population
from tests.batch.profile import at_random, at_random_seldom
from tests.batch.rule_sets import random_funds, random_programme

ROUND_DATES = [date(2020, 6, 15), date(2017, 1, 1), date(2013, 1, 1), date(2024, 1, 1)]
MOST_MEMBERS = 1_000


@pytest.fixture
def counted(record_property) -> Iterator[Counter[str]]:
    counted: Counter[str] = Counter()
    yield counted
    for name, number in counted.items():
        record_property(f"batch {name}", number)


def random_engines(data, duck: Duck, counted: Counter[str]) -> tuple[Engines, list[Fund] | None]:
    """Both engines before the same people, and funds; a programme that is refused is left aside."""
    dice = Dice(data.draw)
    programme = random_programme(dice)
    counted["tried"] += 1
    try:
        rules = build(programme, MOST_MEMBERS)
    except ProgrammeRefused as refused:
        event(f"refused: {refused.problems[0].code}")
        assume(False)
    counted["accepted"] += 1
    people = random_population(rules, dice.one_of([3, 40, 300]), dice.number(0, 2**32))
    return Engines(rules, people, dice.one_of(ROUND_DATES), duck), random_funds(dice, rules)


@at_random
@given(st.data())
def test_interpreter_and_batch_say_the_same_of_every_claim(duck, counted, data):
    engines, fund = random_engines(data, duck, counted)

    one_by_one, at_once = engines.by_interpreter(fund), engines.by_batch(fund)

    counted["claims compared"] += len(one_by_one)
    assert differences(one_by_one, at_once) == []


@at_random
@given(st.data())
def test_interpreter_and_batch_find_the_same_values_and_name_the_same_gaps(duck, counted, data):
    engines, _ = random_engines(data, duck, counted)

    for level in engines.rules.levels.above:
        one_by_one, at_once = engines.definitions_by_interpreter(level), engines.definitions_by_batch(level)

        assert one_by_one.keys() == at_once.keys()
        for thing, values in one_by_one.items():
            counted["values compared"] += len(values)
            assert {name: at_once[thing][name] for name in values} == values
            assert all(same(value, at_once[thing][name][0]) for name, (value, _) in values.items())


@at_random_seldom
@given(st.data())
def test_the_order_of_the_input_rows_never_matters(duck, counted, data):
    engines, fund = random_engines(data, duck, counted)
    before = engines.by_batch(fund)

    random = Random(data.draw(st.integers(0, 2**32)))
    for rows in (*engines.people.rows.values(), engines.people.paid):
        random.shuffle(rows)
    again = Engines(engines.rules, engines.people, engines.on, duck)

    assert differences(before, again.by_batch(fund)) == []
