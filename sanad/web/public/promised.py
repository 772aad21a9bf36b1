"""Promises as a release tells them: the counts in two columns that are never merged, and each promise by itself."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sanad.outcomes.kinds import Asked, Because
from sanad.record.exporting.days import in_words
from sanad.record.kinds import Act, Came, Strength
from sanad.record.ledger_column import Held
from sanad.web.public.numbers import Row, day_of
from sanad.web.public.words import NOBODY_ASKED, NOBODY_HEARD, WITHHELD
from sanad.web.shared.formats import language

SAID: Mapping[str, Any] = {**{f"said_{one}": one.label for one in Came}, "said_nothing": NOBODY_HEARD}
HELD: Mapping[str, Any] = {
    **{f"ledger_{one}": one.label for one in Held},
    "ledger_not_asked": NOBODY_ASKED,
    "ledger_made_up": WITHHELD,
}
ALWAYS = ("said_kept", "said_not_met", "said_nothing", *(f"ledger_{one}" for one in Held))
"""Shown also where they are 0; the others only where there is one."""
WHENS = ("due", "not_due", "no_day")


@dataclass(frozen=True, slots=True)
class Counts:
    """One row of the table. Both columns are of the promises that are due, and each adds up to them by itself."""

    name: str
    row: Row
    said: Sequence[tuple[object, int]]
    held: Sequence[tuple[object, int]]


@dataclass(frozen=True, slots=True)
class Kept:
    """`few` is the row of those about few families, None where there are none."""

    whole: Counts
    speakers: Sequence[Counts]
    sources: Sequence[Counts]
    few: Row | None
    as_of: date | None
    position: int
    is_made_up: bool

    @property
    def said_columns(self) -> list[object]:
        return [name for name, _ in self.whole.said]

    @property
    def held_columns(self) -> list[object]:
        return [name for name, _ in self.whole.held]


@dataclass(frozen=True, slots=True)
class Promise:
    """`title` is what was promised where its words were opened, else what is to be done and who said so."""

    row: Row

    @property
    def is_opened(self) -> bool:
        return self.row["statement"] is not None

    @property
    def act(self) -> object:
        return Act(self.row["act"]).label

    @property
    def strength(self) -> object:
        return Strength(self.row["strength"]).label

    @property
    def who(self) -> str:
        return str(self.row["made_by"] or self.row[f"speaker_{language()}"])

    @property
    def made(self) -> str:
        return in_words(self.row["made_when"], language())

    @property
    def due_on(self) -> date | None:
        return _calendar_day(self.row["due"])

    @property
    def due(self) -> str:
        return in_words(self.row["due"], language())

    @property
    def said(self) -> object:
        return Came(self.row["said"]).label if self.row["said"] else ""

    @property
    def said_of(self) -> str:
        return in_words(self.row["said_of"], language())

    @property
    def held(self) -> object:
        return Held(self.row["ledger"]).label if self.row["ledger"] else ""

    @property
    def why(self) -> list[object]:
        return [Because(one).label for one in self.row["because"].split()]

    @property
    def questions(self) -> list[tuple[object, str, str]]:
        """What was asked, the version of the question, and the digest of the answer."""
        digests = self.row["digest"].split()
        pairs = (one.partition("/") for one in self.row["query"].split())
        return [(Asked(name).label, version, digest) for (name, _, version), digest in zip(pairs, digests, strict=True)]

    @property
    def citation(self) -> str:
        return str(self.row[f"citation_{language()}"])

    @property
    def as_of(self) -> date | None:
        return day_of(self.row["as_of"])


def kept_of(tables: Mapping[str, list[Row]]) -> Kept | None:
    """None where the release was made before promises were counted, or before anything was."""
    rows = tables.get("share-kept", [])
    whole = next((row for row in rows if row["by"] == "all"), None)
    if whole is None:
        return None
    columns = [name for name in (*SAID, *HELD) if name in ALWAYS or whole[name]]
    return Kept(
        whole=_counts(whole, columns),
        speakers=[_counts(row, columns) for row in rows if row["by"] == "speaker"],
        sources=[_counts(row, columns) for row in rows if row["by"] == "source"],
        few=next((_few(row) for row in rows if row["by"] == "few_families"), None),
        as_of=day_of(whole["as_of"]),
        position=whole["position"],
        is_made_up=bool(whole["ledger_made_up"]),
    )


def promises_of(tables: Mapping[str, list[Row]]) -> list[Promise]:
    """Those that are due first, the last that fell due on top; then those to come, the next one first."""
    rows = tables.get("commitments", [])
    by_when = {when: [row for row in rows if row["when"] == when] for when in WHENS}
    due = sorted(by_when["due"], key=_by_day, reverse=True)
    return [Promise(row) for row in (*due, *sorted(by_when["not_due"], key=_by_day), *by_when["no_day"])]


def promise_of(tables: Mapping[str, list[Row]], number: int) -> Promise | None:
    return next((Promise(row) for row in tables.get("commitments", []) if row["commitment"] == number), None)


def _by_day(row: Row) -> tuple[str, int]:
    return row["due"], row["commitment"]


def _counts(row: Row, columns: Iterable[str]) -> Counts:
    shown = list(columns)
    return Counts(
        name=row[f"group_{language()}"],
        row=row,
        said=[(SAID[name], row[name]) for name in shown if name in SAID],
        held=[(HELD[name], row[name]) for name in shown if name in HELD],
    )


def _few(row: Row) -> Row:
    return {**row, "as_of": day_of(row["as_of"])}


def _calendar_day(edtf: str) -> date | None:
    try:
        return date.fromisoformat(edtf) if len(edtf) == len("2026-01-01") else None
    except ValueError:
        return None
