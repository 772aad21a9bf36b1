"""The benchmark check: every way to decide gives the same. Nothing here is timed."""

import pytest

import benchmarks.__main__ as benchmark
from benchmarks.running import measure
from sanad.caseload.spark_sessions import lacking
from tests.ops.conftest import run

pytestmark = pytest.mark.bench


def test_openfisca_the_loop_spark_and_sanad_decide_every_claim_alike(tmp_path):
    rows = measure(tmp_path, benchmark.QUICK, lambda _: None)

    compared = {row.name: (row.compared, row.apart) for row in rows if row.compared}
    spark = {} if lacking() else {"Sanad on Spark, alone": (5_000, 0), "Sanad on Spark, groups": (5_000, 0)}
    assert compared == spark | {
        "OpenFisca, by its manual": (500, 0),
        "OpenFisca, by hand": (5_000, 0),
        "Django, claim by claim": (200, 0),
    }


def test_the_command_says_how_it_is_used():
    assert run("bench", "--help").exit_code == 0
