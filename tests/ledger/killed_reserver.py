"""Reserves list after list, and can be killed at any moment; started again, it asks for the same with the same ids."""

from uuid import UUID, uuid5

import django

django.setup()

from sanad.ledger.movements import Wanted  # noqa: E402  Django has to be set up first
from sanad.ledger.services import reserve_in_bulk  # noqa: E402
from tests.killing import fork_for_each_line  # noqa: E402
from tests.ledger.books import AT, HELD, PAID  # noqa: E402

LISTS, ROWS = 40, 1_500
ROUND = UUID("5a9ad000-0000-4000-8000-000000000000")


def reserve_lists() -> None:
    for number in range(LISTS):
        ids = [uuid5(ROUND, f"{number}/{rank}") for rank in range(1, ROWS + 1)]
        wanted = [Wanted(id, HELD, PAID, 1, rank) for rank, id in enumerate(ids, start=1)]
        reserve_in_bulk(reservations=wanted, on=f"round:{number}", by=None, at=AT)


if __name__ == "__main__":
    fork_for_each_line(reserve_lists)
