"""Worked cases of every programme that Sanad ships, on the interpreter, DuckDB and Spark.

A few of each, other ones each time: all of them take minutes (`make spark`, or SANAD_SPARK_CASES=1000).
"""

import os
from collections.abc import Sequence
from random import Random

import pytest

from sanad.ops import programme_check
from sanad.ops.programme_check import check_programme, in_words
from sanad.ops.programme_words import Language
from sanad.rulebook.reading import Case, load_cases
from tests.batch.profile import SEED
from tests.health.test_programmes import PROGRAMMES
from tests.ops.conftest import run

CASES = int(os.environ.get("SANAD_SPARK_CASES", "4"))


def drawn(cases: Sequence[Case]) -> list[Case]:
    """Some of the cases, a series of days whole."""
    names = sorted({case.series or case.id for case in cases})
    kept = set(Random(SEED).sample(names, min(CASES, len(names))))
    return [case for case in cases if (case.series or case.id) in kept]


@pytest.mark.parametrize("programme", PROGRAMMES, ids=lambda folder: folder.name)
def test_cases_come_out_on_three_engines(programme, monkeypatch):
    monkeypatch.setattr(programme_check, "load_cases", lambda path, default: drawn(load_cases(path, default)))

    report = check_programme(programme)

    assert report.failed == 0, "\n".join(in_words(report, Language.en))
    assert {result.tried for result in report.results} == {("interpreter", "duckdb", "spark")}


def test_the_command_says_how_many_cases_came_out_on_each_engine():
    result = run("programme", "check", "programmes/template")

    assert result.exit_code == 0, result.output
    for engine in ("interpreter", "duckdb", "spark"):
        assert f"{engine}: 3 of 3 cases as expected" in result.output
