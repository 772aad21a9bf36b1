"""A table written out as a text: a row is a paragraph, its fields as they are written, with a line for each source."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sanad.record.importers.facts.rows import ReadTable, Row
from sanad.record.importers.facts.sources import Source

PRODUCER, VERSION = "table_of_facts", "1"
BETWEEN = ", "

Stretch = tuple[int, int]
"""From the first sign to before the last, in code points."""


@dataclass(slots=True)
class ToldRow:
    """Where it stands: `whole` with its sources, `content` without; each field's value, each source's line, and the
    name of each source's organisation."""

    row: Row
    whole: Stretch = (0, 0)
    content: Stretch = (0, 0)
    values: dict[str, Stretch] = field(default_factory=dict)
    lines: dict[str, Stretch] = field(default_factory=dict)
    organisations: dict[str, Stretch] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ToldTable:
    text: str
    headline: Stretch
    rows: Sequence[ToldRow]

    def row(self, key: str) -> ToldRow | None:
        return next((one for one in self.rows if one.row.key == key), None)

    @property
    def not_verified(self) -> list[Stretch]:
        """Where it says of something that it is not verified."""
        return [one.content for one in self.rows if not one.row.is_verified]


class _Text:
    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0

    def put(self, words: str) -> Stretch:
        start = self.length
        self.parts.append(words)
        self.length += len(words)
        return start, self.length


def tell(read: ReadTable) -> ToldTable:
    text = _Text()
    headline = text.put(read.table.title)
    rows = [_row(text, row) for row in read.rows]
    return ToldTable("".join(text.parts), headline, rows)


def _row(text: _Text, row: Row) -> ToldRow:
    told = ToldRow(row)
    text.put("\n\n")
    start, end = text.put(row.label)
    for name, words in row.fields:
        text.put(f"\n{name}: ")
        told.values[name] = text.put(words)
        end = text.length
    told.content = (start, end)
    for source in row.sources:
        text.put("\n")
        told.lines[source.id] = _source(text, told, source)
    told.whole = (start, text.length)
    return told


def _source(text: _Text, told: ToldRow, source: Source) -> Stretch:
    start, _ = text.put(f"{source.id}: ")
    told.organisations[source.id] = text.put(source.organisation)
    text.put(BETWEEN.join(("", source.date, source.title, source.url)))
    return start, text.length
