"""Children that work and are killed: of a process of its own, so that nothing of the test's process is in them."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from django.conf import settings


class Worker:
    """Children that work; each may be killed after a while."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process
        self.pace = 1.0

    def killed(self, chance: random.Random, longest: float) -> bool:
        """Work, and be killed at a random moment within so many seconds; whether it was.

        Where a child ended before, this machine is faster than was thought: the next are given less, so that a test
        comes to its kills on any machine, and however little is left to do.
        """
        killed = self.run(killed_after=chance.uniform(0, longest * self.pace))
        self.pace *= 1.0 if killed else 0.8
        return killed

    def run(self, killed_after: float | None = None) -> bool:
        """Work until nothing waits or the time is over; whether it was killed."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write("work\n")
        self.process.stdin.flush()
        child = int(self.process.stdout.readline())
        if killed_after is not None:
            time.sleep(killed_after)
            with suppress(ProcessLookupError):  # it may have done all its work before
                os.kill(child, signal.SIGKILL)
        return int(self.process.stdout.readline()) == -signal.SIGKILL


@contextmanager
def worker(script: Path, database: str) -> Iterator[Worker]:
    """The script, which forks a child for each line of its input, over this database."""
    environment = {
        **os.environ,
        "SANAD_DATABASE_URL": database,
        "SANAD_DATA": str(settings.DATA),
        "DJANGO_SETTINGS_MODULE": "sanad.config.settings",
        "PYTHONPATH": str(Path(__file__).parents[1]),
    }
    command = [sys.executable, str(script)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, env=environment, text=True, **pipes) as process:
        yield Worker(process)
        assert process.stdin is not None
        process.stdin.close()


def fork_for_each_line(work: Callable[[], None]) -> None:
    """What such a script does: for each line a child that works, its number and then how it ended."""
    for _line in sys.stdin:
        child = os.fork()
        if child == 0:
            work()
            os._exit(0)
        sys.stdout.write(f"{child}\n")
        sys.stdout.flush()
        status = os.waitpid(child, 0)[1]
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()
