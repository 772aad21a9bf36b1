"""Whether two ways to decide gave the same: a benchmark of something else would be none."""

from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from benchmarks.programmes_here import COMMON_COLUMNS

ABSENT = -1
"""What a way without absent values writes for one."""


def rows_apart(sanad: Path, other: Path) -> tuple[int, int]:
    """How many rows were compared, and how many of them differ in some column that both have."""
    theirs = pq.read_table(other).sort_by("claim_id")
    ours = pq.read_table(sanad, columns=["claim_id", *COMMON_COLUMNS])
    ours = ours.filter(pc.is_in(ours["claim_id"], theirs["claim_id"].combine_chunks())).sort_by("claim_id")
    apart = pa.array([False] * len(theirs))
    for column in COMMON_COLUMNS:
        apart = pc.or_(apart, pc.not_equal(_plain(ours[column]), _plain(theirs[column])))
    return len(theirs), pc.sum(apart).as_py() or 0


def all_columns_apart(ours: Path, theirs: Path) -> tuple[int, int]:
    """The same for two rounds of Sanad, in every column."""
    with duckdb.connect() as connection:
        one, other = (connection.read_parquet(str(file)) for file in (ours, theirs))
        apart = [len(left.except_(right).fetchall()) for left, right in ((one, other), (other, one))]
        return int(one.aggregate("count(*)").fetchall()[0][0]), max(apart)


def _plain(column: pa.ChunkedArray) -> pa.Array:
    column = column.combine_chunks()
    if pa.types.is_string(column.type) or pa.types.is_large_string(column.type):
        return column.cast(pa.string())
    return pc.fill_null(column.cast(pa.int64()), ABSENT)
