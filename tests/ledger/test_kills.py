"""A process is killed in the middle of bulk reservations, again and again: nothing is lost and nothing doubled."""

import os
import random
import secrets
import time
from multiprocessing import get_context
from uuid import UUID, uuid5

from django.db import connections
from django.db.models import Count

from sanad.audit.models import Event
from sanad.ledger.models import Pending, Transfer
from sanad.ledger.movements import Wanted
from sanad.ledger.selectors import balance_of
from sanad.ledger.services import reserve_in_bulk
from sanad.ledger.verification import first_difference
from tests.ledger.books import AT, HELD, PAID, open_books, receive

LISTS, ROWS = 40, 1_500
KILLS = int(os.environ.get("SANAD_KILLS", "6"))
SEED = int(os.environ.get("SANAD_SEED", str(secrets.randbelow(2**32))))
ROUND = UUID("5a9ad000-0000-4000-8000-000000000000")


def reserve_lists() -> None:
    """Reserves list after list; started again, it asks for the same ones with the same ids."""
    for number in range(LISTS):
        ids = [uuid5(ROUND, f"{number}/{rank}") for rank in range(1, ROWS + 1)]
        wanted = [Wanted(id, HELD, PAID, 1, rank) for rank, id in enumerate(ids, start=1)]
        reserve_in_bulk(reservations=wanted, on=f"round:{number}", by=None, at=AT)


def killed_after(seconds: float) -> bool:
    """Whether the process was still at work when it was killed."""
    connections.close_all()
    process = get_context("fork").Process(target=reserve_lists)
    process.start()
    time.sleep(seconds)
    process.kill()
    process.join()
    return process.exitcode == -9


def lists_in_the_books() -> list[int]:
    """How many rows of each list are booked."""
    counted = Transfer.objects.filter(event__act="ledger.reserve").order_by().values("event").annotate(rows=Count("id"))
    return [one["rows"] for one in counted]


def test_nothing_is_lost_or_doubled_however_often_the_process_is_killed(own_database: str):
    open_books()
    receive(LISTS * ROWS)
    chance, hits = random.Random(SEED), 0

    for _ in range(KILLS):
        hits += killed_after(chance.uniform(0.02, 0.8))
        assert set(lists_in_the_books()) <= {ROWS}
        assert balance_of(HELD).debits_pending == Pending.objects.count()
    reserve_lists()

    assert hits, f"no process was killed at work; SANAD_SEED={SEED}"
    assert lists_in_the_books() == [ROWS] * LISTS
    assert Event.objects.filter(act="ledger.reserve").count() == LISTS
    assert (balance_of(HELD).free, balance_of(HELD).debits_pending) == (0, LISTS * ROWS)
    assert first_difference() is None, f"SANAD_SEED={SEED}"
