"""A decided round's awards into the database: as sets, never one by one, in the transaction of whoever calls."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
from django.db.models import Max

from sanad.audit.bulk import advance_ids, insert, locked
from sanad.audit.merkle import merkle_root
from sanad.audit.services import Rows
from sanad.caseload.rounds import AWARDS, connect
from sanad.casework.awards.leaves import leaf
from sanad.casework.awards.models import Award, AwardLine, Outcome, Round
from sanad.casework.awards.selectors import standing_awards
from sanad.casework.claims.models import Claim
from sanad.sheets.sql import fill, listed, name, text, texts

AT_ONCE = 50_000
AWARD_COLUMNS = (
    *("id", "round_id", "claim_id", "version", "supersedes_id", "outcome", "reasons", "currency", "net", "due_now"),
    *("queue_place", "money_ahead"),
)
LINE_COLUMNS = ("award_id", "line", "outcome", "amount", "due_now", "paid_before")
OPTIONAL = ("queue_place", "money_ahead")

NUMBERED = """
    create temp table numbered as
    select
        {first} + row_number() over (order by decided.claim_id) as id,
        known.claim, coalesce(before.version, 0) + 1 as version, before.award as supersedes, decided.*
    from read_parquet({awards}) as decided
    left join known on known.number = decided.claim_id
    left join before on before.claim = known.claim
"""
AWARD_ROWS = """
    select
        id, {round}, claim, version, supersedes, outcome,
        cast(to_json(reasons) as varchar), currency, net, due_now, {optional}, claim_id
    from numbered order by id
"""
LINE_OF_ALL = """
    select id, claim_id, {line} as line, {outcome} as outcome, {amount} as amount
    from numbered where {outcome} in ({kept})
"""
# In the order of the awards, so that the index of the lines grows at its end only.
LINE_ROWS = """
    select id, told.line, outcome, amount, coalesce(due, 0), coalesce(paid, 0)
    from ({lines}) as told left join read_parquet({dues}) as dues
    on dues.claim_id = told.claim_id and dues.line = told.line
    order by id, told.line
"""


class UnknownClaims(Exception):
    """The round decides claims that are not in the database."""


def store_awards(round_: Round, folder: Path, dues: Path) -> Rows:
    """Write every decision of the round with its lines; their number and Merkle root, in the order of the claims.

    `dues` says what is due of each line (`sanad.caseload.dues`). Each supersedes the award that stood for its claim.
    Ids are counted on from the greatest, under a lock of the table. Raises UnknownClaims.
    """
    with locked(Award), connect() as duck:
        first = Award.objects.aggregate(greatest=Max("pk"))["greatest"] or 0
        _number(duck, round_, folder, first)
        leaves: list[bytes] = []
        insert(Award, AWARD_COLUMNS, _told(_batches(duck, _award_rows(duck, round_)), leaves))
        insert(AwardLine, LINE_COLUMNS, _batches(duck, _line_rows(duck, dues)))
        advance_ids(Award)
    return Rows(len(leaves), merkle_root(leaves))


def _number(duck: duckdb.DuckDBPyConnection, round_: Round, folder: Path, first: int) -> None:
    duck.register("known", _known(round_))
    duck.register("before", _before(round_))
    duck.execute(fill(NUMBERED, first=str(first), awards=text(str(folder / AWARDS))))
    unknown = duck.execute("select claim_id from numbered where claim is null limit 1").fetchone()
    if unknown:
        raise UnknownClaims(unknown[0])


def _known(round_: Round) -> pa.Table:
    rows = Claim.objects.filter(programme=round_.programme_id).values_list("number", "pk")
    return arrow_table(rows.iterator(AT_ONCE), number=pa.string(), claim=pa.int64())


def _before(round_: Round) -> pa.Table:
    """The awards that stand now for claims of the programme."""
    stand = standing_awards().filter(claim__programme=round_.programme_id)
    rows = stand.values_list("claim_id", "pk", "version")
    return arrow_table(rows.iterator(AT_ONCE), claim=pa.int64(), award=pa.int64(), version=pa.int64())


def arrow_table(rows: Iterator[tuple[Any, ...]], **types: pa.DataType) -> pa.Table:
    """Rows as columns that DuckDB can read where they lie."""
    columns = list(zip(*rows, strict=True)) or [()] * len(types)
    arrays = [pa.array(column, kind) for column, kind in zip(columns, types.values(), strict=True)]
    return pa.table(arrays, names=list(types))


def _award_rows(duck: duckdb.DuckDBPyConnection, round_: Round) -> str:
    there = set(duck.table("numbered").columns)
    optional = listed(column if column in there else f"null as {column}" for column in OPTIONAL)
    return fill(AWARD_ROWS, round=str(int(round_.pk)), optional=optional)


def _line_rows(duck: duckdb.DuckDBPyConnection, dues: Path) -> str:
    columns = duck.table("numbered").columns
    lines = [column for column in columns if f"{column}_outcome" in columns]
    return fill(LINE_ROWS, lines=" union all ".join(map(_line, lines)), dues=text(str(dues)))


def _line(line: str) -> str:
    parts = {"line": text(line), "outcome": name(f"{line}_outcome"), "amount": name(line)}
    return fill(LINE_OF_ALL, kept=texts(Outcome), **parts)


def _batches(duck: duckdb.DuckDBPyConnection, query: str) -> Iterator[tuple[Any, ...]]:
    for batch in duck.sql(query).to_arrow_reader(AT_ONCE):
        yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)


def _told(rows: Iterator[tuple[Any, ...]], leaves: list[bytes]) -> Iterator[tuple[Any, ...]]:
    """The rows for the table, while their leaves are gathered; the claim's number is for the leaf only."""
    for *row, number in rows:
        leaves.append(leaf(number, *row[3:4], *row[5:]))
        yield tuple(row)
