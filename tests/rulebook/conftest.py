from pathlib import Path

import pytest

from tests.rulebook.folders import fresh


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """A programme's folder, fresh from the template."""
    return fresh(tmp_path)
