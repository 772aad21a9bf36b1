"""Interpreter, DuckDB and Spark say the same of every claim: on random rule sets over the whole language."""

import os
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import Phase, given, seed, settings
from hypothesis import strategies as st

from tests.batch.engines import Engines, differences
from tests.batch.populations import random_population
from tests.batch.profile import SEED
from tests.batch.test_columns import TODAY, WHOLE
from tests.batch.test_queue import queue_rules
from tests.batch.test_same_answers import random_engines

EXAMPLES = int(os.environ.get("SANAD_SPARK_EXAMPLES", "6"))
FEW = settings(settings.get_profile("batch"), max_examples=EXAMPLES, phases=(Phase.generate,))
"""A rule set takes seconds on Spark, so there are fewer of them, and what fails is not made smaller."""


def test_a_whole_programme_is_decided_the_same_by_all(spark, duck):
    people = random_population(WHOLE, 300, 7)

    rows = [Engines(WHOLE, people, TODAY, engine).by_batch(10_000_00) for engine in (duck, spark)]

    assert differences(*rows) == []
    assert {row["outcome"] for row in rows[0].values()} >= {"award", "refuse", "refer", "incomplete"}


@seed(SEED)
@FEW
@given(st.data())
def test_all_engines_say_the_same_of_every_claim(spark, duck, counted, data):
    engines, fund = random_engines(data, duck, counted)

    one_by_one, at_once = engines.by_interpreter(fund), engines.by_batch(fund)
    beyond = Engines(engines.rules, engines.people, engines.on, spark).by_batch(fund)

    counted["claims compared on Spark"] += len(beyond)
    assert differences(one_by_one, beyond) == []
    assert differences(at_once, beyond) == []


@pytest.fixture
def counted(record_property) -> Counter[str]:
    counted: Counter[str] = Counter()
    yield counted
    for name, number in counted.items():
        record_property(f"batch {name}", number)


@pytest.mark.parametrize("steps", [[], [("equal_first", 3_000), ("in_order", None)]], ids=["whole", "equal first"])
def test_a_queue_in_two_levels_is_the_queue_in_one(spark, duck, steps):
    rules = queue_rules(["grade == 5"], ["repair", "desc(filed_on)"], steps)
    people = random_population(rules, 400, 11)
    divided = replace(spark, parts=7)

    rows = [Engines(rules, people, TODAY, engine).by_batch(90_000_00) for engine in (duck, divided)]

    parts = divided.fetch(divided.table("queue__divided"))["part_of_order"].to_pylist()
    assert len(set(parts)) > 3
    assert differences(*rows) == []
