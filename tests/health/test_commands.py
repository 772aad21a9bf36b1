import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import typer

from sanad.ops.cli import application
from tests.health.tree import ROOT

SHELL_BLOCK = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)


def commands_below(command: Any, name: str) -> list[str]:
    below = getattr(command, "commands", None)
    if below is None:
        return [name]
    return [line for verb, inner in below.items() for line in commands_below(inner, f"{name} {verb}")]


def documents() -> str:
    paths = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def commands_of_readme() -> list[str]:
    """The lines of its `sh` blocks that call `sanad`, joined where a backslash ends them."""
    blocks = "".join(SHELL_BLOCK.findall((ROOT / "README.md").read_text(encoding="utf-8")))
    lines = [line.split(" #")[0].strip() for line in blocks.replace("\\\n", " ").splitlines()]
    return [line.removeprefix(".venv/bin/") for line in lines if re.match(r"(\.venv/bin/)?sanad ", line)]


def run(line: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    """As a reader types it: in a shell, with the environment's programs first, on a machine without Java.

    With it each worked case runs on Spark as well, for minutes: tests/spark looks after that.
    """
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "JAVA_HOME": str(folder)}
    return subprocess.run(["bash", "-c", line], cwd=folder, env=environment, stdin=subprocess.DEVNULL, check=False)


def test_every_command_is_documented():
    commands = commands_below(typer.main.get_command(application()), "sanad")

    missing = [name for name in commands if not re.search(rf"\b{re.escape(name)}\b", documents())]

    assert commands
    assert missing == []


def test_the_commands_of_the_readme_run_in_their_order(tmp_path: Path):
    (tmp_path / "programmes").symlink_to(ROOT / "programmes")
    lines = commands_of_readme()

    failed = [line for line in lines if run(line, tmp_path).returncode != 0]

    assert lines
    assert failed == []
