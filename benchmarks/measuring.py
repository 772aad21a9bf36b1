"""One measured run: a process of its own, its seconds on the clock and on the processors, its peak memory."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]


class RunFailed(Exception):
    """A measured process ended with an error; the message is its own."""


@dataclass
class Stopwatch:
    """Seconds spent in a block, of all threads."""

    wall: float = 0.0
    cpu: float = 0.0

    @contextmanager
    def running(self) -> Iterator[None]:
        wall, cpu = time.perf_counter(), time.process_time()
        yield
        self.wall, self.cpu = time.perf_counter() - wall, time.process_time() - cpu

    def seconds(self) -> dict[str, float]:
        return {"wall": self.wall, "cpu": self.cpu}


@dataclass(frozen=True, slots=True)
class Run:
    """What a process said of itself in its last line, and its peak memory in bytes."""

    said: dict[str, Any]
    peak: int
    whole: float
    """Seconds from the start of the process to its end."""


def run(arguments: Sequence[str]) -> Run:
    """Start Python with these arguments and wait. Raises RunFailed."""
    start = time.perf_counter()
    paths = [str(ROOT), os.environ.get("PYTHONPATH", "")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in paths if path)}
    process = subprocess.Popen(
        [sys.executable, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, text=True
    )
    assert process.stdout
    assert process.stderr
    said, problems = process.stdout.read(), process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise RunFailed(f"{' '.join(arguments)}: {problems.strip()[-2000:]}")
    return Run(json.loads(said.strip().splitlines()[-1]), usage.ru_maxrss * 1024, time.perf_counter() - start)
