"""What a round needs of the engine that runs its queries: DuckDB on one machine (`duck`), Spark on many (`spark`).

A query is an Ibis expression over tables that the engine gave. Every engine compiles it to SQL of its own, with the
functions of `functions` in its own way, and gives the same rows, exactly.
"""

from collections.abc import Mapping, Sequence
from typing import Protocol

import ibis
import pyarrow as pa

from sanad.engine.batch.functions import Column, div

Order = Sequence[tuple[str, bool]]
"""Columns to sort by, each with whether it descends; absent ones stand last, and the last column is unique."""
ROWS_AHEAD = "rows_ahead"


class Engine(Protocol):
    """`keep`, `view`, `bring` and `bring_words` take a name, and forget what had it before."""

    def table(self, name: str) -> Column:
        """What is known by this name, as Ibis sees it."""

    def keep(self, name: str, query: Column) -> Column:
        """Run a query once, and keep what it gives."""

    def view(self, name: str, query: Column) -> Column:
        """Give a query a name, to be run wherever it is read, for the columns that are read there."""

    def bring(self, name: str, table: pa.Table) -> Column:
        """Take in a table from memory."""

    def bring_words(self, name: str, table: pa.Table) -> Column:
        """The same for a few rows of words that a million rows will be joined to: an outcome, and lists of codes."""

    def fetch(self, query: Column) -> pa.Table:
        """A query's rows, in memory."""

    def number(self, query: Column) -> int:
        """The one number that a query gives, exact even beyond 64 bits; 0 where it gives none."""

    def row(self, table: Column) -> Column:
        """What tells the rows of a kept table of claims apart, and is the cheapest to join by."""

    def running(self, name: str, table: Column, order: Order, sums: Mapping[str, str]) -> Column:
        """The table with, under each new name, the sum of a column over all rows ahead, and `rows_ahead`.

        `name` is free for what must be kept on the way.
        """


def ahead(table: Column, order: Order, sums: Mapping[str, str], group: str | None = None) -> Column:
    """Running sums by one window over all rows, or over those of a group."""
    keys = [
        table[name].desc(nulls_first=False) if descending else table[name].asc(nulls_first=False)
        for name, descending in order
    ]
    window = ibis.window(group_by=group, order_by=keys, rows=(None, -1))
    columns = {new: div(table[name].sum().over(window), 1).fill_null(0) for new, name in sums.items()}
    return table.mutate(**{ROWS_AHEAD: table.count().over(window)}, **columns)
