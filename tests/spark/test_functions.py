"""Our functions on Spark against plain Python, over the whole of 64 bits."""

from datetime import date, timedelta
from random import Random

import ibis
import pyarrow as pa
import pytest

from sanad.engine.batch.functions import DAYS, MODES, SHARES, WIDE_SHARES, big, div
from sanad.engine.rules.days import add_months, months_between
from sanad.engine.rules.rounding import divide
from sanad.engine.rules.types import INT64_MAX

EDGES = [
    date(2020, 1, 31),
    date(2020, 2, 29),
    date(2019, 2, 28),
    date(2016, 12, 31),
    date(1900, 3, 1),
    date(2100, 2, 28),
]
DAY_KINDS = (pa.date32(), pa.date32(), pa.int64())


def shares(seed: int, greatest: int) -> list[tuple[int, int, int]]:
    """Amount, part and whole, of which the result fits into 64 bits."""
    random = Random(seed)
    drawn = []
    for _ in range(2_000):
        whole = random.choice([1, 2, 3, 100, random.randint(1, greatest)])
        part = random.choice([0, 1, whole, random.randint(0, whole)])
        amount = random.choice([0, 1, -1, INT64_MAX, random.randint(-INT64_MAX, INT64_MAX)])
        drawn.append((amount, part, whole))
    return drawn


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("functions", "greatest"), [(SHARES, 10**9), (WIDE_SHARES, INT64_MAX)], ids=["narrow", "wide"])
def test_a_share_rounds_once_and_is_exact(spark, mode, functions, greatest):
    rows = [row for row in shares(7, greatest) if abs(divide(row[0] * row[1], row[2], mode)) <= INT64_MAX]
    table = spark.bring("shares", pa.table([pa.array(c, pa.int64()) for c in zip(*rows, strict=True)], ["x", "n", "d"]))

    found = spark.fetch(table.mutate(share=functions[mode](table.x, table.n, table.d))).to_pylist()

    wrong = [row for row in found if row["share"] != divide(row["x"] * row["n"], row["d"], mode)]
    assert len(found) > 1_500
    assert wrong == []


def test_dates_are_counted_as_the_rules_count_them(spark):
    random, pairs = Random(3), []
    for _ in range(2_000):
        first, months = random.choice(EDGES) + timedelta(days=random.randint(-3, 3)), random.randint(-40, 40)
        pairs.append((first, add_months(first, months) + timedelta(days=random.randint(-2, 2)), months))
    columns = [pa.array(column, kind) for column, kind in zip(zip(*pairs, strict=True), DAY_KINDS, strict=True)]
    table = spark.bring("days", pa.table(columns, ["a", "b", "n"]))

    found = spark.fetch(
        table.mutate(
            added=DAYS["add_months"](table.a, table.n),
            months=DAYS["months_between"](table.a, table.b),
            days=DAYS["days_between"](table.a, table.b),
            year=DAYS["year"](table.b),
            month=DAYS["month"](table.b),
        )
    ).to_pylist()

    for row in found:
        a, b = row["a"], row["b"]
        assert row["added"] == add_months(a, row["n"])
        assert row["months"] == months_between(a, b)
        assert (row["days"], row["year"], row["month"]) == ((b - a).days, b.year, b.month)


@pytest.mark.parametrize("act", [lambda x: x + big(1), lambda x: x * big(2), lambda x: div(x.sum(), big(1))])
def test_what_leaves_64_bits_is_an_error_and_never_wraps(spark, act):
    table = spark.bring("full", pa.table({"x": [INT64_MAX, INT64_MAX]}))

    with pytest.raises(Exception, match="ARITHMETIC_OVERFLOW"):
        spark.fetch(table.select(y=act(table.x)))


def test_the_sum_of_a_round_is_exact_beyond_64_bits(spark):
    table = spark.bring("full", pa.table({"x": [INT64_MAX, INT64_MAX, 5]}))

    total = spark.number(table.x.sum())

    assert total == 2 * INT64_MAX + 5


def test_an_absent_fact_is_undecided_and_no_side_of_a_decided_or(spark):
    table = spark.bring(
        "facts", pa.table({"a": pa.array([True, False, None]), "b": pa.array([None, None, None], pa.bool_())})
    )

    found = spark.fetch(
        table.select(either=table.a | table.b, both=table.a & table.b, equal=table.a == table.b)
    ).to_pylist()

    assert [tuple(row.values()) for row in found] == [(True, None, None), (None, False, None), (None, None, None)]


def test_texts_are_compared_by_their_bytes(spark, duck):
    words = ["", "Z", "a", "a'b", "c\\d", "é", "أ", "ﺀ", "\U0001f600", None]
    for engine in (spark, duck):
        table = engine.bring("words", pa.table({"word": pa.array(words, pa.string())}))

        found = engine.fetch(table.order_by(ibis._.word.asc(nulls_first=False))).column("word").to_pylist()

        assert found == [*sorted(words[:-1]), None]
        assert engine.number(table.filter(table.word == "c\\d").count()) == 1
