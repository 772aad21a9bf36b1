"""The money at hand: one fund in the programme's currency, its amount in minor units."""

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import duckdb

from sanad.caseload.problems import as_caseload_refused, refused
from sanad.engine.money import exponent
from sanad.sheets.numbers import NumberStyle, number_text, read_number
from sanad.sheets.reading import open_sheet
from sanad.sheets.sql import fill
from sanad.sheets.texts import FAULT, clean_text

NEEDED, EARMARKS = ("fund", "currency", "amount"), "earmarks"
MOST_MINOR = 10**18


@dataclass(frozen=True, slots=True)
class Fund:
    name: str
    currency: str
    minor: int

    def as_data(self) -> dict[str, Any]:
        return asdict(self)


def read_funds(path: Path, currency: str) -> Fund:
    """Raises CaseloadRefused unless there is exactly one fund, without earmarks, in the programme's currency."""
    with as_caseload_refused():
        rows = _rows(path, currency)
    if len(rows) != 1:
        raise refused("one_fund", file=path, count=len(rows))
    number, fund, money, given, read, earmarks = rows[0]
    if money != currency:
        raise refused("other_currency", file=path, row=number, found=money or "-", currency=currency)
    if earmarks:
        raise refused("earmarked", file=path, row=number, value=earmarks)
    return Fund(fund, currency, _minor(path, number, given, read))


def _minor(path: Path, number: int, given: str, read: str | None) -> int:
    if read is None or read.startswith(FAULT):
        wrong = (read or "!required").removeprefix(FAULT)
        raise refused("bad_fund", file=path, row=number, value=given, wrong=wrong)
    if not 0 <= int(read) <= MOST_MINOR:
        raise refused("bad_fund", file=path, row=number, value=given, wrong="out_of_range")
    return int(read)


def _rows(path: Path, currency: str) -> list[tuple[int, str, str, str, str | None, str]]:
    """Row, fund, currency, amount as given and as read, earmarks; rows without any content are no funds."""
    sheet = open_sheet(path)
    places = {column.name.lower(): place for place, column in enumerate(sheet.head.columns)}
    if any(column not in places for column in NEEDED):
        raise refused("bad_header", file=path, columns=", ".join((*NEEDED, EARMARKS)), found=", ".join(places))
    cells = [sheet.head.columns[places[column]].sql for column in NEEDED]
    earmarks = sheet.head.columns[places[EARMARKS]].sql if EARMARKS in places else "null"
    style = NumberStyle(exponent(currency))
    texts = [f"coalesce(cast({cell} as varchar), '')" for cell in (*cells, earmarks)]
    plain = number_text(f"cast({cells[2]} as varchar)", style)
    statement = "select row, {texts}, {read} from (select *, {plain} as amount_text from funds_file) order by row"
    with duckdb.connect() as connection:
        sheet.load(connection, "funds_file", sorted(places.values()))
        query = fill(statement, texts=", ".join(texts), read=read_number("amount_text", style), plain=plain)
        found = connection.execute(query).fetchall()
    cleaned = [(row[0], *(clean_text(cell) for cell in row[1:5]), row[5]) for row in found]
    return [(row, fund, money, given, read, marks) for row, fund, money, given, marks, read in cleaned if fund or given]
