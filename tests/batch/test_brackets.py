"""Ibis leaves brackets out: `NOT (x) IS NULL` is true where x is there, and a key of a table was then never found."""

from tests.batch.nested import wrong_ones


def test_every_operator_within_every_other_means_what_it_means_alone(duck):
    assert wrong_ones(duck) == []
