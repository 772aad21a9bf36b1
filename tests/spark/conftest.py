"""Spark is started once, in one process: every test here belongs to the group `spark` of pytest-xdist.

Where it cannot run, the tests are skipped and say why; with SANAD_TEST_SPARK=1 they fail instead.
"""

import os
from collections.abc import Iterator

import duckdb
import pytest

from sanad.caseload.problems import SAYINGS
from sanad.caseload.spark_sessions import lacking, spark_for_cases
from sanad.engine.batch.duck import Duck
from sanad.engine.batch.spark import Spark


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "/spark/" in str(item.path):
            item.add_marker(pytest.mark.spark)
            item.add_marker(pytest.mark.xdist_group("spark"))


@pytest.fixture(scope="session", autouse=True)
def _spark_is_here() -> None:
    code = lacking()
    if code and os.environ.get("SANAD_TEST_SPARK"):
        pytest.fail(SAYINGS[code][0])
    if code:
        pytest.skip(SAYINGS[code][0])


@pytest.fixture(scope="session")
def spark(_spark_is_here: None) -> Spark:
    return spark_for_cases()


@pytest.fixture(scope="module")
def duck() -> Iterator[Duck]:
    with duckdb.connect() as connection:
        yield Duck.open(connection)
