"""The words and signs of the rules, which are data: `tables/*.yaml`, read once."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The same loader in C, where there is one: the first page of a program waits for the tables."""
FOLDER = Path(__file__).parent / "tables"


@cache
def table_of(name: str) -> dict[str, Any]:
    return yaml.load((FOLDER / f"{name}.yaml").read_text("utf-8"), LOADER)  # type: ignore[no-any-return]
