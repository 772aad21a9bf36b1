"""Queries that are asked for every page: Django builds their SQL once, and each asking only binds its values.

Building costs ten times what an indexed reading costs. What comes out is what `build` would give: the same rows, in
the same order, as the same objects.
"""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.models import QuerySet

Row = TypeVar("Row")
FEW = 4
"""Longer lists are built each time: they are read for many at once, where building costs little."""

Value = int | str | date | datetime | Sequence[int]
Shape = tuple[type | int, ...]
"""Of each value its type, of a list its length."""


@dataclass(frozen=True, slots=True)
class _Built:
    """A query that always goes to its one compiler, the SQL, and for each parameter which value stands there, or the
    parameter itself.
    """

    query: QuerySet[Any, Any]
    compiler: Any
    sql: str
    places: tuple[tuple[int | None, Any], ...]

    def asked(self, values: Sequence[Any]) -> list[Any]:
        given = tuple(fixed if at is None else values[at] for at, fixed in self.places)
        self.compiler.as_sql = lambda *_args, **_more: (self.sql, given)
        return list(self.query.all())


def built_once(build: Callable[..., QuerySet[Any, Row]]) -> Callable[..., list[Row]]:
    """`build` takes numbers, texts, dates, times and lists of whole numbers; each goes into the query as it is."""
    kept = threading.local()

    def asked(*values: Value) -> list[Row]:
        shape = tuple(_shape(value) for value in values)
        if any(isinstance(one, int) and one > FEW for one in shape):
            return list(build(*values))
        database = connections[DEFAULT_DB_ALIAS]
        if getattr(kept, "database", None) is not database:
            kept.database, kept.built = database, {}
        if shape not in kept.built:
            kept.built[shape] = _built(build, shape)
        found: _Built | None = kept.built[shape]
        return [] if found is None else found.asked([_adapted(one) for value in values for one in _each(value)])

    return asked


def _built(build: Callable[..., QuerySet[Any, Any]], shape: Shape) -> _Built | None:
    """None where nothing can come out, as for an empty list. Raises LookupError: a value does not go in as it is."""
    marks = [_marks(number, one) for number, one in enumerate(shape)]
    query: Any = build(*(some if isinstance(one, int) else some[0] for one, some in zip(shape, marks, strict=True)))
    compiler = query.query.get_compiler(using=DEFAULT_DB_ALIAS)
    try:
        sql, params = compiler.as_sql()
    except EmptyResultSet:
        return None
    order = {_adapted(mark): at for at, mark in enumerate(mark for some in marks for mark in some)}
    places = tuple((order.get(param), None if param in order else param) for param in params)
    if missing := set(order.values()) - {at for at, _ in places}:
        raise LookupError(f"values {sorted(missing)} are not in the query as they are: {sql}")
    _hold(query.query, compiler)
    return _Built(query, compiler, sql, places)


def _hold(pattern: Any, compiler: Any) -> None:
    """Nothing is added to the query, and nothing is built again: it, its compiler, how columns are read."""
    converters = compiler.get_converters([column[0] for column in compiler.select[: compiler.col_count]])
    compiler.get_converters = lambda _columns: converters
    pattern.get_compiler = lambda *_args, **_more: compiler
    pattern.chain = lambda *_args, **_more: pattern


def _shape(value: Value) -> type | int:
    return len(value) if isinstance(value, list | tuple) else type(value)


def _each(value: Value) -> Sequence[Any]:
    return value if isinstance(value, list | tuple) else (value,)


def _marks(number: int, one: type | int) -> list[Any]:
    """Values that stand in no query of ours, to find the places of those to come."""
    if isinstance(one, int):
        return [_whole(number, at) for at in range(one)]
    if issubclass(one, datetime):
        return [datetime(8000 + number, 1, 1, tzinfo=UTC)]
    if issubclass(one, date):
        return [date(9000 + number, 1, 1)]
    return [_whole(number, 0)] if issubclass(one, int) else [f"value {number} of a query that is built once"]


def _whole(number: int, at: int) -> int:
    return 5_551_212_000_000_000_000 + 1_000 * number + at


def _adapted(value: Any) -> Any:
    """As Django hands it to the database."""
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    return connection.ops.adapt_datefield_value(value) if isinstance(value, date) else value
