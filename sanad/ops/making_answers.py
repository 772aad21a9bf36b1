"""How many answers the worker makes ready at once: few on a busy machine, where families who look come first."""

import time
from datetime import datetime

from sanad.casework.answers.services import prepare

FEWEST, MOST, SECONDS = 10, 200, 0.5
"""As many at once as this many seconds suffice for: in between what is committed is sealed and followed, without which
no kept page can be given unread."""
OF_ITS_OWN = 1 / 3
"""A worker that has the processor for less of its time than this waits for others: pages are being asked for."""
REST = 5.0
"""For so many seconds nothing is made then for families who never looked; afterwards a few are tried again."""


class Answers:
    """Who looked last comes first. Called again and again; says how many were made."""

    def __init__(self) -> None:
        self.most, self.rests_until = FEWEST, 0.0

    def make(self, now: datetime) -> int:
        begun, used = time.monotonic(), time.process_time()
        made = prepare(at=now, most=self.most, only_seen=begun < self.rests_until)
        if made:
            self._learn(made, time.monotonic() - begun, time.process_time() - used)
        return made

    def _learn(self, made: int, took: float, used: float) -> None:
        fitting = round(made * SECONDS / max(took, 0.001))
        self.most = min(max(fitting, FEWEST), MOST, 2 * self.most)
        if used < OF_ITS_OWN * took:
            self.rests_until, self.most = time.monotonic() + REST, FEWEST
