"""The money at hand: funds in the programme's currency, each with what it may be used for."""

from pathlib import Path

import duckdb

from sanad.caseload.nearest import nearest
from sanad.caseload.problems import as_caseload_refused, refused
from sanad.engine.money import exponent
from sanad.engine.rules.funds import BadEarmark, Fund, read_fund
from sanad.engine.rules.ruleset import RuleSet
from sanad.engine.rules.types import INT64_MAX
from sanad.sheets.numbers import NumberStyle, number_text, read_number
from sanad.sheets.reading import open_sheet
from sanad.sheets.sql import fill
from sanad.sheets.texts import FAULT, clean_text

NEEDED, EARMARKS = ("fund", "currency", "amount"), "earmarks"
MOST_MINOR = 10**18
Row = tuple[int, str, str, str, str | None, str]
"""Number of the row, fund, currency, amount as given and as read, earmarks."""


def read_funds(path: Path, rules: RuleSet) -> tuple[Fund, ...]:
    """The funds in the order of the file.

    Raises CaseloadRefused where one is in another currency than the programme's, has an amount or earmarks that cannot
    be read or a name that stands twice, or where there is none.
    """
    currency = rules.declared.currency
    with as_caseload_refused():
        rows = _rows(path, currency)
    if not rows:
        raise refused("no_funds", file=path)
    funds: list[Fund] = []
    for row in rows:
        fund = _fund(path, rules, row)
        if fund.name in [known.name for known in funds]:
            raise refused("doubled_fund", file=path, row=row[0], name=fund.name)
        funds.append(fund)
    if sum(fund.amount for fund in funds) > INT64_MAX:
        raise refused("funds_too_large", file=path)
    return tuple(funds)


def _fund(path: Path, rules: RuleSet, row: Row) -> Fund:
    number, name, money, given, read, earmarks = row
    currency = rules.declared.currency
    if not name:
        raise refused("unnamed_fund", file=path, row=number)
    if money != currency:
        raise refused("other_currency", file=path, row=number, found=money or "-", currency=currency)
    amount = _minor(path, number, given, read)
    try:
        return read_fund(rules, name, amount, earmarks)
    except BadEarmark as error:
        parts = {"file": path, "row": number, "name": error.name} | nearest(error.name, error.known)
        raise refused(f"earmark_{error.code}", **parts) from error


def _minor(path: Path, number: int, given: str, read: str | None) -> int:
    if read is None or read.startswith(FAULT):
        wrong = (read or "!required").removeprefix(FAULT)
        raise refused("bad_fund", file=path, row=number, value=given, wrong=wrong)
    if not 0 <= int(read) <= MOST_MINOR:
        raise refused("bad_fund", file=path, row=number, value=given, wrong="out_of_range")
    return int(read)


def _rows(path: Path, currency: str) -> list[Row]:
    """Rows without any content are no funds."""
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
    return [
        (row, fund, money, given, read, marks)
        for row, fund, money, given, marks, read in cleaned
        if fund or given or money or marks
    ]
