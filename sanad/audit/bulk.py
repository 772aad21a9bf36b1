"""Many rows into a table: PostgreSQL by COPY, SQLite by one prepared statement."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain, islice
from typing import Any

from django.db import connection, models, transaction
from django.db.backends.utils import CursorWrapper

from sanad.sheets.sql import fill, listed, name

Row = tuple[Any, ...]
AT_ONCE = 50_000
MANY = 5_000
A_STATEMENT = 200
INSERT = "INSERT INTO {table} ({columns}) VALUES {rows}"
COPY = "COPY {table} ({columns}) FROM STDIN"
LEARN = "ANALYZE {table}"
LOCK = "LOCK TABLE {table} IN SHARE ROW EXCLUSIVE MODE"
ADVANCE = "SELECT setval(pg_get_serial_sequence(%s, 'id'), (SELECT coalesce(max(id), 1) FROM {table}))"


@contextmanager
def locked(model: type[models.Model]) -> Iterator[None]:
    """Nobody else adds rows until the transaction ends; on SQLite nobody else writes at all."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(fill(LOCK, table=name(model._meta.db_table)))
    yield


def insert(model: type[models.Model], columns: Sequence[str], rows: Iterable[Row]) -> None:
    parts = {"table": name(model._meta.db_table), "columns": listed(map(name, columns))}
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            _insert_in_parts(cursor, parts, len(columns), iter(rows))
            return
        count = 0
        with connection.wrap_database_errors, cursor.copy(fill(COPY, **parts)) as copy:
            for row in rows:
                copy.write_row(row)
                count += 1
    learn_after_commit(count, model)


def learn_after_commit(rows: int, *models_: type[models.Model]) -> None:
    """After many new rows PostgreSQL counts the tables anew at once, not when it comes to it: until then it expects a
    few rows, and takes minutes where seconds are enough.
    """
    if rows >= MANY and connection.vendor == "postgresql":
        transaction.on_commit(lambda: _learn(models_))


def _learn(models_: Iterable[type[models.Model]]) -> None:
    with connection.cursor() as cursor:
        for model in models_:
            cursor.execute(fill(LEARN, table=name(model._meta.db_table)))


def _insert_in_parts(cursor: CursorWrapper, parts: dict[str, str], width: int, rows: Iterator[Row]) -> None:
    """Many rows a statement: the checks of the table are then prepared once for all of them, four times as fast."""
    one = fill("({places})", places=listed(["%s"] * width))
    while some := list(islice(rows, AT_ONCE)):
        whole = [some[at : at + A_STATEMENT] for at in range(0, len(some), A_STATEMENT)]
        rest = whole.pop() if len(whole[-1]) < A_STATEMENT else []
        for number, given in ((A_STATEMENT, whole), (1, [[row] for row in rest])):
            statement = fill(INSERT, rows=listed([one] * number), **parts)
            cursor.executemany(statement, [list(chain.from_iterable(many)) for many in given])


def advance_ids(model: type[models.Model]) -> None:
    """PostgreSQL counts on from the ids that were given here; SQLite sees them by itself."""
    if connection.vendor == "postgresql":
        table = model._meta.db_table
        with connection.cursor() as cursor:
            cursor.execute(fill(ADVANCE, table=name(table)), [table])
