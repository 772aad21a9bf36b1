"""The files of a release, and its funds, as pages list them."""

from collections.abc import Mapping
from dataclasses import dataclass

from sanad.publication.files.writing import ARCHIVE
from sanad.publication.models import Release
from sanad.publication.selectors import folder_of
from sanad.publication.words import TABLES
from sanad.web.public.numbers import Row, day_of, minor_of
from sanad.web.public.words import WHOLE
from sanad.web.shared.formats import language

SUMS = ("framework", "pledged", "received", "returned", "fees", "lost")
KILO = 1_000


@dataclass(frozen=True, slots=True)
class File:
    """`size` in thousands of bytes, at least one. A file with a title is called by its kind, others by their name."""

    name: str
    title: object
    size: int

    @property
    def label(self) -> str:
        return self.name.rpartition(".")[2].upper() if self.title else self.name


def files_of(release: Release) -> list[File]:
    """The archive first, then the tables, then what describes and checks them."""
    sizes = {path.name: max(1, round(path.stat().st_size / KILO)) for path in folder_of(release).iterdir()}
    tables = [f"{table}.csv" for table in TABLES if f"{table}.csv" in sizes]
    others = sorted(sizes.keys() - {ARCHIVE, *tables})
    return [
        File(name, WHOLE if name == ARCHIVE else TABLES.get(name.removesuffix(".csv"), ""), sizes[name])
        for name in (ARCHIVE, *tables, *others)
        if name in sizes
    ]


def funds_of(tables: Mapping[str, list[Row]], programme: str) -> list[Row]:
    """Those that may pay for the programme, with sums in minor units."""
    return [_fund(row) for row in tables["funds"] if programme in row["programmes"].split()]


def _fund(row: Row) -> Row:
    sums = {name: None if row[name] is None else minor_of(row[name], row["currency"]) for name in SUMS}
    return {**row, **sums, "name": row[f"fund_{language()}"], "as_of": day_of(row["as_of"])}
