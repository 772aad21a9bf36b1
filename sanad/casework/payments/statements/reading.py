"""Reading a bank statement: a CSV file whose first rows say what it is, and whose lines follow a row of column names.

    statement,2026-11-A
    currency,USD
    opening,1000.00
    closing,250.00
    date,amount,reference,note
    2026-11-20,-750.00,RUN-000001-000001,

The first four may also be columns that say the same in every line. `account` need not be given; given, it is checked.
"""

import csv
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sanad.casework.payments.statements.cells import Cells, amount, day, text
from sanad.casework.payments.statements.sayings import SAYINGS, StatementRefused
from sanad.evidence.refusals import Problem, problem
from sanad.sheets.encodings import detect_encoding, opened
from sanad.sheets.problems import SheetRefused
from sanad.sheets.texts import clean_text

DELIMITERS = ",;\t|"
NAMES = {
    "statement": ("statement", "statement_id", "id", "الكشف", "رقم الكشف"),
    "currency": ("currency", "العملة"),
    "opening": ("opening", "opening_balance", "الرصيد الافتتاحي"),
    "closing": ("closing", "closing_balance", "الرصيد الختامي"),
    "account": ("account", "account_number", "الحساب"),
    "date": ("date", "day", "booking_date", "التاريخ", "اليوم"),
    "amount": ("amount", "sum", "المبلغ"),
    "reference": ("reference", "end_to_end_id", "المرجع"),
    "note": ("note", "reason", "details", "الملاحظة", "البيان"),
}
KNOWN_AS = {told: name for name, all_told in NAMES.items() for told in all_told}
HEAD = ("statement", "currency", "opening", "closing", "account")
EXAMPLES = {"statement": "2026-11-A", "currency": "USD", "opening": "1000.00", "closing": "250.00"}
LONGEST = {"statement": 64, "reference": 140, "note": 2_000}
Row = tuple[int, list[str]]


@dataclass(frozen=True, slots=True)
class Line:
    """One line as the bank wrote it; `amount` is signed, in minor units, below 0 where money left."""

    row: int
    day: date
    amount: int
    reference: str
    note: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement that adds up. `content` is a hash of all that it says, however its file was written."""

    bank_id: str
    currency: str
    account: str
    opening: int
    closing: int
    lines: tuple[Line, ...]

    @property
    def content(self) -> str:
        head = f"{self.bank_id}|{self.currency}|{self.opening}|{self.closing}\n"
        lines = (f"{one.day}|{one.amount}|{one.reference}|{one.note}\n" for one in self.lines)
        return hashlib.sha256((head + "".join(lines)).encode()).hexdigest()


def read_statement(path: Path, today: date, name: str = "") -> Statement:
    """Raises StatementRefused with everything that is wrong: each problem names file, row and field."""
    cells = Cells(name or path.name, today)
    try:
        rows = list(_rows(path))
    except (SheetRefused, OSError, csv.Error, UnicodeError) as error:
        raise StatementRefused([_whole(cells, "cannot_read", error=str(error).split("\n")[0][:200])]) from error
    head, header, lines = _parted(rows, cells)
    told = _head(head, header, lines, cells)
    found = tuple(_lines(header, lines, cells, told["currency"]))
    statement = _statement(told, found, cells)
    if cells.problems:
        raise StatementRefused(cells.problems)
    return statement


def _rows(path: Path) -> Iterator[Row]:
    """Rows with their numbers as a spreadsheet counts them; empty ones are left out."""
    encoding = detect_encoding(path).name
    with opened(path, encoding) as stream:
        sample = stream.read(20_000)
    delimiter = max(DELIMITERS, key=sample.count)
    with opened(path, encoding) as stream:
        for number, row in enumerate(csv.reader(stream, delimiter=delimiter, strict=True), start=1):
            if any(clean_text(cell) for cell in row):
                yield number, [clean_text(cell) for cell in row]


def _parted(rows: list[Row], cells: Cells) -> tuple[list[Row], list[str], list[Row]]:
    """What stands before the column names, these, and the lines. Raises StatementRefused."""
    for place, (_, row) in enumerate(rows):
        names = [KNOWN_AS.get(cell.lower(), "") for cell in row]
        if "date" in names and "amount" in names:
            return rows[:place], names, rows[place + 1 :]
    raise StatementRefused([_whole(cells, "no_header")])


def _head(head: list[Row], header: list[str], lines: list[Row], cells: Cells) -> dict[str, str]:
    """What the statement says of itself; what it says twice must be the same."""
    told: dict[str, str] = {}
    said = [(number, KNOWN_AS.get(row[0].lower(), ""), row[1] if len(row) > 1 else "") for number, row in head]
    said += [(number, name, cell) for number, row in lines for name, cell in zip(header, row, strict=False)]
    for number, name, value in said:
        if name in HEAD and value and told.setdefault(name, value) != value:
            cells.note(number, name, "twice")
    for name, example in EXAMPLES.items():
        if name not in told:
            cells.note(0, name, "missing", example=example)
    return {name: told.get(name, "") for name in HEAD}


def _lines(header: list[str], rows: list[Row], cells: Cells, currency: str) -> Iterator[Line]:
    for number, row in rows:
        if len(row) > len(header) and any(row[len(header) :]):
            cells.note(number, "", "ragged", found=len(row), expected=len(header))
            continue
        told = dict(zip(header, row, strict=False))
        on, sum_ = day(cells, number, told.get("date", "")), amount(cells, number, "amount", told, currency)
        words = [text(cells, number, name, told.get(name, ""), LONGEST[name]) for name in ("reference", "note")]
        if sum_ == 0:
            cells.note(number, "amount", "zero")
        if on and sum_:
            yield Line(number, on, sum_, *words)


def _statement(told: dict[str, str], lines: tuple[Line, ...], cells: Cells) -> Statement:
    currency = told["currency"].upper()
    sums = {name: amount(cells, 0, name, told, currency) or 0 for name in ("opening", "closing")}
    bank_id = text(cells, 0, "statement", told["statement"], LONGEST["statement"])
    account = "".join(told["account"].split()).upper()
    statement = Statement(bank_id, currency, account, sums["opening"], sums["closing"], lines)
    if not cells.problems:
        cells.problems += _control(statement, cells)
    return statement


def _control(statement: Statement, cells: Cells) -> list[Problem]:
    """Opening and lines make the closing balance."""
    if not statement.lines:
        return [_whole(cells, "no_lines")]
    found = statement.opening + sum(one.amount for one in statement.lines)
    if found == statement.closing:
        return []
    sums = {"opening": statement.opening, "found": found, "closing": statement.closing}
    sums["difference"] = statement.closing - found
    told = {name: cells.sum(minor, statement.currency) for name, minor in sums.items()}
    return [_whole(cells, "does_not_add_up", "closing", **told)]


def _whole(cells: Cells, code: str, field: str = "", **parts: object) -> Problem:
    return problem(SAYINGS, code, f"{cells.file}: {field}" if field else cells.file, **parts)
