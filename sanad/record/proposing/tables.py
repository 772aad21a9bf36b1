"""The words and signs of the rules, which are data: `tables/*.yaml`, read once."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent / "tables"


@cache
def table_of(name: str) -> dict[str, Any]:
    return yaml.safe_load((FOLDER / f"{name}.yaml").read_text("utf-8"))  # type: ignore[no-any-return]
