"""The frozen facts of a round: written exactly, found again, and every change seen in the hash."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from sanad.caseload.problems import CaseloadRefused
from sanad.caseload.snapshot import load_snapshot, write_snapshot, write_table
from sanad.engine.batch.digest import table_digest
from tests.caseload.building import LEVELS, Result, fact, read, read_text, write

FACTS = [
    fact("grade"),
    fact("cost", "money", most="99_999_999_999_999"),
    fact("area", "quantity", unit="m2", decimals=1),
    fact("visited", "date"),
    fact("landless", "boolean"),
    fact("slope", "choice", options="flat steep"),
]
HEADER = "claim_id,grade,cost,area,visited,landless,slope\n"
ROWS = ["Sita,3,9999999999999.99,58.4,2015-04-25,yes,flat", "Hari,,,,,,", "Maya,5,0.01,0,2016-02-29,no,steep"]


def claims(folder: Path, rows: list[str]) -> Result:
    return read_text(folder, HEADER + "\n".join(rows), FACTS)


def test_a_snapshot_comes_back_as_it_was(tmp_path: Path):
    found = claims(tmp_path, ROWS)
    hashes = write_snapshot(found.connection, found.caseload.levels, tmp_path)

    with duckdb.connect() as other:
        table = load_snapshot(other, tmp_path / "claims.parquet")
        again = table_digest(other, table, other.table(table).columns)
        rows = other.table(table).fetchall()

    assert set(hashes) == {"claims.parquet", "row_hashes.parquet"}
    assert again == hashes["claims.parquet"]
    assert rows == found.connection.table("claims").fetchall()


def test_a_stored_snapshot_is_itself_a_claims_file(tmp_path: Path):
    found = claims(tmp_path, ROWS)
    write_snapshot(found.connection, (), tmp_path, generated=True)

    again = read(tmp_path / "claims.parquet", FACTS)

    assert again.rows() == found.rows()
    assert again.caseload.generated


def test_every_number_of_a_snapshot_is_exactly_int64(tmp_path: Path):
    write_snapshot(claims(tmp_path, ROWS).connection, (), tmp_path)

    schema = pq.read_schema(tmp_path / "claims.parquet")

    assert {name: str(schema.field(name).type) for name in schema.names} == {
        "claim_id": "string",
        "grade": "int64",
        "cost": "int64",
        "area": "int64",
        "visited": "date32[day]",
        "landless": "bool",
        "slope": "string",
    }


def test_a_column_of_fractions_is_refused(tmp_path: Path):
    with duckdb.connect() as connection:
        connection.execute("create table awards as select 0.1::double as net")

        with pytest.raises(CaseloadRefused) as refusal:
            write_table(connection, "awards", tmp_path / "awards.parquet")

    assert refusal.value.code == "inexact_column"


def test_the_order_of_the_file_never_matters_and_every_change_does(tmp_path: Path):
    def digest(rows: list[str]) -> str:
        connection = claims(tmp_path, rows).connection
        return table_digest(connection, "claims", connection.table("claims").columns)

    changed = [*ROWS[:2], ROWS[2].replace("0.01", "0.02")]

    assert digest(ROWS) == digest(ROWS[::-1])
    assert len({digest(ROWS), digest(ROWS[:2]), digest(changed), digest([ROWS[0], "Hari,,,,,no,", ROWS[2]])}) == 4


def test_files_of_levels_and_payments_are_part_of_the_snapshot(tmp_path: Path):
    folder = tmp_path / "given"
    write(folder, "household_id,building_id\nH1,B1\n", "households.csv")
    write(folder, "building_id\nB1\n", "buildings.csv")
    write(folder, "claim_id,household_id,grade\nC1,H1,3\n", "claims.csv")
    found = read(folder, FACTS, LEVELS)
    found.connection.execute("create table paid (claim_id varchar, line varchar, amount bigint, paid_on date)")
    found.connection.execute("insert into paid values ('C1', 'roof', 5, date '2016-01-01')")

    hashes = write_snapshot(found.connection, found.caseload.levels, tmp_path, has_paid=True)

    names = {"claims", "row_hashes", "level_building", "level_household", "paid"}
    assert set(hashes) == {f"{name}.parquet" for name in names}
    with duckdb.connect() as other:
        assert load_snapshot(other, tmp_path / "paid.parquet") == "paid"
        assert other.table("paid").fetchall() == [("C1", "roof", 5, date(2016, 1, 1))]


def test_a_fact_outside_its_range_is_found_in_a_snapshot_too(tmp_path: Path):
    table = pa.table({"claim_id": ["Sita"], "grade": [9]}).replace_schema_metadata({"sanad.snapshot": "1"})
    pq.write_table(table, tmp_path / "claims.parquet")

    found = read(tmp_path / "claims.parquet", [fact("grade", low=Decimal(1), high=Decimal(5))])

    assert found.faults == [(1, "grade", "out_of_range", "9")]
