"""The rows of one table: each is read whole, or refused with its field named."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sanad.engine.money import Money, NotAnAmount
from sanad.record.importers.facts.days import day_in, month_of
from sanad.record.importers.facts.faults import Fault, RowRefused
from sanad.record.importers.facts.files import Cells, RawFile, at, flat, written
from sanad.record.importers.facts.plan import Table
from sanad.record.importers.facts.sources import Source, filled

PLAIN = "0123456789"
LONGEST_LABEL, LONGEST_KIND, LONGEST_FIELD, MOST_DIGITS = 200, 32, 10_000, 15


@dataclass(frozen=True, slots=True)
class Row:
    """`fields` are all that is told of it, in the order of the file. `sums` are columns with their sum; what is not
    verified has none, however the table writes that. `why` says how its sources were concluded; empty: it names them.
    """

    number: int
    key: str
    label: str
    fields: tuple[tuple[str, str], ...]
    sources: tuple[Source, ...]
    why: str = ""
    sums: tuple[tuple[str, Money], ...] = ()
    day: str = ""
    is_verified: bool = True
    step: str = ""


@dataclass(frozen=True, slots=True)
class ReadTable:
    """`faults` are rows that were refused, `notices` what must be known of rows that were not; `counted` are both."""

    table: Table
    file: RawFile
    rows: tuple[Row, ...]
    counted: int
    faults: tuple[Fault, ...]
    notices: tuple[Fault, ...]


def read_table(table: Table, file: RawFile, sources: Mapping[str, Source]) -> ReadTable:
    found = at(file.content, table.at)
    listed = found if isinstance(found, list) else [found] if isinstance(found, Mapping) else []
    if not listed and not isinstance(found, list):
        missing = Fault("no_table", file.name, column=table.at, rows=0 if found is None else 1)
        return ReadTable(table, file, (), missing.rows, (missing,), ())
    rows: dict[str, Row] = {}
    faults: list[Fault] = []
    notices: list[Fault] = []
    for number, one in enumerate(listed, start=1):
        try:
            row = _row(table, file, number, one, sources)
            if row.key in rows:
                raise RowRefused("same_key", table.key or table.label, key=row.key)
            rows[row.key] = row
            notices += _notices(table, file.name, row, one, sources)
        except RowRefused as refused:
            place = f"{number} ({table.name})"
            faults.append(Fault(refused.code, file.name, place, refused.column, refused.facts))
    return ReadTable(table, file, tuple(rows.values()), len(listed), tuple(faults), tuple(notices))


def _row(table: Table, file: RawFile, number: int, told: Any, sources: Mapping[str, Source]) -> Row:
    if told is None:
        raise RowRefused("wrong_cells", "")
    cells: Cells = told if isinstance(told, Mapping) else {table.label or "value": told}
    label = filled(cells, table.label, LONGEST_LABEL) if table.label else table.title
    status = filled(cells, table.status, LONGEST_FIELD) if table.status else ""
    is_verified = status not in table.not_verified
    named = _ids(table, file, cells)
    known = tuple(sources[one] for one in named if one in sources)
    if not known:
        column = table.sources or table.shared_sources
        raise RowRefused("unknown_source" if named else "no_source", column, ids=", ".join(named))
    return Row(
        number=number,
        key=filled(cells, table.key, LONGEST_LABEL) if table.key else label,
        label=label,
        fields=tuple(_fields(table, cells, is_verified)),
        sources=known,
        why=table.all_from.why if table.all_from else "",
        sums=tuple(_sums(table, cells)) if is_verified else (),
        day=_day(table, cells, label),
        is_verified=is_verified,
        step=filled(cells, table.steps.kind, LONGEST_KIND) if table.steps else "",
    )


def _ids(table: Table, file: RawFile, cells: Cells) -> list[str]:
    """Each once, in the order in which they are named."""
    if table.all_from:
        return list(table.all_from.sources)
    told = at(file.content, table.shared_sources) if table.shared_sources else cells.get(table.sources)
    listed = told if isinstance(told, list) else written(told).split(",")
    return list(dict.fromkeys(one for one in (written(each) for each in listed) if one))


def _fields(table: Table, cells: Cells, is_verified: bool) -> Iterator[tuple[str, str]]:
    """Without its label and its sources, which are told in lines of their own, and without a sum that is none."""
    for name, words in flat("", cells):
        is_untold = not is_verified and name in table.sums
        if name not in (table.label, table.sources) and words and not is_untold:
            if len(words) > LONGEST_FIELD:
                raise RowRefused("too_long", name, signs=len(words), longest=LONGEST_FIELD)
            yield name, words


def _sums(table: Table, cells: Cells) -> Iterator[tuple[str, Money]]:
    for column, currency in table.sums.items():
        yield column, sum_in(filled(cells, column, LONGEST_LABEL), currency, column)


def sum_in(words: str, currency: str, column: str) -> Money:
    """Digits with at most one point, in major units. Raises RowRefused: not_a_sum."""
    whole, _, part = words.partition(".")
    digits = whole + part
    if not whole or len(digits) > MOST_DIGITS or digits.strip(PLAIN) or words.endswith("."):
        raise RowRefused("not_a_sum", column, value=words[:40], currency=currency)
    try:
        return Money.of(Decimal(words), currency)
    except NotAnAmount as wrong:
        raise RowRefused("not_a_sum", column, value=words[:40], currency=currency) from wrong


def _day(table: Table, cells: Cells, label: str) -> str:
    if not table.day:
        return ""
    day = day_in(filled(cells, table.day, LONGEST_LABEL), table.day)
    return month_of(day) if table.month_only and table.month_only in label else day


def _notices(table: Table, file: str, row: Row, told: Any, sources: Mapping[str, Source]) -> Iterator[Fault]:
    cells: Cells = told if isinstance(told, Mapping) else {}
    place = f"{row.number} ({table.name})"
    if not (table.all_from or table.shared_sources):
        named = cells.get(table.sources)
        listed = named if isinstance(named, list) else written(named).split(",")
        missing = [one for one in map(written, listed) if one and one not in sources]
        if missing:
            yield Fault("source_not_listed", file, place, table.sources, {"ids": ", ".join(missing)}, rows=0)
    if table.day and written(cells.get(table.day)) != row.day:
        yield Fault("only_the_month", file, place, table.day, {"month": row.day}, rows=0)
    for column in table.sums if not row.is_verified else ():
        told_as = {"value": written(cells.get(column))[:40]}
        yield Fault("not_verified", file, place, column, told_as, rows=0)
