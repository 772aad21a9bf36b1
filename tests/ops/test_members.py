"""Programmes with people below the household: what their files may lack, and what that must not do to a family."""

from pathlib import Path

import duckdb
import pytest

from tests.ops.conftest import run

FILES = {
    "programme.yaml": """\
id: rooms
title: {en: Rooms, ar: غرف}
issuer: {en: A made-up council, ar: مجلس متخيَّل}
status: draft
model: compensation
currency: USD
version_by: round
levels:
  household: {label: {en: Household, ar: الأسرة}}
  claim: {label: {en: Claim, ar: الطلب}, within: [household]}
  person: {label: {en: Person, ar: الفرد}, within: [household]}
""",
    "fields.yaml": """\
age:
  level: person
  type: integer
  range: [0, 120]
  unit: year
  asked: family
  label: {en: Age, ar: العمر}
""",
    "sources.yaml": """\
decree: {title: Decree, publisher: Council, date: 2026-01-01, address: made up, confidence: A}
""",
    "values/rent.yaml": """\
rent:
  label: {en: Rent, ar: الإيجار}
  keys: [size]
  checked_on: 2026-01-01
  values:
    2026-01-01:
      source: decree
      rows: [{to: 2, value: 100}, {above: 2, to: 5, value: 200}, {above: 5, value: 300}]
""",
    "rules.yaml": """\
definitions:
  size:
    is: count(household.person)
    label: {en: Size, ar: عدد الأفراد}
    source: decree
lines:
  rent:
    label: {en: Rent, ar: الإيجار}
    amount: rent[size]
    source: decree
""",
}


@pytest.fixture
def rooms(tmp_path: Path) -> Path:
    folder = tmp_path / "rooms"
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def caseload(tmp_path: Path, people: str | None) -> Path:
    folder = tmp_path / "caseload"
    folder.mkdir()
    (folder / "claims.csv").write_text("claim_id,household_id\nSita,H1\nGita,H2\n")
    if people is not None:
        (folder / "persons.csv").write_text("person_id,household_id,age\n" + people)
    return folder


def nets(folder: Path) -> dict[str, int]:
    table = duckdb.connect().read_parquet(str(folder / "awards.parquet"))
    return dict(table.select("claim_id, net").fetchall())


def test_a_table_by_the_size_of_a_household_holds_for_a_caseload_of_small_ones(tmp_path: Path, rooms: Path):
    people = "p1,H1,30\np2,H1,4\np3,H1,2\np4,H2,70\n"

    result = run("decide", rooms, caseload(tmp_path, people), "--on", "2026-02-01", "--out", tmp_path / "round")

    assert result.exit_code == 0, result.output
    assert nets(tmp_path / "round") == {"Sita": 200_00, "Gita": 100_00}
    assert run("replay", tmp_path / "round").exit_code == 0


def test_a_person_who_cannot_be_read_does_not_drop_out_of_the_household(tmp_path: Path, rooms: Path):
    people = "p1,H1,30\np2,H1,4\np3,H1,170\np4,H2,70\n"

    result = run("decide", rooms, caseload(tmp_path, people), "--on", "2026-02-01", "--out", tmp_path / "round")

    bad = (tmp_path / "round" / "bad_rows.csv").read_text()
    assert result.exit_code == 0
    assert nets(tmp_path / "round") == {"Gita": 100_00}
    assert "2,household_id,bad_member,H1,,claims.csv" in bad
    assert "4,age,out_of_range,170,,persons.csv" in bad
    assert "Rows in the file: 2. Decided: 1. Bad rows: 1." in result.stdout


@pytest.mark.parametrize("single_file", [True, False])
def test_people_of_whom_there_is_no_file_are_not_nobody(tmp_path: Path, rooms: Path, single_file: bool):
    folder = caseload(tmp_path, None)
    claims = folder / "claims.csv" if single_file else folder

    result = run("decide", rooms, claims, "--on", "2026-02-01", "--out", tmp_path / "round")

    assert result.exit_code == 1
    assert "persons.csv" in result.output
    assert not (tmp_path / "round").exists()
