"""Small caseloads to read in tests: fields in a line, files from text, results as plain rows."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb

from sanad.caseload.caseload import Caseload
from sanad.caseload.fault_words import FAULT_WORDS
from sanad.caseload.members import Total
from sanad.caseload.reading import read_caseload
from sanad.caseload.shares import Shares
from sanad.caseload.survey_map import SurveyMap
from sanad.engine.rules.declared import Field, Kind, Level, Option, Where
from sanad.engine.rules.fields import TypedField, type_field

WHERE = Where("fields.yaml", 1)
CURRENCY = "USD"
Row = dict[str, Any]
OPENED: list[duckdb.DuckDBPyConnection] = []
"""Closed after each test."""


def level(name: str, *within: str) -> Level:
    return Level(name, {}, within, WHERE)


LEVELS = (level("building"), level("household", "building"), level("claim", "household"), level("person", "household"))
CLAIMS_ONLY = (level("claim"),)


def fact(name: str, kind: Kind = "integer", of: str = "claim", most: str = "1_000_000", **more: Any) -> TypedField:
    """A field of numbers from minus `most` to `most`, or of options given as a text `a b c`."""
    if kind in ("integer", "money", "percent", "quantity"):
        more = {"low": -Decimal(most), "high": Decimal(most)} | more
    more["options"] = tuple(Option(code, {}) for code in more.get("options", "").split())
    return type_field(Field(name, of, kind, {}, WHERE, **more), CURRENCY)


@dataclass
class Result:
    caseload: Caseload
    connection: duckdb.DuckDBPyConnection
    bad: list[Row] = field(default_factory=list)

    def rows(self, table: str = "claims") -> list[Row]:
        found = self.connection.table(table)
        return [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]

    def values(self, column: str, table: str = "claims") -> list[Any]:
        return [row[column] for row in self.rows(table)]

    @property
    def faults(self) -> list[tuple[int, str, str, str]]:
        return [(row["row"], row["column"], row["code"], row["value"]) for row in self.bad]


def read(
    path: Path,
    fields: Sequence[TypedField],
    levels: Sequence[Level] = CLAIMS_ONLY,
    mapping: SurveyMap | None = None,
    totals: Collection[Total] = (),
    shares: Sequence[Shares] = (),
) -> Result:
    connection = duckdb.connect()
    OPENED.append(connection)
    result = Result(read_caseload(connection, fields, levels, path, mapping, totals, shares), connection)
    result.bad = result.rows("bad_rows")
    assert {row["code"] for row in result.bad} <= set(FAULT_WORDS)
    return result


def read_text(folder: Path, text: str, fields: Sequence[TypedField], levels: Sequence[Level] = CLAIMS_ONLY) -> Result:
    return read(write(folder, text), fields, levels)


def write(folder: Path, text: str, name: str = "claims.csv", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode(encoding))
    return path
