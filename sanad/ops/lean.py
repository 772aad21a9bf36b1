"""Keeps out of a command's process what it would load for nothing."""

import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType


class _Absent(MetaPathFinder):
    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name == "pandas":
            raise ModuleNotFoundError("pandas is not loaded by this command", name=name)
        return None


def without_pandas() -> None:
    """PyArrow loads pandas with its first array wherever it is installed, which takes a second; nothing here uses it.

    For a process of our own only: PyArrow then makes no data frames in it.
    """
    if "pandas" not in sys.modules:
        sys.meta_path.insert(0, _Absent())
