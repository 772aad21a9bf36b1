"""`--engine`: what can decide, and what is said where Spark cannot run."""

from pathlib import Path

import pytest

from sanad.caseload import spark_sessions
from tests.ops.conftest import NEPAL, run


@pytest.mark.parametrize(("code", "said"), [("no_spark", "pip install 'sanad[spark]'"), ("no_java", "Java 17")])
def test_spark_that_cannot_run_is_told_before_anything_is_read(tmp_path: Path, claims: Path, monkeypatch, code, said):
    monkeypatch.setattr(spark_sessions, "lacking", lambda: code)

    decided = run("decide", NEPAL, claims, "--on", "2018-09-01", "--out", tmp_path / "round", "--engine", "spark")
    checked = run("programme", "check", NEPAL, "--engine", "duckdb", "--engine", "spark")

    for result in (decided, checked):
        assert result.exit_code == 2
        assert said in result.output
    assert not (tmp_path / "round").exists()


def test_what_spark_lacks_is_found_without_starting_it(monkeypatch):
    monkeypatch.setattr(spark_sessions, "find_spec", lambda name: None)
    without_spark = spark_sessions.lacking()
    monkeypatch.setattr(spark_sessions, "find_spec", lambda name: name)
    monkeypatch.setenv("JAVA_HOME", "/nowhere")

    without_java = spark_sessions.lacking()

    assert (without_spark, without_java) == ("no_spark", "no_java")


def test_cases_may_be_tried_on_one_engine():
    result = run("programme", "check", "programmes/template", "--engine", "duckdb")

    assert result.exit_code == 0
    assert "duckdb: 3 of 3 cases as expected" in result.output
    assert "spark" not in result.output


def test_a_folder_with_brackets_in_its_name_is_told_by_its_name(tmp_path: Path, claims: Path):
    out = tmp_path / "round [bold]"

    result = run("decide", NEPAL, claims, "--on", "2018-09-01", "--out", out)

    assert str(out) in result.output
