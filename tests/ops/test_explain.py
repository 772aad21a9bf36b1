"""`sanad explain`, as a person runs it."""

import json
from pathlib import Path

import duckdb
import pytest

from tests.ops.conftest import run


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("Sita", "This claim is awarded 300,000 NPR."),
        ("Maya", "This claim is refused."),
        ("Hari", "This claim cannot be decided yet. What is missing: “Kind of repair”."),
    ],
)
def test_each_outcome_is_told_in_a_plain_sentence(decided: Path, claim: str, sentence: str):
    result = run("explain", decided, claim)

    assert result.exit_code == 0
    assert sentence in result.stdout


def test_the_answer_is_in_arabic_when_asked(decided: Path):
    result = run("explain", decided, "Maya", "--lang", "ar")

    assert result.exit_code == 0
    assert "رُفض هذا الطلب" in result.stdout


def test_a_program_may_read_the_answer(decided: Path):
    data = json.loads(run("explain", decided, "Sita", "--json").stdout)

    assert (data["outcome"], data["net"], data["reasons"]) == ("award", 300_000_00, [])


def test_an_unknown_claim_is_answered_with_the_nearest(decided: Path):
    result = run("explain", decided, "Sitta")

    assert result.exit_code == 2
    assert "Sita" in result.output


def test_a_stored_result_that_its_own_rules_do_not_give_is_not_explained_away(decided: Path):
    connection = duckdb.connect()
    connection.read_parquet(str(decided / "awards.parquet")).create("t")
    connection.execute("update t set net = 900000 where claim_id = 'Sita'")
    connection.table("t").write_parquet(str(decided / "awards.parquet"))

    result = run("explain", decided, "Sita")

    assert result.exit_code == 1
    assert "sanad replay" in result.output
