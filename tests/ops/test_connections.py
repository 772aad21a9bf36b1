"""A connection to PostgreSQL is asked whether it stands only where there is a sign that it does not."""

import time

import pytest
from django.db import connection
from django.db.backends.postgresql import base

pytestmark = [
    pytest.mark.database,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="an embedded database is no server"),
]


def next_page_begins() -> None:
    connection.health_check_done = False
    connection.close_if_health_check_failed()


def own_process() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        found: int = cursor.fetchone()[0]
        return found


def thrown_out(process: int) -> None:
    other = connection.copy()
    with other.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s)", [process])
    other.close()
    time.sleep(0.5)


def test_a_connection_that_the_server_threw_out_is_opened_anew(own_database: str):
    before = own_process()
    thrown_out(before)

    next_page_begins()

    assert own_process() != before


def test_a_connection_of_which_nothing_is_heard_is_used_without_asking(
    own_database: str, monkeypatch: pytest.MonkeyPatch
):
    before, asked = own_process(), []
    monkeypatch.setattr(base.DatabaseWrapper, "is_usable", lambda _self: asked.append(1) or True)

    next_page_begins()
    unasked = list(asked)
    connection.errors_occurred = True
    next_page_begins()

    assert (unasked, asked, own_process()) == ([], [1], before)
