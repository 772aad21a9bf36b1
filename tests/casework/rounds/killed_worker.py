"""A worker that can be killed in the middle of its work without the price of starting Python each time.

Everything is imported once; for each line of its input it forks a child, which works until nothing waits, and says the
child's number. The parent itself never touches the database or the engine.
"""

from datetime import UTC, datetime

import django

django.setup()

from sanad.casework.rounds.stepping import take_next_step  # noqa: E402  Django has to be set up first
from tests.killing import fork_for_each_line  # noqa: E402


def work() -> None:
    while take_next_step(lambda: datetime.now(UTC)):
        pass


if __name__ == "__main__":
    fork_for_each_line(work)
