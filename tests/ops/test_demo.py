"""`sanad demo`, as a newcomer runs it, with small caseloads."""

import json
import re
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from sanad.demo.staff import MEMBERS
from sanad.ops.demo_rounds import ROUNDS
from tests.ops.conftest import run

SMALL, HOMES = 600, 60
Demo = subprocess.CompletedProcess[str]
WITH_MONEY = [one for one in ROUNDS if one.money]


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Demo]:
    """One demo for all tests; the real survey is left out, so that it is the same on every machine."""
    out = tmp_path_factory.mktemp("demo") / "output"
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("SANAD_SURVEY", str(out))
        sizes = ["--claims", str(SMALL), "--homes", str(HOMES)]
        command = [sys.executable, "-m", "sanad", "demo", *sizes, "--check", "--out", str(out)]
        return out, subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)


def test_it_ends_well_and_names_every_folder_that_it_made(shown: tuple[Path, Demo]):
    out, result = shown

    folders = [out / one.folder for one in ROUNDS]

    assert result.returncode == 0, result.stderr
    assert all((folder / "round.json").exists() for folder in folders)
    assert all(f"\n  {folder}\n" in result.stdout for folder in folders)


def test_the_district_is_served_and_every_start_page_opens(shown: tuple[Path, Demo]):
    out, result = shown

    opened, failed = map(int, re.findall(r"(\d+) pages opened, (\d+) failed", result.stdout)[0])

    assert (out / "district" / "sanad.sqlite3").exists()
    assert opened > len(MEMBERS)
    assert failed == 0


def test_every_round_is_of_generated_claims_and_says_so(shown: tuple[Path, Demo]):
    out, _ = shown

    metas = [json.loads((out / one.folder / "round.json").read_text(encoding="utf-8")) for one in ROUNDS]

    assert all(meta["generated"] for meta in metas)
    assert [meta["input"]["decided"] for meta in metas] == [SMALL] * len(ROUNDS)


@pytest.mark.parametrize("one", WITH_MONEY, ids=lambda one: one.folder)
def test_the_fund_is_spent_and_does_not_reach_everybody(shown: tuple[Path, Demo], one):
    out, _ = shown
    awards = duckdb.read_parquet(str(out / one.folder / "awards.parquet"))

    spent, due = awards.aggregate("sum(allocated), sum(due_now)").fetchall()[0]

    assert spent == one.money.amount * 100 * SMALL // one.size
    assert spent < due


@pytest.mark.parametrize("one", WITH_MONEY, ids=lambda one: one.folder)
def test_a_claim_that_the_money_does_not_reach_is_told_in_both_languages(shown: tuple[Path, Demo], one):
    out, result = shown
    awards = duckdb.read_parquet(str(out / one.folder / "awards.parquet"))
    unreached = awards.filter("due_now > 0 and allocated = 0").order("queue_place").limit(1)

    claim, place, ahead = unreached.select("claim_id, queue_place, money_ahead").fetchall()[0]

    assert result.stdout.count(f"Owed, and beyond the fund: {claim}") == 2
    assert f"Place: {place:,}" in result.stdout
    assert f"Due to those whose turn comes first: {ahead // 100:,}" in result.stdout
    assert f"الطلب \u2066{claim}\u2069" in result.stdout


def test_a_folder_of_somebody_else_is_left_alone(tmp_path: Path):
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")

    result = run("demo", "--claims", SMALL, "--out", tmp_path)

    assert result.exit_code == 2
    assert (tmp_path / "mine.txt").read_text(encoding="utf-8") == "mine"
