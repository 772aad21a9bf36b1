"""Each feature of Ibis that the batch engine uses, compiled to text and run on a connection of our own."""

from typing import Any

import duckdb
import ibis
import pytest

MACRO = "create macro div(a, b) as cast(a // b as bigint); create macro big(a) as cast(a as bigint);"
ROWS = """
create table claims as select * from
(values ('Amal', 'east', 1), ('Basim', 'east', 6), ('Dana', 'west', null)) v(claim_id, area, facts)
"""


@ibis.udf.scalar.builtin
def div(a: int, b: int) -> int: ...


@ibis.udf.scalar.builtin
def big(a: int) -> int: ...


@ibis.udf.agg.builtin
def bit_or(a: int) -> int: ...


@pytest.fixture
def claims() -> Any:
    return ibis.table({"claim_id": "string", "area": "string", "facts": "int64"}, name="claims")


def run(table: Any) -> list[tuple[Any, ...]]:
    with duckdb.connect() as connection:
        connection.execute(MACRO)
        connection.execute(ROWS)
        return connection.execute(str(ibis.to_sql(table, dialect="duckdb"))).fetchall()


def column(table: Any, name: str) -> dict[str, Any]:
    return dict(run(table.select("claim_id", name)))


def test_a_builtin_function_divides_whole_numbers_exactly(claims: Any):
    halved = claims.mutate(half=div(big(9_007_199_254_740_993), big(1)))

    assert set(column(halved, "half").values()) == {9_007_199_254_740_993}


def test_a_literal_passed_through_big_does_not_overflow_32_bits(claims: Any):
    product = claims.mutate(amount=big(30_000_000) * big(1_000))

    assert set(column(product, "amount").values()) == {30_000_000_000}


def test_a_builtin_aggregate_joins_the_bitmasks_of_a_group(claims: Any):
    masks = claims.group_by("area").aggregate(mask=bit_or(claims.facts), members=claims.count())

    assert sorted(run(masks)) == [("east", 7, 2), ("west", None, 1)]


def test_group_totals_come_back_to_their_members_by_a_left_join(claims: Any):
    totals = claims.group_by("area").aggregate(members=claims.count())

    joined = claims.left_join(totals, "area").mutate(shared=lambda table: table.members > 1)

    assert column(joined, "shared") == {"Amal": True, "Basim": True, "Dana": False}


def test_places_are_counted_within_a_group(claims: Any):
    window = ibis.window(group_by="area", order_by="claim_id")

    placed = claims.mutate(place=ibis.row_number().over(window))

    assert column(placed, "place") == {"Amal": 0, "Basim": 1, "Dana": 0}


def test_the_money_ahead_is_a_running_sum(claims: Any):
    cumulative = ibis.cumulative_window(order_by="claim_id")

    summed = claims.mutate(ahead=div(claims.facts.fill_null(0).sum().over(cumulative), big(1)))

    assert column(summed, "ahead") == {"Amal": 1, "Basim": 7, "Dana": 7}


def test_cases_take_the_last_branch_when_a_fact_is_absent(claims: Any):
    graded = claims.mutate(size=ibis.cases((claims.facts > 5, "large"), else_="small"))

    assert column(graded, "size") == {"Amal": "small", "Basim": "large", "Dana": "small"}


def test_ifelse_asks_first_whether_a_fact_is_given(claims: Any):
    given = claims.mutate(known=ibis.ifelse(claims.facts.isnull(), 0, 1))

    assert column(given, "known") == {"Amal": 1, "Basim": 1, "Dana": 0}


def test_twelve_stages_that_read_each_other_stay_small_as_text(claims: Any):
    staged = claims.mutate(d0=claims.facts)
    for number in range(12):
        staged = staged.mutate(**{f"d{number + 1}": staged[f"d{number}"] + staged[f"d{number}"]})

    text = str(ibis.to_sql(staged, dialect="duckdb"))

    assert len(text) < 20_000
    assert column(staged, "d12")["Amal"] == 4_096
