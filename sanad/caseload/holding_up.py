"""Bad rows hold up the claims that they could change, until they are put right.

A household of which one person cannot be read must not be decided as if nobody were missing; a claim that is ranked
among others, or shares a total with them, not as if one of them had never been filed.
"""

from collections.abc import Collection, Iterator, Sequence

import duckdb

from sanad.caseload import faults
from sanad.caseload.layout import CLAIMS, level_id, table_name
from sanad.caseload.members import Total, is_member
from sanad.caseload.placing import Placed
from sanad.caseload.shares import Shares, note_shares, wrong_shares
from sanad.caseload.sideways import REACHED, links_sideways, reach_sideways
from sanad.caseload.spreading import CONNECTED, connect_claims
from sanad.caseload.structure import id_plan
from sanad.caseload.upwards import ROWS, Joined
from sanad.engine.rules.levels import CLAIM, Levels
from sanad.sheets.asking import finds_any, number
from sanad.sheets.sql import any_of, fill, listed, name, text

CLAIM_ROWS = name("rows of claims")


def keep_claim_rows(connection: duckdb.DuckDBPyConnection, placed: Placed) -> None:
    """Which row each claim stands in, for faults that only other rows show."""
    statement = "create or replace temp table {kept} as select row, claim_id from {staged}"
    connection.execute(fill(statement, kept=CLAIM_ROWS, staged=name(placed.part.staged)))


def keep_owners(connection: duckdb.DuckDBPyConnection, placed: Placed, joined: Joined, levels: Levels) -> None:
    """The ids of all that the bad rows of a file lie within, while the rows are still there."""
    ids = {plan.name: f"{ROWS}.{name(plan.name)}" for plan in placed.ids}
    above = {level_id(upper) for level in placed.part.levels for upper in levels.above[level]}
    for column, ways in joined.brought().items():
        if column in above:
            ids[column] = fill("coalesce({ways})", ways=listed(ways))
    statement = "create or replace temp table {kept} as select {ids} from {joined} where {rows}.row in ({bad})"
    columns = listed(f"{way} as {name(column)}" for column, way in ids.items())
    bad, joins = faults.bad_rows_of(placed.part.level), joined.relation()
    connection.execute(fill(statement, kept=_owners(placed), ids=columns, joined=joins, rows=ROWS, bad=bad))


def hold_up(
    connection: duckdb.DuckDBPyConnection,
    read: Sequence[Placed],
    levels: Levels,
    totals: Collection[Total],
    shares: Sequence[Shares] = (),
) -> None:
    """Make the claims that bad rows could change bad rows too, and take them out of the good ones.

    A claim that is held up is missing from the totals of others in turn, so all that hang together with it are.
    """
    claims = next(placed for placed in read if placed.part.level == CLAIM)
    if _has_bad_rows(connection, read):
        _hold_up_by_members(connection, claims, read, levels)
    stated = [one for one in shares if any(one.level == placed.part.level for placed in read)]
    for one in stated:
        note_shares(connection, claims, CLAIM_ROWS, one)
        _take_out(connection, claims)
    if stated or _has_bad_rows(connection, read):
        _hold_up_in_turn(connection, claims, read, levels, totals, stated)
    connection.execute(f"drop table {CLAIM_ROWS}")


def _has_bad_rows(connection: duckdb.DuckDBPyConnection, read: Sequence[Placed]) -> bool:
    return any(finds_any(connection, fill("select 1 from {kept}", kept=_owners(placed))) for placed in read)


def _hold_up_in_turn(
    connection: duckdb.DuckDBPyConnection,
    claims: Placed,
    read: Sequence[Placed],
    levels: Levels,
    totals: Collection[Total],
    shares: Sequence[Shares],
) -> None:
    """Over what lies beside the claims, then among themselves, until nothing more is held up."""
    sideways = [placed for placed in read if links_sideways(placed, levels, totals)]
    counted = fill("select count(*) from {claims}", claims=name(CLAIMS))
    before, after = -1, number(connection, counted)
    while after != before:
        for placed in sideways:
            _hold_up_sideways(connection, claims, placed, levels, totals, shares)
        _hold_up_by_totals(connection, claims, read, levels, totals)
        before, after = after, number(connection, counted) if sideways else after


def _hold_up_sideways(
    connection: duckdb.DuckDBPyConnection,
    claims: Placed,
    placed: Placed,
    levels: Levels,
    totals: Collection[Total],
    shares: Sequence[Shares],
) -> None:
    """The claims whose dwelling has an owner who has a share in something that a bad row has touched."""
    columns = {*_columns(connection, _owners(placed)), *_columns(connection, name(table_name(placed.part.level)))}
    shared = [level for level in levels.above[placed.part.level] if level_id(level) in columns]
    seeds = [(owner, _owners(claims)) for owner, member in totals if member == CLAIM]
    seeds += [(one.per, wrong_shares(one)) for one in shares if one.level in placed.part.levels]
    reach_sideways(connection, placed, shared, _owners(placed), totals, seeds)
    for level in shared:
        if level in levels.above[CLAIM]:
            _note(connection, claims, REACHED, level, "bad_in_group")
    _take_out(connection, claims)


def _hold_up_by_members(
    connection: duckdb.DuckDBPyConnection, claims: Placed, read: Sequence[Placed], levels: Levels
) -> None:
    for placed in read:
        if is_member(placed.part.level, levels):
            for level in sorted(set(_nearest(placed.part.level, levels))):
                _note(connection, claims, _owners(placed), level, "bad_member")
    _take_out(connection, claims)


def _hold_up_by_totals(
    connection: duckdb.DuckDBPyConnection,
    claims: Placed,
    read: Sequence[Placed],
    levels: Levels,
    totals: Collection[Total],
) -> None:
    for placed in read:
        for level in _owners_of_totals(placed, levels, totals):
            _note(connection, claims, _owners(placed), level, "bad_in_group")
    _take_out(connection, claims)
    own = [
        level for level in _owners_of_totals(claims, levels, totals) if _is_stated(connection, _owners(claims), level)
    ]
    if own:
        _keep_owners_in_turn(connection, claims, [level_id(level) for level in own])
        for level in own:
            _note(connection, claims, _owners(claims), level, "bad_in_group")
        _take_out(connection, claims)


def _keep_owners_in_turn(connection: duckdb.DuckDBPyConnection, claims: Placed, owners: Sequence[str]) -> None:
    """Add what several claims share of which one is held up, or hangs together with one that is."""
    held = any_of(
        fill("{owner} in (select {owner} from {kept})", owner=name(owner), kept=_owners(claims)) for owner in owners
    )
    if not finds_any(connection, fill("select 1 from {claims} where {held}", claims=name(CLAIMS), held=held)):
        return
    connect_claims(connection, CLAIMS, owners)
    statement = """
        insert into {kept} ({columns}) select {shared} from {connected}
        qualify label in (select label from {connected} where {held})
    """
    shared = listed(f"case when count(*) over (partition by {name(o)}) > 1 then {name(o)} end" for o in owners)
    columns = listed(map(name, owners))
    parts = {"kept": _owners(claims), "columns": columns, "shared": shared, "connected": CONNECTED, "held": held}
    connection.execute(fill(statement, **parts))
    connection.execute(f"drop table {CONNECTED}")


def _nearest(level: str, levels: Levels) -> Iterator[str]:
    """The first levels on the way up that hold claims, or are claims."""
    for outer in next(declared.within for declared in levels.declared if declared.name == level):
        if is_member(outer, levels):
            yield from _nearest(outer, levels)
        else:
            yield outer


def _owners_of_totals(placed: Placed, levels: Levels, totals: Collection[Total]) -> list[str]:
    """The levels at or above the claim of which a total is taken over what stands in this file."""
    above = (CLAIM, *levels.above[CLAIM])
    return sorted({owner for owner, member in totals if owner in above and member in placed.part.levels})


def _note(connection: duckdb.DuckDBPyConnection, claims: Placed, bad: str, level: str, code: str) -> None:
    """The good claims that lie within the same thing of this level as a bad row; `bad` holds what those lie within."""
    if not _is_stated(connection, bad, level):
        return
    owner = level_id(level)
    query = fill(
        "select row, [{fault}] as faults from {claims} join {kept} using (claim_id) "
        "where {owner} in (select {owner} from {owners})",
        fault=faults.fault(str(id_plan(claims, level_id(CLAIM)).place), text(code), text(owner), name(owner)),
        claims=name(CLAIMS),
        kept=CLAIM_ROWS,
        owner=name(owner),
        owners=bad,
    )
    faults.note(connection, claims.part.file, CLAIM, query)


def _is_stated(connection: duckdb.DuckDBPyConnection, bad: str, level: str) -> bool:
    """Whether both the bad rows and the good claims say what they lie within."""
    return all(level_id(level) in _columns(connection, table) for table in (bad, name(CLAIMS)))


def _take_out(connection: duckdb.DuckDBPyConnection, claims: Placed) -> None:
    """Move the claims that were noted from the good ones to the owners of bad rows."""
    held = fill(
        "claim_id in (select claim_id from {kept} where row in ({rows}))",
        kept=CLAIM_ROWS,
        rows=faults.bad_rows_of(CLAIM),
    )
    columns = listed(name(column) for column in _columns(connection, _owners(claims)))
    parts = {"owners": _owners(claims), "columns": columns, "claims": name(CLAIMS), "held": held}
    connection.execute(fill("insert into {owners} select {columns} from {claims} where {held}", **parts))
    connection.execute(fill("delete from {claims} where {held}", **parts))


def _columns(connection: duckdb.DuckDBPyConnection, table: str) -> list[str]:
    return [row[0] for row in connection.execute(fill("describe {table}", table=table)).fetchall()]


def _owners(placed: Placed) -> str:
    return name(f"owners of bad rows of {placed.part.level}")
