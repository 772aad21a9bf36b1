"""Series of days: what a round pays is paid before the next one, and what each day changes since the last."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count

from sanad.caseload.one_by_one import Row
from sanad.rulebook.reading import Case, CasePayment
from sanad.rulebook.reading.case_results import line_column

Rows = Mapping[str, Row]
LineDue = Mapping[str, Mapping[str, int]]
"""By claim, what is due now on each of its lines, in the order of the file."""


def waves(cases: Sequence[Case]) -> Iterator[list[Case]]:
    """The cases by their place in their series: all first days, then all second ones ..."""
    places: dict[str, Iterator[int]] = {}
    found: dict[int, list[Case]] = {}
    for case in cases:
        place = next(places.setdefault(case.series, count())) if case.series else 0
        found.setdefault(place, []).append(case)
    for place in sorted(found):
        yield found[place]


@dataclass
class Carried:
    """What the days of each series leave to the next: money paid, and the last results by engine."""

    paid: dict[str, tuple[CasePayment, ...]] = field(default_factory=dict)
    last: dict[tuple[str, str], Rows] = field(default_factory=dict)

    def given(self, case: Case) -> Case:
        """The case with all that the rounds before have paid."""
        return replace(case, paid=(*case.paid, *self.paid.get(case.series, ())))

    def results(self, engine: str, case: Case, rows: Rows) -> Rows:
        """The rows with what each day adds to them; those of a case that is no series as they are."""
        if not case.series:
            return rows
        last = self.last.get((engine, case.series), {})
        self.last[engine, case.series] = {**last, **{claim: _kept(last, claim, row) for claim, row in rows.items()}}
        return {claim: _with_day(case, last.get(claim, {}), row) for claim, row in rows.items()}

    def pay(self, case: Case, rows: Rows, due: LineDue) -> None:
        """Keep what the case pays, line by line."""
        paid = list(self.paid.get(case.series, ()))
        for claim, lines in due.items():
            for line, amount in lines.items():
                part = rows[claim].get(line_column(line), 0) if case.pays == "allocated" else amount
                if part:
                    paid.append(CasePayment(claim, line, part, case.on, case.where))
        self.paid[case.series] = tuple(paid)


def _paid(case: Case, row: Row) -> int:
    column = {"due": "due_now", "allocated": "allocated"}.get(case.pays)
    return (row[column] or 0) if column else 0


def _with_day(case: Case, last: Row, row: Row) -> Row:
    return {**row, **_since(last, row), "pays": _paid(case, row)}


def _kept(last: Rows, claim: str, row: Row) -> Row:
    """What was decided last: a day on which nothing can be decided leaves the books as they are."""
    return {**last.get(claim, {}), **{column: value for column, value in row.items() if value is not None}}


def _since(last: Row, row: Row) -> Row:
    """The entries that adjust the books: a result that is not decided adjusts nothing."""
    named = [column.removesuffix("_outcome") for column in row if column.endswith("_outcome")]
    lines = [name for name in named if name in row]
    names = {"net": "change"} | {line: f"{line}_change" for line in lines}
    return {
        change: None if row[column] is None else row[column] - last.get(column, 0) for column, change in names.items()
    }
