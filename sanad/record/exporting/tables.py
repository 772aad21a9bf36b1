"""The record as tables: UTF-8 with its mark, so that a spreadsheet reads Arabic, and no cell that it would run."""

import csv
from collections.abc import Sequence
from typing import TextIO

from sanad.record.exporting.guard import Guard
from sanad.record.exporting.told import Hop, Promised, Said, Source, Told, Who
from sanad.sheets.writing import guarded

MARK = "\ufeff"
Cells = Sequence[object]
HEADERS: dict[str, tuple[str, ...]] = {
    "statements.csv": (
        "statement", "kind", "speaker", "speaker_status", "words", "language", "verbatim", "cue", "mention", "manner",
        "place", "when", "event", "to", "within", "told_order", "again_and_again", "account", "work", "text_sha256",
        "start", "end", "prefix", "suffix", "retracted", "citation_en", "citation_ar",
    ),
    "sources.csv": (
        "work", "kind", "title", "publisher", "published", "language", "url", "rights", "holding", "capture_sha256",
        "retrieved",
    ),
    "chains.csv": (
        "hop", "account", "to", "to_kind", "from", "from_kind", "event", "how", "by", "when", "basis", "concluded_by",
        "concluded_on", "why", "loss",
    ),
    "versions.csv": ("question", "asked", "account", "work", "summary", "stance", "toward", "statements"),
    "commitments.csv": (
        "commitment", "text", "act", "strength", "made_by", "made_to", "made_when", "due", "due_text", "due_kind",
        "due_basis", "condition", "amount_minor", "currency", "bound", "statements", "outcome", "outcome_as_of",
        "outcome_statement", "outcome_document", "outcome_note",
    ),
}  # fmt: skip
"""A commitment has a row for each outcome that somebody states, and one without an outcome where nobody does."""


class Table:
    """One file; each row is looked at before it is written."""

    def __init__(self, stream: TextIO, name: str, guard: Guard) -> None:
        self._name, self._guard = name, guard
        stream.write(MARK)
        self._writer = csv.writer(stream, lineterminator="\r\n")
        self._writer.writerow(HEADERS[name])

    def put(self, place: str, cells: Cells) -> None:
        texts = ["" if cell is None else str(cell) for cell in cells]
        self._guard.look(place, texts)
        self._writer.writerow([guarded(text) for text in texts])


def statement_cells(said: Said, cited: Sequence[str]) -> Cells:
    place = said.place
    told_to = "; ".join(f"{who.name} ({role})" for role, who in said.roles if who.name)
    return (
        said.key, said.kind, name_of(said.speaker), said.speaker_status, place.exact, said.layer.language,
        said.verbatim, said.cue, said.mention, said.manner, said.where, said.when, said.event, told_to, said.parent,
        said.number, "true" if said.is_iterated else "", said.telling.key, said.telling.source.key, place.layer,
        place.start, place.end, place.prefix, place.suffix, "; ".join(said.retracted), *cited,
    )  # fmt: skip


def source_cells(source: Source) -> Cells:
    return (
        source.key, source.kind, source.title, name_of(source.publisher), source.published, source.language, source.url,
        source.rights, source.holding, source.capture, source.retrieved,
    )  # fmt: skip


def hop_cells(account: int, hop: Hop) -> Cells:
    start = (hop.parent.label, hop.parent.kind) if hop.parent else ("", "")
    basis = "stated" if hop.is_stated else "inferred"
    return (
        hop.key, account, hop.child.label, hop.child.kind, *start, hop.event, hop.kind, name_of(hop.by), hop.when,
        basis, hop.concluded_by, hop.concluded_on, hop.why, "; ".join(hop.losses),
    )  # fmt: skip


def version_cells(told: Told) -> Cells:
    return (
        told.question, told.asked, told.account, told.work, told.summary, told.stance, told.toward,
        " ".join(map(str, told.statements)),
    )  # fmt: skip


def commitment_rows(one: Promised) -> list[Cells]:
    own = (
        one.key, one.text, one.act, one.strength, name_of(one.made_by), name_of(one.made_to), one.made_when, one.due,
        one.due_text, one.due_kind, one.due_basis, one.condition, one.amount, one.currency, one.bound,
        " ".join(map(str, one.statements)),
    )  # fmt: skip
    came: list[Cells] = [(out.value, out.as_of, out.statement, out.document, out.note) for out in one.outcomes]
    return [(*own, *cells) for cells in came or [("",) * 5]]


def name_of(who: Who | None) -> str:
    return who.name if who else ""
