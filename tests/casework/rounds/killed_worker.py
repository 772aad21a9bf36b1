"""A worker that can be killed in the middle of its work without the price of starting Python each time.

Everything is imported once; for each line of its input it forks a child, which works until nothing waits, and says the
child's number. The parent itself never touches the database or the engine.
"""

import os
import sys
from datetime import UTC, datetime

import django

django.setup()

from sanad.casework.rounds.stepping import take_next_step  # noqa: E402  Django has to be set up first


def work() -> None:
    while take_next_step(lambda: datetime.now(UTC)):
        pass


if __name__ == "__main__":
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
