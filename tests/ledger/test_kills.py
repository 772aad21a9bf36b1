"""A process is killed in the middle of bulk reservations, again and again: nothing is lost and nothing doubled."""

import os
import random
import secrets
from pathlib import Path

from django.db.models import Count

from sanad.audit.models import Event
from sanad.ledger.models import Pending, Transfer
from sanad.ledger.selectors import balance_of
from sanad.ledger.verification import first_difference
from tests.killing import worker
from tests.ledger.books import HELD, open_books, receive
from tests.ledger.killed_reserver import LISTS, ROWS

KILLS = int(os.environ.get("SANAD_KILLS", "6"))
SEED = int(os.environ.get("SANAD_SEED", str(secrets.randbelow(2**32))))
RESERVER = Path(__file__).with_name("killed_reserver.py")


def lists_in_the_books() -> list[int]:
    """How many rows of each list are booked."""
    counted = Transfer.objects.filter(event__act="ledger.reserve").order_by().values("event").annotate(rows=Count("id"))
    return [one["rows"] for one in counted]


def test_nothing_is_lost_or_doubled_however_often_the_process_is_killed(own_database: str):
    open_books()
    receive(LISTS * ROWS)
    chance, kills = random.Random(SEED), 0

    with worker(RESERVER, own_database) as reserver:
        while kills < KILLS:
            kills += reserver.killed(chance, longest=0.8)
            assert set(lists_in_the_books()) <= {ROWS}
            assert balance_of(HELD).debits_pending == Pending.objects.count()
        reserver.run()

    assert lists_in_the_books() == [ROWS] * LISTS, f"SANAD_SEED={SEED}"
    assert Event.objects.filter(act="ledger.reserve").count() == LISTS
    assert (balance_of(HELD).free, balance_of(HELD).debits_pending) == (0, LISTS * ROWS)
    assert first_difference() is None, f"SANAD_SEED={SEED}"
