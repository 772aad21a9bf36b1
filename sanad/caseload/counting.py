"""Counts made from a survey file, so that a caseload like it can be drawn where the file itself may not go."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import duckdb

from sanad.caseload.figures import Counts, Figures
from sanad.caseload.made_up import python_value
from sanad.caseload.reading import read_caseload
from sanad.caseload.survey_map import SurveyMap
from sanad.engine.rules.declared import Programme
from sanad.engine.rules.fields import TypedField
from sanad.sheets.sql import fill, listed, name

LINE_LENGTH = 120


def count_like(
    figures: Figures, programme: Programme, fields: Mapping[str, TypedField], survey: Path, mapping: SurveyMap | None
) -> Figures:
    """The same fields, joint and within one field, counted in the survey; every other surveyed field within it too."""
    with duckdb.connect() as connection:
        caseload = read_caseload(connection, list(fields.values()), programme.levels, survey, mapping)
        columns = {row[0] for row in connection.execute("describe claims").fetchall()}
        unstated = {*caseload.columns_missing, *caseload.assumptions, *figures.shares, *figures.joint_fields}
        others = [field for field in fields if field in columns and field not in unstated and figures.within]
        joint = _counts(connection, figures.joint_fields)
        margins = {field: _within(connection, str(figures.within), field) for field in others}
    return replace(figures, joint=joint, margins=margins, assumed=frozenset(figures.shares))


def _counts(connection: duckdb.DuckDBPyConnection, columns: tuple[str, ...]) -> Counts:
    named = listed(name(column) for column in columns)
    statement = "select {columns}, count(*) from claims group by all order by {columns}"
    rows = connection.execute(fill(statement, columns=named)).fetchall()
    return tuple((tuple(_text(value) for value in row[:-1]), int(row[-1])) for row in rows)


def _within(connection: duckdb.DuckDBPyConnection, within: str, field: str) -> dict[str | None, Counts]:
    found: dict[str | None, Counts] = {}
    for (outer, inner), count in _counts(connection, (within, field)):
        found[outer] = (*found.get(outer, ()), ((inner,), count))
    return found


def _text(value: object) -> str | None:
    if value is None:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date) else str(value)


def figures_text(figures: Figures, fields: Mapping[str, TypedField]) -> str:
    """The counts as they stand in caseload.yaml, in major units."""
    return "\n".join(_lines(figures, fields)) + "\n"


def _lines(figures: Figures, fields: Mapping[str, TypedField]) -> Iterator[str]:
    joint = [fields[field] for field in figures.joint_fields]
    yield "joint:"
    yield f"  fields: [{', '.join(figures.joint_fields)}]"
    yield "  rows: ["
    rows = [
        ", ".join([*(_shown(field, text) for field, text in zip(joint, row, strict=True)), str(count)])
        for row, count in figures.joint
    ]
    yield from _wrapped([f"[{row}]" for row in rows], "    ")
    yield "  ]"
    if figures.within:
        yield "margins:"
        yield f"  within: {figures.within}"
        yield "  fields:"
        for field, margin in figures.margins.items():
            yield f"    {field}:"
            for outer, counts in margin.items():
                pairs = [f"[{_shown(fields[field], row[0])}, {count}]" for row, count in counts]
                yield from _hanging(f"      {_shown(fields[figures.within], outer)}: [", pairs)


def _shown(field: TypedField, text: str | None) -> str:
    value = python_value(field, text)
    if value is None:
        return '""'
    return ("true" if value else "false") if isinstance(value, bool) else f"{value}"


def _wrapped(parts: list[str], indent: str) -> Iterator[str]:
    line = indent
    for part in parts:
        if len(line) + len(part) + 2 > LINE_LENGTH:
            yield line.rstrip()
            line = indent
        line += f"{part}, "
    yield line.rstrip()


def _hanging(head: str, parts: list[str]) -> Iterator[str]:
    whole = f"{head}{', '.join(parts)}]"
    if len(whole) <= LINE_LENGTH:
        yield whole
        return
    yield head
    yield from _wrapped(parts, " " * 8)
    yield " " * 6 + "]"
