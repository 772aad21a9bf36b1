"""Many rows at once: after them PostgreSQL knows how many there are."""

from datetime import UTC, datetime

import pytest
from django.db import connection, transaction

from sanad.audit.bulk import MANY, insert
from sanad.web.family.models import WrongTry

AT = datetime(2026, 6, 1, 9, tzinfo=UTC)
EXPECTED = "SELECT reltuples FROM pg_class WHERE oid = %s::regclass"


def tries(number: int) -> None:
    rows = (("claim", f"{one:064x}", AT) for one in range(number))
    with transaction.atomic():
        insert(WrongTry, ("of", "digest", "at"), rows)


def expected() -> float:
    with connection.cursor() as cursor:
        cursor.execute(EXPECTED, [WrongTry._meta.db_table])
        (rows,) = cursor.fetchone()
    return float(rows)


@pytest.mark.parametrize("number", [0, 1, MANY])
def test_every_row_is_there(own_database: str, number: int):
    tries(number)

    assert WrongTry.objects.count() == number


def test_a_plan_made_right_afterwards_expects_them(own_database: str):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite plans by its indexes, whatever they hold")

    tries(MANY)

    assert expected() == MANY
