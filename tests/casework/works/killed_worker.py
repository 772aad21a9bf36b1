"""A worker with the duties of works, which can be killed at any moment (see tests/killing.py)."""

from datetime import timedelta

import django

django.setup()

from sanad.casework.works.services import escalate_halts, halt_unsafe, tell_those_missed  # noqa: E402  after the set-up
from tests.casework.families import AT  # noqa: E402
from tests.killing import fork_for_each_line  # noqa: E402

LATE = AT + timedelta(days=100)


def work() -> None:
    halt_unsafe(at=AT)
    escalate_halts(at=LATE)
    tell_those_missed(at=LATE)


if __name__ == "__main__":
    fork_for_each_line(work)
