"""Every worked case of every programme that Sanad ships, on the interpreter, DuckDB and Spark."""

import pytest

from tests.health.test_programmes import PROGRAMMES
from tests.ops.conftest import run


@pytest.mark.parametrize("programme", PROGRAMMES, ids=lambda folder: folder.name)
def test_every_case_comes_out_on_three_engines_and_the_command_says_how_many(programme):
    result = run("programme", "check", programme)

    assert result.exit_code == 0, result.output
    said = [line for line in result.output.splitlines() if line.startswith(("interpreter", "duckdb", "spark"))]
    assert len(said) == 3, result.output
