"""Reservations one at a time, then many at once, then the payment of those; each through the ledger's own verbs."""

import json
from argparse import ArgumentParser
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid5

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection

from benchmarks.measuring import Stopwatch
from sanad.ledger.booking import Act
from sanad.ledger.kinds import AccountKind
from sanad.ledger.movements import Posting, Wanted, serial_ids
from sanad.ledger.services import open_account, post_in_bulk, reserve, reserve_in_bulk, transfer
from sanad.ledger.verification import first_difference

AT = datetime(2026, 11, 26, 9, tzinfo=UTC)
ACT = Act("bench.book", "fund:bench", None, AT)
AMOUNT = 100_00
IDS = UUID("5a9ad000-0000-4000-8000-000000000001")


class Command(BaseCommand):
    help = "Book reservations and payments in a new database, and say how long it took."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("single", type=int)
        parser.add_argument("bulk", type=int)

    def handle(self, *, single: int, bulk: int, **_: Any) -> None:
        call_command("migrate", verbosity=0)
        held, sent = open_books((single + bulk) * AMOUNT)
        wanted = [Wanted(uuid5(IDS, str(rank)), held, sent, AMOUNT, rank) for rank in range(single + bulk)]
        one, many, payment, recomputed = Stopwatch(), Stopwatch(), Stopwatch(), Stopwatch()
        with one.running():
            for each in wanted[:single]:
                reserve(id=each.id, account=held, to=sent, amount=each.amount, rank=each.rank, act=ACT)
        with many.running():
            reserve_in_bulk(reservations=wanted[single:], on="round:1", by=None, at=AT)
        with payment.running():
            # As a payment run is sent: ids one after the other, accounts at hand.
            ids = serial_ids("bench:sent", bulk)
            pairs = zip(ids, wanted[single:], strict=True)
            post_in_bulk(postings=[Posting(id, one.id, AMOUNT, (held, sent)) for id, one in pairs], act=ACT)
        with recomputed.running():
            difference = first_difference()
        parts = {"one": one, "bulk": many, "payment": payment, "verify": recomputed}
        assert difference is None, difference
        said = {name: watch.seconds() for name, watch in parts.items()}
        self.stdout.write(json.dumps({**said, "database": connection.vendor, "postings": single, "rows": bulk}))


def open_books(money: int) -> tuple[str, str]:
    """A fund that holds all of it."""
    held, sent, received = (
        open_account(currency="USD", name="fund:bench", kind=kind)
        for kind in (AccountKind.HELD, AccountKind.SENT, AccountKind.RECEIVED)
    )
    transfer(id=IDS, debit=received, credit=held, amount=money, act=ACT)
    return held, sent
