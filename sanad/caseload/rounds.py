"""A round as a folder: its files, and the way from a snapshot to awards that deciding and replaying share."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from os import getpid
from pathlib import Path
from tempfile import gettempdir
from typing import Any

import duckdb

from sanad.caseload.deciding_on import Decide
from sanad.caseload.snapshot import write_table
from sanad.caseload.summary import Tally, tally
from sanad.caseload.summary_file import summary_text
from sanad.engine.batch.deciding import Awards, Facts
from sanad.engine.batch.digest import table_digest
from sanad.engine.batch.duck import Duck, quoted
from sanad.engine.rules.building import MEMBERS_AT_LOAD, build
from sanad.engine.rules.declared import Programme
from sanad.engine.rules.funds import Fund
from sanad.engine.rules.problems import ProgrammeRefused
from sanad.engine.rules.ruleset import RuleSet

FORMAT = "sanad-round-2"
ROUND, PROGRAMME, CLAIMS, AWARDS = "round.json", "programme.json", "claims.parquet", "awards.parquet"
SUMMARY, PAID, ALLOCATIONS = "summary.csv", "paid.parquet", "allocations.parquet"
BAD_ROWS, BAD_PAID = "bad_rows.csv", "bad_paid.csv"
CLAIM_TABLE = "claims"
WRITTEN = "written_awards"


@dataclass(frozen=True, slots=True)
class Decided:
    """A round's awards as they stand in the connection, counted and named."""

    rules: RuleSet
    awards: Awards
    tally: Tally
    result_hash: str
    summary: str
    allocations_hash: str | None = None


def decide_snapshot(
    duck: Duck,
    programme: Programme,
    on: date,
    facts: Facts,
    folder: Path,
    *,
    decide: Decide,
    funds: Sequence[Fund] | None,
    generated: bool,
) -> Decided:
    """Decide the snapshot in the connection, write its awards to the folder, and count and name what the file holds.

    Raises ProgrammeRefused where a total could leave 64 bits, CaseloadRefused where the file cannot be written.
    """
    rules = proven_for(duck, programme, facts)
    awards = decide(duck, rules, on, facts, funds)
    write_table(duck.connection, awards.table, folder / AWARDS)
    written = read_back(duck, awards, folder / AWARDS)
    counted = tally(duck.connection, rules, written.table, written.columns)
    digest = table_digest(duck.connection, quoted(written.table), written.columns)
    summary = summary_text(rules, counted, generated, awards.funds)
    if awards.allocations is None:
        return Decided(rules, written, counted, digest, summary)
    write_table(duck.connection, awards.allocations, folder / ALLOCATIONS)
    own = duck.connection.table(awards.allocations).columns
    return Decided(rules, written, counted, digest, summary, table_digest(duck.connection, awards.allocations, own))


def read_back(duck: Duck, awards: Awards, file: Path) -> Awards:
    """The awards as their file holds them."""
    duck.connection.read_parquet(str(file)).create_view(WRITTEN)
    return replace(awards, table=WRITTEN)


def proven_for(duck: Duck, programme: Programme, facts: Facts) -> RuleSet:
    """The rule set, proven again where this snapshot may hold larger groups than the proof at load allows for.

    Never for smaller ones: tables are judged on the range that their author saw, not on one that a file narrows.
    """
    rules = build(programme)
    rows = max(_rows(duck, table) for table in facts.tables.values())
    if rows <= MEMBERS_AT_LOAD:
        return rules
    try:
        return build(programme, rows)
    except ProgrammeRefused:
        return build(programme, max(_largest_group(duck, rules, facts), MEMBERS_AT_LOAD))


def _rows(duck: Duck, table: str) -> int:
    return int(duck.connection.table(table).aggregate("count(*)").fetchall()[0][0])


def _largest_group(duck: Duck, rules: RuleSet, facts: Facts) -> int:
    return max((_group_size(duck, facts, owner, member) for owner, member in rules.group_pairs()), default=1)


def _group_size(duck: Duck, facts: Facts, owner: str, member: str) -> int:
    table = duck.connection.table(facts.tables.get(member) or facts.tables["claim"])
    sizes = table.aggregate(f"count(*) as size, {quoted(f'{owner}_id')}")
    return int(sizes.aggregate("max(size)").fetchall()[0][0] or 0)


def read_round(folder: Path) -> dict[str, Any]:
    """The round's `round.json`. Raises RoundRefused where the folder is no round."""
    try:
        meta = json.loads((folder / ROUND).read_text(encoding="utf-8"))
        if meta["format"] != FORMAT:
            raise KeyError("format")
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise RoundRefused(
            f"{folder} is no round that can be read: {ROUND} is missing or damaged. Name a folder that `decide` wrote.",
            f"{folder} ليس مجلد جولة يمكن قراءته: الملف {ROUND} مفقود أو تالف. اذكر مجلدًا كتبه الأمر `decide`.",
        ) from error
    return dict(meta)


class RoundRefused(Exception):
    """A round that cannot be used; `says` holds the sentence in English and Arabic."""

    def __init__(self, english: str, arabic: str) -> None:
        super().__init__(english)
        self.says = {"en": english, "ar": arabic}


def connect(memory: str | None = None) -> duckdb.DuckDBPyConnection:
    """A DuckDB of our own in memory, with order kept only where a query asks for it."""
    connection = duckdb.connect()
    # What memory does not hold goes where temporary files belong, not into the folder that somebody works in.
    connection.execute("set temp_directory = ?", [str(Path(gettempdir()) / f"sanad-{getpid()}")])
    if memory:
        connection.execute("set memory_limit = ?", [memory])
    return connection
