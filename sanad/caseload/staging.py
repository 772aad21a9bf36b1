"""One file's rows as typed values, with the faults of single cells."""

from collections.abc import Sequence

import duckdb

from sanad.caseload import faults
from sanad.caseload.columns import Plan
from sanad.caseload.placing import Placed
from sanad.sheets.asking import finds_any, number
from sanad.sheets.cells import CELLS, ROW
from sanad.sheets.sql import any_of, fill, listed, name, text, texts

IS_BAD = name("row is bad")


def stage(connection: duckdb.DuckDBPyConnection, placed: Placed) -> int:
    """Make the part's table of values, in the order of the file; returns how many rows came."""
    part = placed.part
    part.sheet.load(connection, part.source, placed.places)
    plans = placed.plans
    values = [
        *(f"{_final(plan)} as {name(plan.name)}" for plan in plans if plan.is_kept),
        *(f"{plan.stages.value} is null as {defaulted(plan.name)}" for plan in plans if plan.default),
        *(f"{constant} as {name(field)}" for field, constant in placed.constants.items()),
    ]
    is_bad = any_of([_is_ragged(placed), *(_is_bad(plan) for plan in plans)])
    columns = listed([ROW, f"coalesce({is_bad}, false) as {IS_BAD}", *values])
    statement = "create or replace table {target} as select {columns} from ({stages})"
    stages = _stages(placed.plans, name(part.source))
    connection.execute(fill(statement, target=name(part.staged), columns=columns, stages=stages))
    note_cells(connection, placed)
    return number(connection, fill("select count(*) from {staged}", staged=name(part.staged)))


def defaulted(field: str) -> str:
    """The column that says where the default stands."""
    return name(f"{field} is absent")


def count_defaults(connection: duckdb.DuckDBPyConnection, placed: Placed) -> dict[str, int]:
    """In how many rows the default of a field stands."""
    fields = [plan.name for plan in placed.plans if plan.default]
    counts = ["count(*)", *(f"count(*) filter ({defaulted(field)})" for field in fields)]
    statement = fill("select {counts} from {staged}", counts=listed(counts), staged=name(placed.part.staged))
    rows, *found = connection.execute(statement).fetchall()[0]
    return dict(zip(fields, found, strict=True)) | dict.fromkeys(placed.defaulted, rows)


def note_cells(connection: duckdb.DuckDBPyConnection, placed: Placed) -> None:
    """Look closely at the rows with a fault, and only at those."""
    part = placed.part
    bad = fill("select row from {staged} where {test}", staged=name(part.staged), test=IS_BAD)
    if not finds_any(connection, bad):
        return
    wrong = f"case when {CELLS} < 0 then 'undecodable' when {_is_ragged(placed)} then 'ragged_row' end"
    names = texts(column.name for column in part.sheet.head.columns)
    damaged = f"case when {CELLS} < 0 then coalesce(list_extract([{names}], -{CELLS}), '') else '' end"
    ragged = faults.fault("-1", wrong, damaged, f"case when {CELLS} < 0 then '' else cast({CELLS} as varchar) end")
    cells = [
        faults.fault(str(plan.place), _fault(plan), text(plan.column), f"g{at}") for at, plan in enumerate(placed.plans)
    ]
    source = fill("(from {source} where row in ({bad}))", source=name(part.source), bad=bad)
    rows = fill(
        "select row, list_filter([{all}], lambda one: one.code is not null) as faults from ({stages})",
        all=listed([ragged, *cells]),
        stages=_stages(placed.plans, source, with_given=True),
    )
    faults.note(connection, part.file, part.level, rows)


def _is_ragged(placed: Placed) -> str:
    width = placed.part.sheet.head.width
    return f"{CELLS} <> {width}" if width else "false"


def _stages(plans: Sequence[Plan], source: str, with_given: bool = False) -> str:
    """Plain texts, read texts and values of all columns; `g0`, `g1` ... are the cells as given."""
    given = [f"{plan.given} as g{at}" for at, plan in enumerate(plans)] if with_given else []
    kept = [f"g{at}" for at, _ in enumerate(given)]
    steps = [plan.stages for plan in plans]
    plain = listed([ROW, CELLS, *(f"{step.make_plain} as {step.plain}" for step in steps), *given])
    read = listed([ROW, CELLS, *(f"{step.make_read} as {step.read}" for step in steps), *kept])
    value = listed([ROW, CELLS, *(f"{step.read}, {step.make_value} as {step.value}" for step in steps), *kept])
    statement = "select {value} from (select {read} from (select {plain} from {source}))"
    return fill(statement, value=value, read=read, plain=plain, source=source)


def _final(plan: Plan) -> str:
    return f"coalesce({plan.stages.value}, {plan.default})" if plan.default else plan.stages.value


def _is_bad(plan: Plan) -> str:
    step = plan.stages
    missing = f"{step.value} is null" if plan.when_absent else f"{step.read} is not null and {step.value} is null"
    return any_of([missing, f"not ({step.within})"] if step.within else [missing])


def _fault(plan: Plan) -> str:
    step = plan.stages
    absent = text(plan.when_absent) if plan.when_absent else "null"
    outside = f"when not ({step.within}) then 'out_of_range'" if step.within else ""
    return f"case when {step.read} is null then {absent} when {step.value} is null then {step.fault} {outside} end"
