"""A worker that follows the chain and makes answers ready, to be killed in the middle of it."""

from datetime import UTC, datetime

import django

django.setup()

from django.utils.timezone import localdate  # noqa: E402  Django has to be set up first

from sanad.casework.answers.services import follow, prepare  # noqa: E402
from tests.killing import fork_for_each_line  # noqa: E402

LATER = datetime(2026, 6, 1, 9, tzinfo=UTC)


def work() -> None:
    follow(at=LATER, day=localdate(LATER))
    while prepare(at=LATER, most=2):
        pass


if __name__ == "__main__":
    fork_for_each_line(work)
