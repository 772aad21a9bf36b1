"""A worker killed at any moment of a round: nothing is lost and nothing is doubled."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from django.conf import settings

from sanad.audit.models import Event
from sanad.casework.allocations.models import Reservation
from sanad.casework.awards.models import Award, Round, State
from sanad.casework.notices.models import Notice
from sanad.casework.rounds.deciding import approve_round, ask_for_round, have_round_issued
from sanad.ledger.verification import verify_books
from tests.casework.families import maya, omar
from tests.casework.rounds_of_claims import LATER, ON, RENTING_WITH_A_WRECK, claims, fund_of, rules_in_force

KILLS = int(os.environ.get("SANAD_KILLS", "30"))
FAMILIES = 25
SEED = int(os.environ.get("SANAD_SEED", "0")) or random.SystemRandom().randrange(10**6)


class Worker:
    """Children that work; each may be killed after a while."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process

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
def worker(database: str) -> Iterator[Worker]:
    environment = {
        **os.environ,
        "SANAD_DATABASE_URL": database,
        "SANAD_DATA": str(settings.DATA),
        "DJANGO_SETTINGS_MODULE": "sanad.config.settings",
        "PYTHONPATH": str(Path(__file__).parents[3]),
    }
    command = [sys.executable, str(Path(__file__).with_name("killed_worker.py"))]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, env=environment, text=True, **pipes) as process:
        yield Worker(process)
        assert process.stdin is not None
        process.stdin.close()


def sixty_seconds_later() -> None:
    """A dead worker's lease runs out by itself; the test does not wait for it."""
    Round.objects.exclude(leased_until=None).update(leased_until=LATER)


def until(state: str, round_: Round, at_work: Worker, chance: random.Random, step: float) -> int:
    """Kill workers at random moments until the round stands there; how many were killed."""
    killed = 0
    while Round.objects.get(pk=round_.pk).state != state:
        killed += at_work.run(killed_after=chance.uniform(0, step * (1 + killed / 4)))
        sixty_seconds_later()
        assert Round.objects.get(pk=round_.pk).state != State.FAILED
    return killed


def test_rounds_survive_kills_at_any_moment(own_database: str):
    families, chance = claims(*[RENTING_WITH_A_WRECK] * FAMILIES), random.Random(SEED)
    fund_of(10_000_000_000)
    kills = rounds = 0

    with worker(own_database) as at_work:
        while kills < KILLS:
            asked = ask_for_round(rules=rules_in_force(), on=ON, by=maya(), at=LATER)
            kills += until(State.SIMULATED, asked, at_work, chance, 1.0)
            asked.refresh_from_db()
            approve_round(round_=asked, typed_sum=asked.reserves, by=omar(), at=LATER)
            have_round_issued(round_=asked, by=omar(), at=LATER)
            kills += until(State.ISSUED, asked, at_work, chance, 0.6)
            rounds += 1

    assert Award.objects.count() == rounds * len(families), f"SANAD_SEED={SEED}"
    assert Notice.objects.filter(kind="award_issued").count() == rounds * len(families)
    for act in ("round.freeze", "round.simulate", "round.issue", "round.reserve"):
        assert Event.objects.filter(act=act).count() == rounds, f"{act}, SANAD_SEED={SEED}"
    last = Round.objects.latest("number")
    standing = Reservation.objects.filter(transfer__pending__state="pending")
    assert sum(standing.values_list("amount", flat=True)) == last.reserves
    assert set(standing.values_list("award__round", flat=True)) == {last.pk}
    assert list(verify_books()) == []
