"""One measured run: a process of its own, its seconds on the clock and on the processors, its peak memory."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

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
        wall, cpu = time.perf_counter(), _cpu_of_all()
        yield
        self.wall, self.cpu = time.perf_counter() - wall, _cpu_of_all() - cpu

    def seconds(self) -> dict[str, float]:
        return {"wall": self.wall, "cpu": self.cpu}


def _all() -> list[psutil.Process]:
    """This process and those that it started: Spark runs in one of its own."""
    own = psutil.Process()
    return [own, *own.children(recursive=True)]


def _cpu_of_all() -> float:
    times = [process.cpu_times() for process in _all()]
    return sum(time.user + time.system for time in times)


def peak_of_all() -> int:
    """The greatest memory of each process, in bytes, together."""
    texts = [Path(f"/proc/{process.pid}/status").read_text() for process in _all()]
    lines = [line for text in texts for line in text.splitlines() if line.startswith("VmHWM")]
    return 1024 * sum(int(line.split()[1]) for line in lines)


@dataclass(frozen=True, slots=True)
class Run:
    """What a process said of itself in its last line, and its peak memory in bytes."""

    said: dict[str, Any]
    peak: int
    whole: float
    """Seconds from the start of the process to its end."""


def run(arguments: Sequence[str], more: Mapping[str, str] | None = None) -> Run:
    """Start Python with these arguments, and more in its environment, and wait. Raises RunFailed."""
    start = time.perf_counter()
    paths = [str(ROOT), os.environ.get("PYTHONPATH", "")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in paths if path), **(more or {})}
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
    told = json.loads(said.strip().splitlines()[-1])
    return Run(told, told.get("peak", usage.ru_maxrss * 1024), time.perf_counter() - start)
