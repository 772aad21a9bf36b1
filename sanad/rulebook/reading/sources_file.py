"""`sources.yaml`: what was published, by whom, when, and how sure it is."""

from typing import Literal

from sanad.engine.rules.declared import Source
from sanad.rulebook.reading.entry import Entry, named_entries
from sanad.rulebook.reading.names import check_code
from sanad.rulebook.reading.notes import Notes
from sanad.rulebook.reading.strict_yaml import Block

KEYS = ("title", "publisher", "date", "address", "confidence", "note")
UNSOURCED = "unsourced"
CONFIDENCES: tuple[Literal["A", "B", "C", "unsourced"], ...] = ("C", "A", "B", "unsourced")


def read_sources(block: Block, notes: Notes) -> dict[str, Source]:
    """By id, in the order of the ids."""
    found = {name: _source(name, entry) for name, entry in named_entries(block, notes, KEYS)}
    return dict(sorted(found.items()))


def _source(name: str, entry: Entry) -> Source:
    check_code(name, "a source", entry.where(), entry.notes)
    confidence = entry.one_of("confidence", CONFIDENCES)
    is_known = confidence != UNSOURCED
    return Source(
        id=name,
        title=entry.published("title"),
        publisher=entry.published("publisher", None if is_known else ""),
        published=entry.day("date"),
        address=entry.text("address", None if is_known else ""),
        confidence=confidence,
        note=entry.published("note", "" if is_known else None),
        where=entry.where(),
    )


def check_unsourced(sources: dict[str, Source], status: str, notes: Notes) -> None:
    """A guess is marked; an operative programme pays by none."""
    for source in sources.values():
        if source.confidence != UNSOURCED:
            continue
        message = f"`{source.id}` has no source."
        if status == "operative":
            notes.problem(source.where, UNSOURCED, message, "Find its source, or set the status to draft.")
        else:
            notes.warning(source.where, UNSOURCED, message, "It is marked in every output.")
