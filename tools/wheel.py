"""Puts compiled texts into every wheel (pyproject.toml, `tool.hatch.build.hooks.custom`)."""

import runpy
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledTexts(BuildHookInterface):  # type: ignore[type-arg]
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        runpy.run_path(str(Path(self.root) / "tools/catalogues.py"), run_name="__main__")
        build_data["artifacts"].append("*.mo")
