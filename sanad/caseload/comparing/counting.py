"""Counts and sums of compared claims: in all, by what became of them, and by outcome on both sides."""

from dataclasses import dataclass

import duckdb

from sanad.caseload.comparing.joining import BAD_ROW, COMPARED, KINDS
from sanad.sheets.sql import fill

UNREAD = "unread"
"""The rows of the file that neither side could read."""


@dataclass(frozen=True, slots=True)
class Sums:
    """How many claims, and what each side awards them, in minor units of its own currency."""

    claims: int
    net_a: int
    net_b: int


@dataclass(frozen=True, slots=True)
class Cell:
    """Claims with this outcome on each side; rows that a side could not read are `bad_row` there."""

    outcome_a: str
    outcome_b: str
    claims: int


@dataclass(frozen=True, slots=True)
class Rows:
    """What became of the rows of the file: `both`, `only_a`, `only_b` and `neither` add up to `given`."""

    given: int
    both: int
    only_a: int
    only_b: int

    @property
    def neither(self) -> int:
        return self.given - self.both - self.only_a - self.only_b


def count_rows(connection: duckdb.DuckDBPyConnection, given: int) -> Rows:
    statement = """
        select count(*) filter (outcome_a <> {bad} and outcome_b <> {bad}),
            count(*) filter (outcome_b = {bad}), count(*) filter (outcome_a = {bad}) from {compared}
    """
    counts = connection.execute(fill(statement, bad=f"'{BAD_ROW}'", compared=COMPARED)).fetchall()[0]
    return Rows(given, *counts)


def count_kinds(connection: duckdb.DuckDBPyConnection, unread: int) -> dict[str, Sums]:
    """All kinds that there are, in the order of KINDS; with the unread rows they are the rows of the file."""
    statement = """
        select kind, count(*), coalesce(sum(net_a), 0), coalesce(sum(net_b), 0) from {compared} group by kind
    """
    rows = connection.execute(fill(statement, compared=COMPARED)).fetchall()
    found = {kind: Sums(*map(int, sums)) for kind, *sums in rows}
    return {kind: found[kind] for kind in KINDS if kind in found} | ({UNREAD: Sums(unread, 0, 0)} if unread else {})


def count_outcomes(connection: duckdb.DuckDBPyConnection, unread: int) -> list[Cell]:
    statement = "select outcome_a, outcome_b, count(*) from {compared} group by all order by all"
    cells = [Cell(*row) for row in connection.execute(fill(statement, compared=COMPARED)).fetchall()]
    return [*cells, *([Cell(BAD_ROW, BAD_ROW, unread)] if unread else [])]
