"""What Ibis leaves out of brackets, on Spark, where operators bind otherwise than on DuckDB."""

from tests.batch.nested import wrong_ones


def test_every_operator_within_every_other_means_what_it_means_alone(spark):
    assert wrong_ones(spark) == []
