"""A preparer killed at any moment: no answer is lost, none is half made, none is told as current that is old."""

import os
import random
from pathlib import Path

from sanad.audit.models import Event
from sanad.casework.answers.models import Explained, Prepared
from sanad.casework.answers.selectors import answer_of, prepared
from sanad.casework.answers.services import follow
from sanad.casework.awards.models import Award
from tests.casework.answers.holding import hold
from tests.casework.rounds_of_claims import LATER, ON, RENTING_WITH_A_WRECK, claims, fund_of, issued
from tests.killing import worker

KILLS = int(os.environ.get("SANAD_KILLS", "30"))
FAMILIES = 8
PREPARER = Path(__file__).with_name("killed_preparer.py")
SEED = int(os.environ.get("SANAD_SEED", "0")) or random.SystemRandom().randrange(10**6)


def test_answers_survive_kills_of_whoever_makes_them_ready(own_database: str):
    families, chance = claims(*[RENTING_WITH_A_WRECK] * FAMILIES), random.Random(SEED)
    fund_of(1_000_000)
    issued()
    follow(at=LATER, day=ON)
    kills = runs = 0

    with worker(PREPARER, own_database) as at_work:
        while kills < KILLS:
            kills += at_work.killed(chance, longest=0.4)
            runs += 1
            if runs % 5 == 0:
                Prepared.objects.update(current_on=None)
            if runs <= FAMILIES:
                hold(families[runs - 1])
        at_work.run()

    assert not Event.objects.filter(number=None).exists()
    assert Prepared.objects.filter(current_on=ON).count() == FAMILIES, f"SANAD_SEED={SEED}"
    assert Explained.objects.count() == Award.objects.count() == FAMILIES
    for claim in families:
        live, ready = answer_of(claim, at=LATER), prepared(claim, at=LATER)
        assert ready is not None
        assert (ready.state, ready.money, ready.queue, ready.lines) == (live.state, live.money, live.queue, live.lines)
        assert ready.state == "held", f"SANAD_SEED={SEED}"
