"""DuckDB as the engine of a round: Ibis writes the queries, a connection of our own runs them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Any

import duckdb
import ibis
import pyarrow as pa
from ibis.backends.sql.compilers.duckdb import DuckDBCompiler
from ibis.expr.types import Table
from sqlglot import exp

from sanad.engine.batch.brackets import Bracketed
from sanad.engine.batch.duck_functions import OUTCOME, enum, install
from sanad.engine.batch.engine import Order, ahead
from sanad.engine.batch.functions import Column

# Ibis would spend half of its time fusing stages that DuckDB fuses by itself.
ibis.options.sql.fuse_selects = False
_KINDS = {
    "BIGINT": "int64",
    "VARCHAR": "string",
    "BOOLEAN": "boolean",
    "DATE": "date",
    "VARCHAR[]": "array<string>",
}


class _Compiler(Bracketed, DuckDBCompiler):  # type: ignore[misc]  # Ibis ships without types
    __slots__ = ()


_compiler = _Compiler()


@dataclass(frozen=True, slots=True)
class Duck:
    connection: duckdb.DuckDBPyConnection

    @classmethod
    def open(cls, connection: duckdb.DuckDBPyConnection) -> "Duck":
        install(connection)
        return cls(connection)

    def table(self, name: str) -> Table:
        """A stored table as Ibis sees it; every column must be of a kind that rules know."""
        described = self.connection.execute(
            "select column_name, column_type from (describe from query_table(?))", [name]
        )
        return ibis.table({column: _kind(kind) for column, kind in described.fetchall()}, name=name)

    def sql(self, query: Column) -> str:
        return _written(query.op())

    def keep(self, name: str, query: Column) -> Table:
        """Run a query into a temporary table."""
        self.connection.execute(f"create or replace temp table {quoted(name)} as {self.sql(query)}")
        return self.table(name)

    def view(self, name: str, query: Column) -> Table:
        """Give a query a name, so that a plan that reads it twice takes each time only the columns that it needs."""
        self.connection.execute(f"create or replace temp view {quoted(name)} as {self.sql(query)}")
        return self.table(name)

    def bring(self, name: str, table: pa.Table) -> Table:
        """Keep an Arrow table as a temporary table of this name."""
        self.connection.register("arrow_table", table)
        self.connection.execute(f"create or replace temp table {quoted(name)} as from arrow_table")
        self.connection.unregister("arrow_table")
        return self.table(name)

    def bring_words(self, name: str, table: pa.Table) -> Table:
        """A million rows repeat a handful of words: a byte for each, and the files that are written hold the words."""
        self.bring(name, table)
        for column, kind in zip(table.schema.names, table.schema.types, strict=True):
            words = sorted(set(chain(*table[column].to_pylist()))) if pa.types.is_list(kind) else []
            number = enum(words) + "[]" if words else OUTCOME if pa.types.is_string(kind) else None
            if number:
                self.connection.execute(f"alter table {quoted(name)} alter {quoted(column)} type {number}")
        return self.table(name)

    def fetch(self, query: Column) -> pa.Table:
        return self.connection.sql(self.sql(query)).to_arrow_table()

    def number(self, query: Column) -> int:
        """The one number that a query gives, exact; 0 where it gives none."""
        # All rows, though there is one: a result that is not read to its end holds the connection.
        rows = self.connection.execute(self.sql(query)).fetchall()
        return int(rows[0][0] or 0) if rows else 0

    def row(self, table: Table) -> Column:
        """Its place in the table: narrower than the claim's id."""
        return table.rowid()

    def running(self, name: str, table: Table, order: Order, sums: Mapping[str, str]) -> Table:
        return ahead(table, order, sums)


@lru_cache(maxsize=512)
def _written(query: Any) -> str:
    """To write a query takes Ibis longer than it takes DuckDB to answer it for a few claims; a round asks it again."""
    return str(_compiler.to_sqlglot(query.to_expr()).sql(dialect="duckdb"))


def _kind(name: str) -> str:
    """A few words, kept as numbers, are texts to the rules."""
    return _KINDS[re.sub(r"ENUM\(.*\)", "VARCHAR", name)]


def quoted(name: str) -> str:
    return exp.to_identifier(name, quoted=True).sql(dialect="duckdb")
