from collections.abc import Iterator

import pytest

from tests.caseload.building import OPENED


@pytest.fixture(autouse=True)
def _close_connections() -> Iterator[None]:
    yield
    while OPENED:
        OPENED.pop().close()
