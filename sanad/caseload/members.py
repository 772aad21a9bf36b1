"""Bad rows of members: a household of which one person cannot be read must not be decided as if nobody were missing.

Its claims are bad rows as well, until the person's row is put right.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

import duckdb

from sanad.caseload import faults
from sanad.caseload.layout import CLAIMS, file_names, level_id, table_name
from sanad.caseload.placing import Placed
from sanad.caseload.problems import refused
from sanad.caseload.structure import id_plan
from sanad.engine.rules.levels import CLAIM, Levels
from sanad.engine.rules.ruleset import RuleSet
from sanad.sheets.sql import fill, name, text

CLAIM_ROWS = name("rows of claims")


def is_member(level: str, levels: Levels) -> bool:
    """Whether the level lies beside the claim: neither a claim nor above one."""
    return level != CLAIM and level not in levels.above[CLAIM]


def refuse_missing_members(rules: RuleSet, stated: Iterable[str], path: Path) -> None:
    """Members of whom there is no file at all are not nobody. Raises CaseloadRefused."""
    read = {group.member for group in rules.groups() if is_member(group.member, rules.levels)}
    for level in sorted(read - set(stated)):
        raise refused("no_members_file", file=path, level=level, name=file_names(level)[1])


def keep_claim_rows(connection: duckdb.DuckDBPyConnection, placed: Placed) -> None:
    """Which row each claim stands in, for faults that only the members' files show."""
    statement = "create or replace temp table {kept} as select row, claim_id from {staged}"
    connection.execute(fill(statement, kept=CLAIM_ROWS, staged=name(placed.part.staged)))


def keep_owners(connection: duckdb.DuckDBPyConnection, placed: Placed) -> None:
    """The ids of what the bad rows of a members' file lie within, while the rows are still there."""
    statement = "create or replace temp table {kept} as select {ids} from {staged} where row in ({rows})"
    ids = ", ".join(name(plan.name) for plan in placed.ids)
    rows, staged = faults.bad_rows_of(placed.part.level), name(placed.part.staged)
    connection.execute(fill(statement, kept=_owners(placed.part.level), ids=ids, staged=staged, rows=rows))


def note_bad_members(
    connection: duckdb.DuckDBPyConnection, claims: Placed, read: Iterable[Placed], levels: Levels
) -> None:
    """Make the claims of these owners bad rows, and take them out of the good ones."""
    members = [placed for placed in read if is_member(placed.part.level, levels)]
    if not members:
        return
    for placed in members:
        for level, ids in _ways_to_claims(placed, levels):
            _note(connection, claims, level, ids)
    statement = "delete from {claims} where claim_id in (select claim_id from {kept} where row in ({rows}))"
    rows = faults.bad_rows_of(CLAIM)
    connection.execute(fill(statement, claims=name(CLAIMS), kept=CLAIM_ROWS, rows=rows))


def _ways_to_claims(placed: Placed, levels: Levels) -> Sequence[tuple[str, str]]:
    """The nearest levels that hold claims, each with a query of the ids that the bad rows lie within."""
    found = []
    direct = next(level.within for level in levels.declared if level.name == placed.part.level)
    for outer in direct:
        ids = fill("select {own} from {kept}", own=name(level_id(outer)), kept=_owners(placed.part.level))
        if not is_member(outer, levels):
            found.append((outer, ids))
            continue
        for upper in (level for level in levels.above[outer] if level in levels.above[CLAIM]):
            statement = "select {upper} from {table} where {own} in ({ids})"
            parts = {"upper": name(level_id(upper)), "table": name(table_name(outer)), "own": name(level_id(outer))}
            found.append((upper, fill(statement, ids=ids, **parts)))
    return found


def _note(connection: duckdb.DuckDBPyConnection, claims: Placed, level: str, ids: str) -> None:
    plan, owner = id_plan(claims, level_id(CLAIM)), name(level_id(level))
    query = fill(
        "select row, [{fault}] as faults from {claims} join {kept} using (claim_id) where {owner} in ({ids})",
        fault=faults.fault(str(plan.place), "'bad_member'", text(level_id(level)), owner),
        claims=name(CLAIMS),
        kept=CLAIM_ROWS,
        owner=owner,
        ids=ids,
    )
    faults.note(connection, claims.part.file, CLAIM, query)


def _owners(level: str) -> str:
    return name(f"owners of bad rows of {level}")
