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
        "awards.parquet, claim Gita, column number of rows",
    ),
    "a fact": (
        lambda folder: rewrite(folder / "claims.parquet", "update t set damage_grade = 5 where claim_id = 'Maya'"),
        "claims.parquet, claim Maya",
    ),
    "a fact that no rule reads": (
        lambda folder: rewrite(folder / "claims.parquet", "update t set household_id = 'H77' where claim_id = 'Ram'"),
        "claims.parquet, claim Ram",
    ),
    "a rule": (lambda folder: edit(folder / "programme.json", "300000", "900000"), "programme.json, content hash"),
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
        "bad_rows.csv, sha256",
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
