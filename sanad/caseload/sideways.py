"""Bad rows that reach a claim over a level that is not above it: an owner of two dwellings links their claims."""

from collections.abc import Collection, Sequence

import duckdb

from sanad.caseload.layout import level_id, table_name
from sanad.caseload.members import Total, is_member
from sanad.caseload.placing import Placed
from sanad.caseload.spreading import CONNECTED, connect_claims
from sanad.engine.rules.levels import Levels
from sanad.sheets.sql import any_of, fill, listed, name

LINKS = "links of a level"
REACHED = name("links that a bad row reaches")
Seed = tuple[str, str]
"""A level, and a table with ids of those of its things that a bad row has touched."""


def links_sideways(placed: Placed, levels: Levels, totals: Collection[Total]) -> bool:
    """Whether the rows lie beside claims, and a level that is not above a claim takes a total over them."""
    return is_member(placed.part.level, levels) and any(
        member in placed.part.levels and is_member(owner, levels) for owner, member in totals
    )


def reach_sideways(
    connection: duckdb.DuckDBPyConnection,
    placed: Placed,
    shared: Sequence[str],
    bad: str,
    totals: Collection[Total],
    seeds: Collection[Seed],
) -> None:
    """Make the table `REACHED`: the rows, good or bad, that hang together with a bad one.

    `shared` are the levels whose ids stand both in the good rows and in `bad`, the table of the bad ones.
    """
    connection.execute(_links(placed, shared, bad))
    owners = [level for level in shared if any((level, member) in totals for member in placed.part.levels)]
    connect_claims(connection, LINKS, [level_id(level) for level in owners])
    statement = """
        create or replace temp table {reached} as select links.* from {links} as links join {connected} using (claim_id)
        where label in (select label from {connected} join {links} as links using (claim_id) where {seed})
    """
    seed = any_of(["is_bad", *(_touched(level, table) for level, table in seeds if level in shared)])
    connection.execute(fill(statement, reached=REACHED, links=name(LINKS), connected=CONNECTED, seed=seed))
    connection.execute(f"drop table {CONNECTED}")
    connection.execute(f"drop table {name(LINKS)}")


def _links(placed: Placed, shared: Sequence[str], bad: str) -> str:
    """The rows of the level with a number each, which stands for the id of a claim."""
    statement = """
        create or replace temp table {links} as select row_number() over () as claim_id, * from (
            select {columns}, true as is_bad from {bad} union all select {columns}, false from {good}
        )
    """
    columns = listed(name(level_id(level)) for level in shared)
    return fill(statement, links=name(LINKS), columns=columns, bad=bad, good=name(table_name(placed.part.level)))


def _touched(level: str, table: str) -> str:
    return fill("links.{column} in (select {column} from {table})", column=name(level_id(level)), table=table)
