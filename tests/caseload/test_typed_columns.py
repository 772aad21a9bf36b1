"""Columns of Parquet files that have types: taken as they are where that is exact, refused row by row where not."""

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sanad.caseload.survey_map import SurveyMap
from tests.caseload.building import Result, fact, read

COST = fact("cost", "money", most="99_999_999_999_999")
FLOORS = fact("floors", most="100")


def table(
    folder: Path,
    fields: list[Any],
    mapping: SurveyMap | None = None,
    marks: dict[str, str] | None = None,
    **columns: Any,
) -> Result:
    size = len(next(iter(columns.values())))
    whole = pa.table({"claim_id": [f"C{place}" for place in range(size)], **columns})
    path = folder / "claims.parquet"
    pq.write_table(whole.replace_schema_metadata(marks), path)
    return read(path, fields, mapping=mapping)


def codes(result: Result) -> list[tuple[int, str]]:
    return [(row, code) for row, _, code, _ in result.faults]


@pytest.mark.parametrize("kind", [pa.int8(), pa.int16(), pa.int32(), pa.int64(), pa.uint8(), pa.uint32(), pa.uint64()])
def test_integers_of_every_width_are_major_units(tmp_path: Path, kind: pa.DataType):
    found = table(tmp_path, [COST, FLOORS], cost=pa.array([7, None], kind), floors=pa.array([3, 101], kind))

    assert found.values("cost") == [700]
    assert codes(found) == [(2, "out_of_range")]


def test_an_integer_that_leaves_64_bits_is_out_of_range(tmp_path: Path):
    found = table(tmp_path, [COST], cost=pa.array([2**63 - 1, -(2**63), 10**14, 5]))

    assert found.values("cost") == [500]
    assert codes(found) == [(1, "out_of_range"), (2, "out_of_range"), (3, "out_of_range")]


def test_binary_fractions_count_where_they_stand_for_an_exact_decimal(tmp_path: Path):
    given = [0.1, 1234.56, 3.0, 1.005, 1e15, float("nan"), float("inf"), -0.01, None, 9e300]

    found = table(tmp_path, [COST], cost=pa.array(given))

    assert found.values("cost") == [10, 123_456, 300, -1, None]
    assert codes(found) == [
        (4, "too_many_decimals"),
        (5, "not_exact"),
        (6, "not_finite"),
        (7, "not_finite"),
        (10, "not_exact"),
    ]


def test_whole_numbers_as_floats_are_whole_numbers(tmp_path: Path):
    found = table(tmp_path, [FLOORS], floors=pa.array([3.0, 1.5, None]))

    assert found.values("floors") == [3, None]
    assert codes(found) == [(2, "not_whole")]


@given(st.lists(st.integers(-(10**15), 10**15), min_size=1, max_size=20))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_cents_as_floats_come_back_to_the_cent(tmp_path: Path, cents: list[int]):
    found = table(tmp_path, [fact("cost", "money", most="10_000_000_000_000")], cost=pa.array([c / 100 for c in cents]))

    assert found.values("cost") == cents


def test_short_floats_are_read_by_their_shortest_decimal(tmp_path: Path):
    found = table(tmp_path, [COST], cost=pa.array([0.1, 2.0**25], pa.float32()))

    assert found.values("cost") == [10]
    assert codes(found) == [(2, "not_exact")]


def test_decimals_of_every_size_are_exact(tmp_path: Path):
    major = [Decimal("12.50"), Decimal("12.501")]

    found = table(tmp_path, [COST], cost=pa.array(major, pa.decimal128(20, 4)))

    assert found.values("cost") == [1250]
    assert codes(found) == [(2, "too_many_decimals")]


def test_days_and_midnights_are_days(tmp_path: Path):
    noon = datetime(2015, 4, 25, 12, tzinfo=UTC)
    visited = fact("visited", "date", low=date(2015, 1, 1), high=date(2016, 1, 1))

    as_days = table(tmp_path, [visited], visited=pa.array([date(2015, 4, 25), date(2017, 1, 1), None]))
    as_times = table(tmp_path, [visited], visited=pa.array([noon.replace(hour=0), noon], pa.timestamp("us")))

    assert as_days.values("visited") == [date(2015, 4, 25), None]
    assert codes(as_days) == [(2, "out_of_range")]
    assert as_times.values("visited") == [date(2015, 4, 25)]
    assert codes(as_times) == [(2, "bad_date")]


def test_truths_may_be_numbers_and_codes_may_be_compressed(tmp_path: Path):
    fields = [
        fact("landless", "boolean"),
        fact("slope", "choice", options="flat steep"),
        fact("ward", "choice", options="7 9"),
    ]
    slopes = pa.array(["flat", "hill", "steep"]).dictionary_encode()

    found = table(tmp_path, fields, landless=pa.array([1, 0, 2]), slope=slopes, ward=pa.array([7.0, 9.0, 7.0]))

    assert found.rows() == [{"claim_id": "C0", "landless": True, "slope": "flat", "ward": "7"}]
    assert codes(found) == [(2, "not_an_option"), (3, "not_a_boolean")]


def test_ids_that_are_numbers_become_text_only_where_exact(tmp_path: Path):
    path = tmp_path / "claims.parquet"
    pq.write_table(pa.table({"claim_id": pa.array([361408000911.0, 2.0**60, None])}), path)

    found = read(path, [])

    assert found.values("claim_id") == ["361408000911"]
    assert codes(found) == [(2, "not_exact"), (3, "no_id")]


def test_a_snapshot_is_in_minor_units_already_and_is_checked_all_the_same(tmp_path: Path):
    area = fact("area", "quantity", unit="m2", decimals=1, most="100")

    found = table(tmp_path, [COST, area], marks={"sanad.snapshot": "1"}, cost=[120_050, 1], area=[584, 1001])

    assert found.values("cost") == [120_050]
    assert found.values("area") == [584]
    assert codes(found) == [(2, "out_of_range")]


def test_a_text_that_states_nothing_counts_in_typed_columns_too(tmp_path: Path):
    found = table(tmp_path, [FLOORS], mapping=SurveyMap(absent=("-99", "NA")), floors=pa.array([2, -99]))

    assert found.values("floors") == [2, None]


def test_a_kind_that_no_field_has_is_a_fault(tmp_path: Path):
    found = table(tmp_path, [FLOORS, COST], floors=pa.array([[1], [2]]), cost=pa.array([True, False]))

    assert [code for _, code in codes(found)] == ["bad_number", "bad_number"]
