"""Faults that no single cell shows: doubled ids, and upper levels that disagree."""

from collections.abc import Sequence

import duckdb

from sanad.caseload import faults
from sanad.caseload.columns import Plan
from sanad.caseload.layout import level_id
from sanad.caseload.placing import Placed
from sanad.caseload.staging import IS_BAD
from sanad.engine.rules.fields import TypedField
from sanad.engine.rules.levels import Levels
from sanad.sheets.asking import finds_any, number
from sanad.sheets.sql import any_of, fill, listed, name, text


def note_doubled_ids(connection: duckdb.DuckDBPyConnection, placed: Placed) -> None:
    own = level_id(placed.part.level)
    if _is_unique(connection, placed, own):
        return
    doubled = fill(
        "{own} in (select {own} from {staged} where {own} is not null group by {own} having count(*) > 1)",
        own=name(own),
        staged=name(placed.part.staged),
    )
    note_where(connection, placed, id_plan(placed, own), "duplicate_id", doubled)


def note_disagreements(
    connection: duckdb.DuckDBPyConnection, placed: Placed, fields: Sequence[TypedField], levels: Levels
) -> None:
    """Rows that repeat one upper thing must say the same of it."""
    stated = {plan.name: plan for plan in placed.plans if plan.is_kept}
    for level in placed.part.absorbed:
        own = level_id(level)
        parents = [level_id(upper) for upper in levels.above[level] if level_id(upper) in stated]
        facts = [field.name for field in fields if field.level == level and field.name in stated]
        codes = dict.fromkeys(parents, "two_parents") | dict.fromkeys(facts, "upper_level_disagrees")
        if codes and not _is_unique(connection, placed, own):
            _note_different(connection, placed, own, {stated[column]: code for column, code in codes.items()})


def _note_different(connection: duckdb.DuckDBPyConnection, placed: Placed, own: str, codes: dict[Plan, str]) -> None:
    plans = list(codes)
    flags = listed(f"{_differs(plan.name)} as d{at}" for at, plan in enumerate(plans))
    statement = """
        create or replace temp table differing as select * from (
            select {own} as thing, {flags} from {staged} where {own} is not null group by {own} having count(*) > 1
        ) where {any}
    """
    found = any_of(f"d{at}" for at in range(len(plans)))
    connection.execute(fill(statement, own=name(own), flags=flags, staged=name(placed.part.staged), any=found))
    if finds_any(connection, "select 1 from differing"):
        for at, plan in enumerate(plans):
            rows = fill("{own} in (select thing from differing where d{at})", own=name(own), at=str(at))
            note_where(connection, placed, plan, codes[plan], rows)
    connection.execute("drop table differing")


def _differs(column: str) -> str:
    """A cell that could not be read leaves no value; its row is bad already and does not contradict the others."""
    quoted = name(column)
    stated_and_not = f"count({quoted}) > 0 and count(*) filter ({quoted} is null and not {IS_BAD}) > 0"
    return f"(min({quoted}) is distinct from max({quoted}) or ({stated_and_not}))"


def note_where(connection: duckdb.DuckDBPyConnection, placed: Placed, plan: Plan, code: str, condition: str) -> None:
    """The rows of the staged table for which the condition holds, each with the cell as given."""
    part = placed.part
    query = fill(
        "select row, [{fault}] as faults from {source} where row in (select row from {staged} where {condition})",
        fault=faults.fault(str(plan.place), text(code), text(plan.column), plan.given),
        source=name(part.source),
        staged=name(part.staged),
        condition=condition,
    )
    faults.note(connection, part.file, part.level, query)


def _is_unique(connection: duckdb.DuckDBPyConnection, placed: Placed, column: str) -> bool:
    statement = "select count({own}) = count(distinct {own}) from {staged}"
    return bool(number(connection, fill(statement, own=name(column), staged=name(placed.part.staged))))


def id_plan(placed: Placed, column: str) -> Plan:
    return next(plan for plan in placed.ids if plan.name == column)
