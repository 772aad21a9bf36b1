"""Many rows into a table: PostgreSQL by COPY, SQLite by one prepared statement."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any

from django.db import connection, models

from sanad.sheets.sql import fill, listed, name

AT_ONCE = 50_000
INSERT = "INSERT INTO {table} ({columns}) VALUES ({places})"
COPY = "COPY {table} ({columns}) FROM STDIN"
LOCK = "LOCK TABLE {table} IN SHARE ROW EXCLUSIVE MODE"
ADVANCE = "SELECT setval(pg_get_serial_sequence(%s, 'id'), (SELECT coalesce(max(id), 1) FROM {table}))"


@contextmanager
def locked(model: type[models.Model]) -> Iterator[None]:
    """Nobody else adds rows until the transaction ends; on SQLite nobody else writes at all."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(fill(LOCK, table=name(model._meta.db_table)))
    yield


def insert(model: type[models.Model], columns: Sequence[str], rows: Iterable[tuple[Any, ...]]) -> None:
    parts = {"table": name(model._meta.db_table), "columns": listed(map(name, columns))}
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            statement = fill(INSERT, places=listed(["%s"] * len(columns)), **parts)
            for some in _in_parts(rows):
                cursor.executemany(statement, some)
            return
        with connection.wrap_database_errors, cursor.copy(fill(COPY, **parts)) as copy:
            for row in rows:
                copy.write_row(row)


def _in_parts(rows: Iterable[tuple[Any, ...]]) -> Iterator[list[tuple[Any, ...]]]:
    waiting = iter(rows)
    while some := list(islice(waiting, AT_ONCE)):
        yield some


def advance_ids(model: type[models.Model]) -> None:
    """PostgreSQL counts on from the ids that were given here; SQLite sees them by itself."""
    if connection.vendor == "postgresql":
        table = model._meta.db_table
        with connection.cursor() as cursor:
            cursor.execute(fill(ADVANCE, table=name(table)), [table])
