"""Each feature of Ibis that the batch engine uses, compiled for Spark; what Spark gives, tests/spark asks."""

from typing import Any

import ibis
import pytest

from sanad.engine.batch.functions import absent, as_outcome, big, bit_or, div
from sanad.engine.batch.spark import Spark


@pytest.fixture
def claims() -> Any:
    return ibis.table({"claim_id": "string", "area": "string", "facts": "int64", "owns": "boolean"}, name="claims")


def sql(table: Any) -> str:
    return Spark(None, lambda frame: frame).sql(table)


def test_our_functions_are_written_out(claims: Any):
    text = sql(claims.select(half=div(claims.facts, big(2)), word=as_outcome("award")))

    assert "CAST((`t0`.`facts`) DIV (CAST((2) AS BIGINT)) AS BIGINT) AS `half`" in text
    assert "sanad_" not in text.lower()


def test_an_absent_value_is_no_null_that_ibis_would_turn_into_a_question(claims: Any):
    text = sql(claims.select(equal=claims.facts == absent("int64")))

    assert "IS NULL" not in text


def test_in_and_not_keep_their_brackets_beside_a_comparison(claims: Any):
    text = sql(claims.select(same=claims.owns == claims.facts.isin([big(5)]), other=claims.owns != ~claims.owns))

    assert "`t0`.`owns` = (`t0`.`facts` IN (CAST((5) AS BIGINT)))" in text
    assert "`t0`.`owns` <> (NOT (`t0`.`owns`))" in text


def test_absent_keys_stand_last_in_a_window(claims: Any):
    window = ibis.window(group_by="area", order_by=claims.facts.asc(nulls_first=False), rows=(None, -1))

    text = sql(claims.mutate(ahead=bit_or(claims.facts).over(window)))

    assert "BIT_OR(`t0`.`facts`) OVER" in text
    assert "NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING" in text.upper()


def test_what_is_read_twice_is_named_once(claims: Any):
    staged = claims.mutate(double=claims.facts + claims.facts)
    totals = staged.group_by("area").aggregate(total=div(staged.double.sum(), big(1)))

    text = sql(staged.left_join(totals, "area"))

    assert text.startswith("WITH `t1` AS (")
    assert text.count("`facts` + `t0`.`facts`") == 1
