"""From a row to what it lies within: rows of other files joined by id, and the faults on that way."""

from collections.abc import Sequence
from dataclasses import dataclass

import duckdb

from sanad.caseload import faults
from sanad.caseload.layout import bad_ids, level_id, table_name
from sanad.caseload.placing import Placed
from sanad.caseload.structure import id_plan, note_where
from sanad.engine.rules.fields import TypedField
from sanad.engine.rules.levels import Levels
from sanad.engine.rules.types import Text
from sanad.sheets.sql import any_of, fill, listed, name, text

ROWS = "rows"


@dataclass(frozen=True, slots=True)
class Upper:
    """One upper level that a file names by id only. `columns` are what its things bring along."""

    level: str
    relation: str
    columns: tuple[str, ...]
    owner: Placed
    is_own_file: bool

    @property
    def alias(self) -> str:
        return name(f"upper {self.level}")


class Joined:
    """A part's rows beside the upper things that they name."""

    def __init__(self, placed: Placed, before: Sequence[Placed], fields: Sequence[TypedField], levels: Levels) -> None:
        self.placed = placed
        self.fields, self.levels = fields, levels
        self.uppers = tuple(self._upper(level, before) for level in placed.part.linked)

    def relation(self) -> str:
        joins = [
            fill("left join {upper} as {alias} on {alias}.{id} = rows.{id}", upper=upper.relation, alias=upper.alias,
                 id=name(level_id(upper.level)))
            for upper in self.uppers
        ]  # fmt: skip
        return " ".join([f"{name(self.placed.part.staged)} as {ROWS}", *joins])

    def brought(self) -> dict[str, list[str]]:
        """Each column that comes from above, with where it comes from; ids that the rows name too come first."""
        own = {plan.name for plan in self.placed.ids}
        found: dict[str, list[str]] = {}
        for upper in self.uppers:
            for column in upper.columns:
                first = [f"{ROWS}.{name(column)}"] if column in own else []
                found.setdefault(column, first).append(f"{upper.alias}.{name(column)}")
        return found

    def _upper(self, level: str, before: Sequence[Placed]) -> Upper:
        owner = next(placed for placed in before if level in placed.part.levels)
        visible = (level, *self.levels.above[level])
        ids = [level_id(upper) for upper in self.levels.above[level]]
        facts = [field.name for field in self.fields if field.level in visible and not isinstance(field.type, Text)]
        columns = (*ids, *facts)
        table = name(table_name(owner.part.level))
        if owner.part.level == level:
            return Upper(level, table, columns, owner, is_own_file=True)
        own = name(level_id(level))
        kept = listed([own, *map(name, columns)])
        things = fill("(select distinct on ({own}) {kept} from {table})", own=own, kept=kept, table=table)
        return Upper(level, things, columns, owner, is_own_file=False)


def note_unknown_parents(connection: duckdb.DuckDBPyConnection, placed: Placed, joined: Joined) -> None:
    """Rows whose upper thing has no row in its own file, or a bad one."""
    for upper in joined.uppers:
        if upper.is_own_file:
            own = level_id(upper.level)
            bad = fill("{own} in (from {bad})", own=name(own), bad=name(bad_ids(upper.level)))
            good = fill("{own} in (select {own} from {good})", own=name(own), good=upper.relation)
            plan = id_plan(placed, own)
            note_where(connection, placed, plan, "bad_parent", bad)
            note_where(
                connection, placed, plan, "unknown_parent", f"{name(own)} is not null and not {good} and not {bad}"
            )


def note_two_ways_up(connection: duckdb.DuckDBPyConnection, placed: Placed, joined: Joined) -> None:
    """Rows that reach two different things of one level."""
    ways = {
        column: sources for column, sources in joined.brought().items() if len(sources) > 1 and column.endswith("_id")
    }
    differs = [f"{first} <> {other}" for first, *others in ways.values() for other in others]
    if not differs:
        return
    plan = placed.ids[0]
    query = fill(
        "select rows.row, [{fault}] as faults from {joined} where {differs}",
        fault=faults.fault(str(plan.place), "'two_parents'", text(plan.column), f"{ROWS}.{name(plan.name)}"),
        joined=joined.relation(),
        differs=any_of(differs),
    )
    faults.note(connection, placed.part.file, placed.part.level, query)
