from collections.abc import Iterator

import duckdb
import pytest

from sanad.engine.batch.duck import Duck


@pytest.fixture(scope="module")
def duck() -> Iterator[Duck]:
    with duckdb.connect() as connection:
        yield Duck.open(connection)
