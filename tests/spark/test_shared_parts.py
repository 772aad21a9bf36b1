"""What a query reads more than once is kept once, wherever it is read."""

import pyarrow as pa
import pytest

pytestmark = pytest.mark.spark


def test_both_halves_of_a_union_read_what_was_kept(spark):
    numbers = spark.bring("numbers_of_halves", pa.table({"a": [1, 2, 3]}))
    more = numbers.mutate(b=numbers.a + 10)
    halves = more.filter(more.a > 1).select("a", "b").union(more.filter(more.a < 3).select("a", "b"))

    kept = spark.keep("halves", halves)

    assert sorted(spark.fetch(kept)["b"].to_pylist()) == [11, 12, 12, 13]
