"""`sanad replay`: an untouched round is identical; whatever is changed by hand is named."""

import json
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from sanad.caseload.making import seal
from tests.ops.conftest import NEPAL, run


def rewrite(file: Path, change: str) -> None:
    """Change a Parquet file by a statement over its table `t`."""
    connection = duckdb.connect()
    connection.read_parquet(str(file)).create("t")
    connection.execute(change)
    connection.table("t").write_parquet(str(file))


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_an_untouched_round_is_identical(decided: Path):
    result = run("replay", decided)

    assert result.exit_code == 0
    assert result.stdout.startswith("identical: 5 claims")


def test_a_round_that_was_moved_is_still_identical(decided: Path):
    moved = decided.rename(decided.with_name("another name"))

    assert run("replay", moved).exit_code == 0


CHANGES: dict[str, tuple[Callable[[Path], None], str]] = {
    "an amount": (
        lambda folder: rewrite(folder / "awards.parquet", "update t set net = net + 1 where claim_id = 'Sita'"),
        "awards.parquet, claim Sita, column net",
    ),
    "an award taken away": (
        lambda folder: rewrite(folder / "awards.parquet", "delete from t where claim_id = 'Gita'"),
        "awards.parquet, claim Gita",
    ),
    "an award doubled": (
        lambda folder: rewrite(folder / "awards.parquet", "insert into t from t where claim_id = 'Gita'"),
        "awards.parquet, claim Gita: it stands in the file more than once.",
    ),
    "a fact": (
        lambda folder: rewrite(folder / "claims.parquet", "update t set damage_grade = 5 where claim_id = 'Maya'"),
        "claims.parquet, claim Maya: one of its facts was changed after the round was sealed.",
    ),
    "a fact that no rule reads": (
        lambda folder: rewrite(folder / "claims.parquet", "update t set household_id = 'H77' where claim_id = 'Ram'"),
        "claims.parquet, claim Ram",
    ),
    "a rule": (
        lambda folder: edit(folder / "programme.json", "300000", "900000"),
        "programme.json, content: these are not the rules",
    ),
    "a count in the summary": (
        lambda folder: edit(folder / "summary.csv", "award,2", "award,3"),
        "summary.csv, line 2",
    ),
    "a total in round.json": (
        lambda folder: edit(folder / "round.json", '"award": 2', '"award": 3'),
        "round.json, counts",
    ),
    "an assumption in round.json": (
        lambda folder: edit(folder / "round.json", '"assumptions": {}', '"assumptions": {"x": 1}'),
        "round.json, seal",
    ),
    "the list of bad rows": (
        lambda folder: edit(folder / "bad_rows.csv", "row,", "1,damage_grade,out_of_range,7,,\nrow,"),
        "bad_rows.csv, line 1, column row: `1,damage_grade",
    ),
    "a bad row added": (
        lambda folder: (folder / "bad_rows.csv").open("a").write("9,damage_grade,bad_date,7,,claims.csv\n"),
        "bad_rows.csv, column code, bad_date: the file holds 1; round.json counts 0.",
    ),
    "the end of a line in the list of bad rows": (
        lambda folder: (folder / "bad_rows.csv").write_bytes(b"row,column,code,value,also,file\r\n"),
        "bad_rows.csv, content: its content is not what was sealed.",
    ),
    "what was stored of a claim's facts": (
        lambda folder: rewrite(folder / "row_hashes.parquet", "update t set lower = 7 where claim_id = 'Maya'"),
        "row_hashes.parquet, claim Maya: the mark stored for it is not that of its facts",
    ),
    "a claim taken away": (
        lambda folder: rewrite(folder / "claims.parquet", "delete from t where claim_id = 'Maya'"),
        "claims.parquet, claim Maya: it was sealed, and is missing.",
    ),
    "a column of the claims taken away": (
        lambda folder: rewrite(folder / "claims.parquet", "alter table t drop column claim_id"),
        "claims.parquet, content: its content is not what was sealed.",
    ),
    "damaged claims": (
        lambda folder: (folder / "claims.parquet").write_bytes(b"PAR1"),
        "claims.parquet, file: it is damaged and cannot be read.",
    ),
    "a file taken away": (lambda folder: (folder / "summary.csv").unlink(), "summary.csv, file"),
    "a damaged file": (lambda folder: (folder / "awards.parquet").write_bytes(b"PAR1"), "awards.parquet, file"),
}


@pytest.mark.parametrize("what", CHANGES)
def test_what_was_changed_by_hand_is_named(decided: Path, what: str):
    change, named = CHANGES[what]
    change(decided)

    result = run("replay", decided)

    assert result.exit_code == 1, result.output
    assert named in result.stdout
    assert "Error" not in result.stdout


@pytest.mark.parametrize("what", CHANGES)
def test_what_was_changed_is_told_in_arabic_and_to_programs(decided: Path, what: str):
    CHANGES[what][0](decided)

    arabic, data = run("replay", decided, "--lang", "ar"), run("replay", decided, "--json")

    first = json.loads(data.stdout)["first"]
    assert arabic.stdout == f"مختلف: {first['says']['ar']}\n"
    assert CHANGES[what][1] in first["says"]["en"]


def test_a_changed_payment_is_named_by_its_claim_or_told_as_a_whole(tmp_path: Path, claims: Path):
    paid = tmp_path / "paid.csv"
    paid.write_text("claim,line,amount,date\nGita,reconstruction,5000,2016-06-01\n")
    out = tmp_path / "round"
    run("decide", NEPAL, claims, "--on", "2018-09-01", "--out", out, "--paid", paid)

    rewrite(out / "paid.parquet", "update t set paid_on = '2016-06-02'")
    whole = run("replay", out).stdout
    rewrite(out / "paid.parquet", "update t set amount = 700000")
    named = run("replay", out).stdout

    assert "paid.parquet, content: its content is not what was sealed." in whole
    assert "paid.parquet, claim Gita, column amount: its payments add up to 700000," in named
    assert "500000" in named


def test_the_date_cannot_be_changed_unseen(decided: Path):
    meta = json.loads((decided / "round.json").read_text())
    meta["on"] = "2016-04-01"
    meta["seal"] = seal(meta)
    (decided / "round.json").write_text(json.dumps(meta))

    result = run("replay", decided)

    assert result.exit_code == 1
    assert "awards.parquet, claim Gita" in result.stdout


def test_a_folder_that_is_no_round_is_wrong_use(tmp_path: Path):
    result = run("replay", tmp_path)

    assert result.exit_code == 2
    assert "is no round" in result.output


def test_the_list_of_bad_payments_is_guarded_as_well(tmp_path: Path, claims: Path):
    paid = tmp_path / "paid.csv"
    paid.write_text("claim,line,amount,date\nNobody,reconstruction,5000,2016-06-01\n")
    out = tmp_path / "round"
    run("decide", NEPAL, claims, "--on", "2018-09-01", "--out", out, "--paid", paid)
    (out / "bad_paid.csv").unlink()

    result = run("replay", out)

    assert result.exit_code == 1
    assert "bad_paid.csv, file" in result.stdout


ALLOCATIONS = {
    "an amount": ("update t set amount = amount - 1 where claim_id = 'Sita'", "allocations.parquet, claim Sita"),
    "a row taken away": ("delete from t where claim_id = 'Gita'", "allocations.parquet, claim Gita"),
    "a row doubled": ("insert into t from t where claim_id = 'Gita'", "allocations.parquet"),
}


@pytest.mark.parametrize("what", ALLOCATIONS)
def test_who_pays_whom_cannot_be_changed_unseen(tmp_path: Path, claims: Path, what: str):
    funds, out = tmp_path / "funds.csv", tmp_path / "round"
    funds.write_text("fund,currency,amount,earmarks\nfree,NPR,80000,\ngifts,NPR,10000,line=reconstruction\n")
    run("decide", NEPAL, claims, "--on", "2018-09-01", "--out", out, "--funds", funds)
    change, named = ALLOCATIONS[what]

    untouched = run("replay", out)
    rewrite(out / "allocations.parquet", change)
    changed = run("replay", out)

    assert untouched.exit_code == 0
    assert changed.exit_code == 1
    assert named in changed.stdout
