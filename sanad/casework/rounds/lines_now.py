"""Awarded lines held against what the rules give now: what fell due since, and what would be lower."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from sanad.caseload.rounds import AWARDS, connect
from sanad.casework.awards.models import AwardLine, FellDue, Foreseen, Round
from sanad.casework.awards.storing import arrow_table
from sanad.sheets.sql import fill, name, text

AT_ONCE = 50_000
LINE_NOW = """
    select claim_id, {line} as line, {amount} as amount from awards
    where {outcome} in ('award', 'refuse', 'not_applicable')
"""
STANDING = """
    create temp table standing as
    select lines.* exclude (amount), lines.amount as amount, payable + coalesce(later.amount, 0) as reached
    from lines left join (select award, line, sum(amount) as amount from fell group by all) as later using (award, line)
"""
FELL = """
    select award, standing.line, number, least(amount, due) - reached as amount
    from standing join dues on dues.claim_id = number and dues.line = standing.line
    where least(amount, due) > reached order by award, standing.line
"""
LOWERED = """
    select award, standing.line, number, household, standing.amount as before, coalesce(now.amount, 0) as now
    from standing join now on now.claim_id = number and now.line = standing.line
    where coalesce(now.amount, 0) < standing.amount and reached < standing.amount
    and (award, standing.line) not in (select (award, line) from foreseen) order by award, standing.line
"""


@dataclass(frozen=True, slots=True)
class Fell:
    """So much more of the award's line is due, in minor units."""

    award: int
    line: str
    number: str
    amount: int


@dataclass(frozen=True, slots=True)
class Lower:
    """The rules would now give `now` for a line that was awarded `before`, of which not all has fallen due."""

    award: int
    line: str
    number: str
    household: int
    before: int
    now: int


@dataclass(frozen=True, slots=True)
class LinesNow:
    fell: list[Fell]
    lowered: list[Lower]


def compare(round_: Round, folder: Path) -> LinesNow:
    """The standing lines of the round's awards, against the same claims decided again in this folder."""
    with connect() as duck:
        _read(duck, round_)
        duck.execute(fill("create temp table awards as from read_parquet({file})", file=text(str(folder / AWARDS))))
        dues = text(str(folder / "dues.parquet"))
        duck.execute(fill("create temp table dues as from read_parquet({file})", file=dues))
        duck.execute(fill("create temp table now as {lines}", lines=_lines_now(duck)))
        return LinesNow([Fell(*row) for row in _rows(duck, FELL)], [Lower(*row) for row in _rows(duck, LOWERED)])


def _read(duck: duckdb.DuckDBPyConnection, round_: Round) -> None:
    standing = {"award__round": round_, "award__superseded_by": None}
    lines = AwardLine.objects.filter(**standing, amount__gt=0).values_list(
        "award_id", "line", "award__claim__number", "award__claim__household_id", "amount", "due_now", "paid_before"
    )
    rows = ((*row, due + paid) for *row, due, paid in lines.iterator(AT_ONCE))
    kinds = {"award": pa.int64(), "line": pa.string(), "number": pa.string(), "household": pa.int64()}
    duck.register("lines", arrow_table(rows, **kinds, amount=pa.int64(), payable=pa.int64()))
    for table, model in (("fell", FellDue), ("foreseen", Foreseen)):
        found = model.objects.filter(**standing).values_list("award_id", "line", "amount")
        duck.register(
            table, arrow_table(found.iterator(AT_ONCE), award=pa.int64(), line=pa.string(), amount=pa.int64())
        )
    duck.execute(STANDING)


def _lines_now(duck: duckdb.DuckDBPyConnection) -> str:
    columns = duck.table("awards").columns
    lines = [column for column in columns if f"{column}_outcome" in columns]
    return " union all ".join(
        fill(LINE_NOW, line=text(line), amount=name(line), outcome=name(f"{line}_outcome")) for line in lines
    )


def _rows(duck: duckdb.DuckDBPyConnection, query: str) -> Iterator[tuple[Any, ...]]:
    yield from duck.execute(query).fetchall()
