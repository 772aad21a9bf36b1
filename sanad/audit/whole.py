"""A guard for columns of money: SQLite would take 1.5, a word, or a number beyond 64 bits into an integer column."""

from typing import Any

from django.db.models import BooleanField, Func, Q
from django.db.models.sql.compiler import SQLCompiler


class IsWhole(Func):
    """True where the column holds an integer; PostgreSQL's column type says so by itself."""

    output_field = BooleanField()
    conditional = True
    template = "%(expressions)s IS NOT NULL"

    def as_sqlite(self, compiler: SQLCompiler, connection: Any, **more: Any) -> Any:
        return self.as_sql(compiler, connection, template="typeof(%(expressions)s) = 'integer'", **more)


def all_whole(*columns: str) -> Q:
    """The condition of a constraint over all money columns of a table."""
    return Q(*(IsWhole(column) for column in columns))
