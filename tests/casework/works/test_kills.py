"""The worker killed at any moment of its duties on works: nothing is lost and nothing is doubled."""

import os
import random
from pathlib import Path

from pytest_django import Settings

from sanad.audit.models import Event
from sanad.casework.claims.services import receive_claim
from sanad.casework.notices.models import Notice
from sanad.casework.works.models import Escalation, Halt, Kind
from sanad.casework.works.proposals import Of
from sanad.casework.works.services import halt
from sanad.ledger.verification import verify_books
from sanad.registry.models import Building
from sanad.registry.proposals import NewDwelling
from tests.casework.alarms import red
from tests.casework.families import AT, KARIM, building, family, maya, new_claim, programme
from tests.casework.works.sites import for_money, leila, money, ordered
from tests.killing import worker

KILLS = int(os.environ.get("SANAD_KILLS", "30"))
HOUSES = 8
WORKER = Path(__file__).with_name("killed_worker.py")
SEED = int(os.environ.get("SANAD_SEED", "0")) or random.SystemRandom().randrange(10**6)


def files(here: Building, home: str) -> None:
    new = new_claim(NewDwelling(here, home, 1), family(KARIM))
    receive_claim(programme=programme(), new=new, at=AT, by=maya())


def unsafe_houses() -> list[Building]:
    """Each with a family, finishing works, and a red placard that was placed by another door than the office."""
    money(10_000_000)
    houses = [building(str(300 + number)) for number in range(HOUSES)]
    for here in houses:
        files(here, "1")
        ordered(here, Kind.FINISHING, [100])
        red(here)
    return houses


def test_duties_on_works_survive_kills_at_any_moment(own_database: str, tmp_path: Path, settings: Settings):
    settings.MEDIA_ROOT = tmp_path
    programme()
    houses = unsafe_houses()
    halt(new=for_money(Of(programme=programme())), at=AT, by=leila(""))
    for here in houses:
        files(here, "2")
    chance, kills = random.Random(SEED), 0

    with worker(WORKER, own_database) as at_work:
        while kills < KILLS:
            kills += at_work.killed(chance, longest=0.25)
        at_work.run()

    assert Halt.objects.filter(placard__isnull=False).count() == HOUSES, f"SANAD_SEED={SEED}"
    assert Escalation.objects.count() == HOUSES + 1
    assert Event.objects.filter(act="halt.escalate").count() == HOUSES + 1
    assert Event.objects.filter(act="halt.begin").count() == HOUSES + 1
    assert Notice.objects.filter(kind="halt").count() == 2 * 2 * HOUSES
    assert list(verify_books()) == []
