"""Where in a table's text something of the plan stands: a row, one of its fields, or a sentence of that."""

import re
from collections.abc import Mapping

from sanad.record.importers.facts.days import day_in
from sanad.record.importers.facts.faults import Fault, RowRefused
from sanad.record.importers.facts.plan import NewCommitment, Place, Plan
from sanad.record.importers.facts.rows import sum_in
from sanad.record.importers.facts.sources import FROM_THE_PLAN
from sanad.record.importers.facts.told import Stretch, ToldRow, ToldTable

ENDS = re.compile(r"(?<=[.!?؟]) +(?=[A-Z\u0621-\u064a])")


def stretch_of(place: Place, table: ToldTable) -> tuple[ToldRow, Stretch]:
    """Raises RowRefused: no_row, no_field, no_sentence, unknown_source."""
    told = table.row(place.row)
    if told is None:
        raise RowRefused("no_row", "row", key=place.row)
    other = next((one for one in place.sources if one not in told.lines), None)
    if other is not None:
        raise RowRefused("unknown_source", "sources", ids=other)
    if not place.column:
        return told, told.content
    if place.column not in told.values:
        raise RowRefused("no_field", place.column)
    start, end = told.values[place.column]
    if place.sentence is None:
        return told, (start, end)
    sentences = _sentences(table.text, start, end)
    if place.sentence > len(sentences):
        raise RowRefused("no_sentence", place.column, number=place.sentence, sentences=len(sentences))
    return told, sentences[place.sentence - 1]


def _sentences(text: str, start: int, end: int) -> list[Stretch]:
    found, since = [], start
    for gap in ENDS.finditer(text, start, end):
        found.append((since, gap.start()))
        since = gap.end()
    return [*found, (since, end)]


def words_in(words: str, table: ToldTable, within: Stretch, column: str) -> Stretch:
    """Where these words stand in it, the first time. Raises RowRefused: words_not_there."""
    start = table.text.find(words, *within)
    if start < 0 or not words:
        raise RowRefused("words_not_there", column, words=words[:60])
    return start, start + len(words)


def faults_of(plan: Plan, tables: Mapping[str, ToldTable]) -> list[Fault]:
    """Questions and commitments of the plan that the tables do not bear out; each is left out whole."""
    found = []
    for number, question in enumerate(plan.questions, start=1):
        found += _first(f"questions {number}", [(one, tables) for one in question.versions])
    for number, commitment in enumerate(plan.commitments, start=1):
        found += _first(f"commitments {number}", [(commitment, tables)])
    return found


def _first(where: str, places: list[tuple[Place, Mapping[str, ToldTable]]]) -> list[Fault]:
    for place, tables in places:
        try:
            check(place, tables)
        except RowRefused as refused:
            return [Fault(refused.code, FROM_THE_PLAN, where, refused.column, refused.facts, rows=0)]
    return []


def check(place: Place, tables: Mapping[str, ToldTable]) -> None:
    """Raises RowRefused."""
    if place.table not in tables:
        raise RowRefused("no_row", "table", key=place.table)
    table = tables[place.table]
    _, within = stretch_of(place, table)
    if isinstance(place, NewCommitment):
        if place.made_when:
            day_in(place.made_when, "made_when")
        if place.due_text:
            words_in(place.due_text, table, within, "due_text")
        for one in place.sums:
            words_in(one.words, table, within, "sums")
            sum_in(one.amount, one.currency, "sums")
