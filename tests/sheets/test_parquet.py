from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from sanad.sheets.problems import SheetRefused
from sanad.sheets.reading import open_sheet
from sanad.sheets.writing import write_parquet
from tests.sheets.reading import rows_of, save


def test_columns_stay_typed_and_rows_count_from_one(tmp_path: Path):
    path = tmp_path / "file.parquet"
    pq.write_table(pa.table({"claim_id": ["Sita", "Hari"], "floors": [1, 2]}), path)

    assert [column.kind for column in open_sheet(path).head.columns] == ["VARCHAR", "BIGINT"]
    assert rows_of(path) == [(1, 0, "Sita", 1), (2, 0, "Hari", 2)]


def test_names_that_differ_in_capitals_or_hold_quotes_are_told_apart(tmp_path: Path):
    path = tmp_path / "file.parquet"
    pq.write_table(pa.table([pa.array([1]), pa.array([2]), pa.array([3])], names=["a", "A", 'x"; drop']), path)

    assert [column.name for column in open_sheet(path).head.columns] == ["a", "A", 'x"; drop']
    assert rows_of(path) == [(1, 0, 1, 2, 3)]


def test_a_name_with_signs_of_a_pattern_is_one_file(tmp_path: Path):
    path = tmp_path / "round [1] *.parquet"
    pq.write_table(pa.table({"a": [7]}), path)

    assert rows_of(path) == [(1, 0, 7)]


@pytest.mark.parametrize("part", [0.0, 0.3, 0.9])
def test_a_truncated_file_is_refused(tmp_path: Path, part: float):
    whole = tmp_path / "whole.parquet"
    pq.write_table(pa.table({"a": list(range(10_000))}), whole)
    content = whole.read_bytes()
    path = save(tmp_path, content[: int(len(content) * part)], "file.parquet")

    with pytest.raises(SheetRefused) as refusal:
        open_sheet(path)

    assert refusal.value.code == ("broken_parquet" if part else "empty_file")


def test_marks_and_types_are_written(tmp_path: Path):
    path = tmp_path / "file.parquet"
    with duckdb.connect() as connection:
        connection.execute("create table one as select cast(10 as bigint) ** 0 + 1 - 1 as x, 999999999999999 as minor")
        connection.execute("alter table one drop column x")
        write_parquet(connection, "one", path, {"sanad.snapshot": "1", "said": "it's"})

    assert pq.read_schema(path).field("minor").type == pa.int64()
    assert pq.read_metadata(path).metadata[b"said"] == b"it's"
    assert open_sheet(path).head.marks == {"sanad.snapshot": "1"}
