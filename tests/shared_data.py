"""Public data that lies beside the checkout and never in it; tests that need it say so where it is absent."""

import os
from pathlib import Path

import pytest

from tests.health.tree import ROOT

SHARED = Path(os.environ.get("SANAD_SHARED", ROOT.parent / "shared"))


def shared_file(name: str) -> Path:
    """The file, or the test is skipped."""
    path = SHARED / "data" / name
    if not path.exists():
        pytest.skip(f"{name} is not here: set SANAD_SHARED to the folder that holds data/")
    return path
