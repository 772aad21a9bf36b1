"""What was paid before the round: every payment counted, and what matches no claim or line listed."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb

from sanad.caseload import faults
from sanad.caseload.columns import Style, plan_field, plan_id
from sanad.caseload.layout import CLAIMS, Part
from sanad.caseload.placing import Placed
from sanad.caseload.problems import as_caseload_refused, refused
from sanad.caseload.staging import stage
from sanad.caseload.structure import note_where
from sanad.engine.money import exponent, unscaled
from sanad.engine.rules.declared import Field, Option, Where
from sanad.engine.rules.fields import type_field
from sanad.engine.rules.ruleset import RuleSet
from sanad.sheets.asking import number
from sanad.sheets.reading import open_sheet
from sanad.sheets.sheet import Sheet
from sanad.sheets.sql import day, fill, name
from sanad.sheets.writing import write_csv

PAID, BAD_PAID, BAD_PAID_FILE = "paid", "bad_paid", "bad_paid.csv"
COLUMNS = ("claim_id", "line", "amount", "date")
LEVEL = "payment"
MOST_MINOR = 10**15


@dataclass(frozen=True, slots=True)
class Paid:
    """Payments are counted as rows; `total` is the sum of the good ones in minor units."""

    file: str
    rows_in: int
    rows_bad: int
    total: int
    columns_unused: tuple[str, ...]

    def as_data(self) -> dict[str, Any]:
        return asdict(self) | {"columns_unused": list(self.columns_unused)}


def read_paid(
    connection: duckdb.DuckDBPyConnection, rules: RuleSet, path: Path, on: date, folder: Path | None = None
) -> Paid:
    """Make the table `paid` (claim_id, line, amount, paid_on), and `bad_paid.csv` in the folder.

    Two rows alike are two payments; one after the round, or without a date, is none that it may count.
    The claims must be read before. Raises CaseloadRefused.
    """
    lines = [line.name for line in rules.money_lines]
    with as_caseload_refused():
        placed = _placed(open_sheet(path), lines, rules.declared.currency)
        faults.begin(connection)
        rows_in = stage(connection, placed)
        unknown = fill("claim_id is not null and claim_id not in (select claim_id from {claims})", claims=CLAIMS)
        note_where(connection, placed, placed.ids[0], "unknown_claim", unknown)
        later = fill('"date" > {on}', on=day(on))
        note_where(connection, placed, placed.fields[-1], "after_the_round", later)
        _keep_good(connection, placed)
        rows_bad = faults.count_bad(connection, LEVEL)
        faults.finish(connection, BAD_PAID)
        if folder and rows_bad:
            write_csv(folder / BAD_PAID_FILE, faults.COLUMNS, connection.execute(f"from {BAD_PAID}").fetchall())
    total = number(connection, fill("select sum(amount) from {paid}", paid=PAID))
    return Paid(path.name, rows_in, rows_bad, total, placed.unused)


def _placed(sheet: Sheet, lines: Iterable[str], currency: str) -> Placed:
    names = [column.name.lower() for column in sheet.head.columns]
    found = dict.fromkeys(COLUMNS, -1) | {column: names.index(column) for column in COLUMNS if column in names}
    if "claim" in names and found["claim_id"] < 0:
        found["claim_id"] = names.index("claim")
    if min(found.values()) < 0:
        raise refused("bad_header", file=sheet.head.path, columns=", ".join(COLUMNS), found=", ".join(names[:40]))
    columns = sheet.head.columns
    fields = [type_field(field, currency) for field in _fields(lines, currency)]
    plans = tuple(plan_field(field, columns[found[field.name]], found[field.name], Style(), None) for field in fields)
    return Placed(
        part=Part(LEVEL, sheet, (), ()),
        ids=(plan_id("claim_id", columns[found["claim_id"]], found["claim_id"], Style()),),
        fields=plans,
        constants={},
        defaulted=(),
        unused=tuple(column.name for place, column in enumerate(columns) if place not in found.values()),
        texts=(),
        marks={},
    )


def _fields(lines: Iterable[str], currency: str) -> list[Field]:
    where = Where("paid", 0)
    most = unscaled(MOST_MINOR, exponent(currency))
    options = tuple(Option(line, {}) for line in lines)
    return [
        Field("line", LEVEL, "choice", {}, where, options=options, required=True),
        Field("amount", LEVEL, "money", {}, where, low=Decimal(0), high=most, required=True),
        Field("date", LEVEL, "date", {}, where, required=True),
    ]


def _keep_good(connection: duckdb.DuckDBPyConnection, placed: Placed) -> None:
    statement = """
        create or replace table {paid} as select claim_id, line, amount, "date" as paid_on from {staged}
        where row not in ({bad}) order by row
    """
    staged = name(placed.part.staged)
    connection.execute(fill(statement, paid=PAID, staged=staged, bad=faults.bad_rows_of(LEVEL)))
    connection.execute(f"drop table {staged}")
