"""A worker killed at any moment of a round: nothing is lost and nothing is doubled."""

import os
import random
from pathlib import Path

from sanad.audit.models import Event
from sanad.casework.allocations.models import Reservation
from sanad.casework.awards.models import Award, Round, State
from sanad.casework.notices.models import Notice
from sanad.casework.rounds.deciding import approve_round, ask_for_round, have_round_issued
from sanad.ledger.verification import verify_books
from tests.casework.families import maya, omar
from tests.casework.rounds_of_claims import LATER, ON, RENTING_WITH_A_WRECK, claims, fund_of, rules_in_force
from tests.killing import Worker, worker

KILLS = int(os.environ.get("SANAD_KILLS", "30"))
FAMILIES = 25
WORKER = Path(__file__).with_name("killed_worker.py")
SEED = int(os.environ.get("SANAD_SEED", "0")) or random.SystemRandom().randrange(10**6)


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

    with worker(WORKER, own_database) as at_work:
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
