"""`sanad decide --engine spark`: the same round, by its hash, as a person runs it."""

import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from sanad.caseload import spark_sessions
from tests.ops.conftest import CLAIMS, NEPAL, run

FUND = "fund,currency,amount,earmarks\nmain,NPR,400000,\n"


@pytest.fixture
def rounds(tmp_path: Path) -> dict[str, Path]:
    """The same claims, decided by each engine; a name with signs that stand for many files elsewhere."""
    claims, fund = tmp_path / "claims.csv", tmp_path / "funds.csv"
    claims.write_text(CLAIMS + "Asha,H6,B6,12,,false,false,true,true\n", encoding="utf-8")
    fund.write_text(FUND, encoding="utf-8")
    made = {}
    for engine in ("duckdb", "spark"):
        made[engine] = tmp_path / f"round [{engine}] {{a}}*"
        words = ["--on", "2018-09-01", "--out", made[engine], "--funds", fund, "--engine", engine]
        result = run("decide", NEPAL, claims, *words)
        assert result.exit_code == 0, result.output
    return made


def meta(folder: Path) -> dict[str, object]:
    return dict(json.loads((folder / "round.json").read_text(encoding="utf-8")))


def test_a_round_of_spark_is_the_round_of_duckdb(rounds):
    one, other = (meta(folder) for folder in rounds.values())
    apart = {key for key in one if one[key] != other[key]}

    schemas = [pq.read_schema(folder / "awards.parquet") for folder in rounds.values()]

    assert other["engine"] == "spark"
    assert apart == {"engine", "seal"}
    assert [(field.name, field.type) for field in schemas[0]] == [(field.name, field.type) for field in schemas[1]]
    assert sorted(file.name for file in rounds["duckdb"].iterdir()) == sorted(
        file.name for file in rounds["spark"].iterdir()
    )


def test_a_round_of_spark_is_replayed_and_explained_without_it(rounds, monkeypatch):
    monkeypatch.setattr(spark_sessions, "spark_for_rounds", None)

    replayed, told = run("replay", rounds["spark"]), run("explain", rounds["spark"], "Sita")

    assert replayed.exit_code == 0, replayed.output
    assert "identical: 5 claims" in replayed.output
    assert told.exit_code == 0


def test_a_caseload_without_a_good_row_is_a_round_without_awards(tmp_path: Path):
    claims, out = tmp_path / "claims.csv", tmp_path / "round"
    claims.write_text(CLAIMS.splitlines()[0] + "\nAsha,H6,B6,12,,false,false,true,true\n", encoding="utf-8")

    result = run("decide", NEPAL, claims, "--on", "2018-09-01", "--out", out, "--engine", "spark")

    assert result.exit_code == 1
    assert pq.read_metadata(out / "awards.parquet").num_rows == 0


def test_a_failure_of_spark_is_told_in_a_sentence_and_leaves_nothing(tmp_path: Path, monkeypatch):
    def broken(self, name, query):
        return self.session.sql("select from nowhere at all")

    monkeypatch.setattr("sanad.engine.batch.spark.Spark.keep", broken)
    claims, out = tmp_path / "claims.csv", tmp_path / "round"
    claims.write_text(CLAIMS, encoding="utf-8")

    result = run("decide", NEPAL, claims, "--on", "2018-09-01", "--out", out, "--engine", "spark")

    assert result.exit_code == 1
    assert "Spark stopped: [" in result.output
    assert list(tmp_path.iterdir()) == [claims]
