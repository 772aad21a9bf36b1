"""Walks the sealed chain and says everything that does not fit."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from sanad.audit.chaining import NOTHING_BEFORE, Content, digest_of
from sanad.audit.checkpoints import Checkpoint, NoteIsDamaged, notes_in, opened
from sanad.audit.models import Chain, Event

LONGEST_UNSEALED = timedelta(seconds=60)
COLUMNS = ("number", "digest", "at", "act", "on", "by_id", "facts", "rows", "root")


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it was sealed. `code`: changed, missing, cut_off, beyond_head, other_head,
    against_checkpoint, bad_checkpoint, unsealed. `numbers`: the events that it is about, first and last.
    """

    code: str
    first: int
    last: int
    where: str = ""


@dataclass(slots=True)
class Walk:
    """How far the walk has come."""

    number: int = 0
    digest: str = NOTHING_BEFORE


def verify_chain(*, now: datetime, checkpoints: Path, key: Ed25519PublicKey) -> Iterator[Finding]:
    """Everything that does not fit: nothing where all is as it was sealed."""
    notes = dict(_notes(checkpoints, key))
    yield from (Finding("bad_checkpoint", 0, 0, name) for name, found in notes.items() if found is None)
    expected = {note.length: (name, note.digest) for name, note in notes.items() if note is not None}
    walk = Walk()
    yield from _walked(walk, expected)
    yield from _at_the_head(walk)
    yield from _beyond(walk, expected)
    yield from _unsealed(now)


def _walked(walk: Walk, expected: dict[int, tuple[str, str]]) -> Iterator[Finding]:
    for number, digest, *content in _sealed():
        if number != walk.number + 1:
            # The event after a gap was chained to one that is gone; only the later ones can be held against anything.
            yield Finding("missing", walk.number + 1, number - 1)
        elif digest_of(number, Content(*content), walk.digest) != digest:
            yield Finding("changed", number, number)
        walk.number, walk.digest = number, digest
        name, noted = expected.get(number, ("", digest))
        if noted != digest:
            yield Finding("against_checkpoint", number, number, name)


def _sealed() -> Iterator[tuple[Any, ...]]:
    rows = Event.objects.filter(number__isnull=False).order_by("number").values_list(*COLUMNS)
    return rows.iterator(chunk_size=5_000)


def _at_the_head(walk: Walk) -> Iterator[Finding]:
    head = Chain.objects.filter(pk=1).first() or Chain(length=0, digest=NOTHING_BEFORE)
    if head.length > walk.number:
        yield Finding("cut_off", walk.number + 1, head.length)
    elif head.length < walk.number:
        yield Finding("beyond_head", head.length + 1, walk.number)
    elif head.digest != walk.digest:
        yield Finding("other_head", head.length, head.length)


def _beyond(walk: Walk, expected: dict[int, tuple[str, str]]) -> Iterator[Finding]:
    """Notes of a chain that was once longer than it is now."""
    longest = max(expected, default=0)
    if longest > walk.number:
        yield Finding("cut_off", walk.number + 1, longest, expected[longest][0])


def _notes(folder: Path, key: Ed25519PublicKey) -> Iterator[tuple[str, Checkpoint | None]]:
    for path in notes_in(folder):
        try:
            yield path.name, opened(path.read_text(encoding="utf-8"), key)
        except NoteIsDamaged:
            yield path.name, None


def _unsealed(now: datetime) -> Iterator[Finding]:
    waiting = Event.objects.filter(number=None, at__lt=now - LONGEST_UNSEALED).count()
    if waiting:
        yield Finding("unsealed", 0, waiting)
