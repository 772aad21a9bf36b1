"""A file comes in: each page that a reader finds in it is held, with its bytes, texts, and when its words were said."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from django.db import transaction

from sanad.record.digests import sha256_of
from sanad.record.importers.packed_archive import ENDINGS as PACKED
from sanad.record.importers.read import Heard, LeftOut, Notice, ReadPage, Refused
from sanad.record.importers.read import TextLayer as ReadLayer
from sanad.record.importers.reading import is_archive, read
from sanad.record.kinds import Method, Rights, SegmentKind, WorkKind
from sanad.record.log import By, writing
from sanad.record.models import Segment, TextLayer
from sanad.record.models.checks import EDTF
from sanad.record.refusals import RecordRefused
from sanad.record.services.captures import LARGEST, NewCapture, NewLayer, add_layer, keep_capture
from sanad.record.services.pages import NewPage, hold_page

LONGEST_PRODUCER, LONGEST_VERSION, LONGEST_LANGUAGE = 64, 32, 8


@dataclass(frozen=True, slots=True)
class Asked:
    """What the person who brings the file says of it; address and day (EDTF) where the page does not name its own in a
    form that a program reads.
    """

    kind: WorkKind
    rights: Rights
    method: Method
    url: str = ""
    published: str = ""


@dataclass(frozen=True, slots=True)
class HeldPage:
    """The layer that is read for proposals; `notices` are what must be known of how it was read."""

    layer: TextLayer
    is_new: bool
    notices: tuple[Notice, ...]


@dataclass(slots=True)
class Incoming:
    """All of a file: what is held, what could not be read, and how many records of an archive are no page."""

    held: list[HeldPage] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    left_out: int = 0


def hold_file(name: str, content: bytes, asked: Asked, by: By) -> Incoming:
    """Hold every page of a file; a name without an ending that is known is one of pasted text.

    A page of an archive that cannot be read is told, and the rest goes on. Raises RecordRefused where there is no page
    at all: empty, too_large, or why the reader refused it.
    """
    if not content.strip() or len(content) > LARGEST:
        raise RecordRefused("too_large" if len(content) > LARGEST else "empty", bytes=len(content))
    whole = sha256_of(content) if is_archive(name) else ""
    found = Incoming()
    for one in read(name, content):
        if isinstance(one, LeftOut):
            found.left_out += one.records
        elif isinstance(one, Refused):
            found.refused.append(one)
        else:
            found.held.append(hold_read(one, _as_archived(name, asked) if whole else asked, by, taken_from=whole))
    if not found.held:
        raise _refusal(name, found.refused)
    return found


def _as_archived(name: str, asked: Asked) -> Asked:
    method = Method.WACZ if name.lower().endswith(PACKED) else Method.WARC
    return replace(asked, method=method)


def _refusal(name: str, refused: Sequence[Refused]) -> RecordRefused:
    first = refused[0] if refused else Refused(name, "no_records")
    return RecordRefused(first.code, **{**first.facts, "file": name, "at": first.at})


@transaction.atomic
def hold_read(page: ReadPage, asked: Asked, by: By, *, taken_from: str = "") -> HeldPage:
    """Hold one page that was read; `taken_from` is the SHA-256 of the archive that it lay in.

    A day is taken from the page only where it stands there as one. Raises RecordRefused: empty, too_large, not_text.
    """
    if not page.layers[-1].text.strip():
        raise RecordRefused("empty", bytes=len(page.raw))
    capture = _capture(page, asked, by, taken_from)
    *earlier, last = page.layers
    held, _ = keep_capture(capture, by)
    made: dict[str, TextLayer] = {}
    for one in earlier:
        made[one.sha256] = add_layer(held, _new(one), by, made_from=made.get(one.made_from))
    day = page.stated.published or ""
    published = day if re.match(EDTF, day) else asked.published
    new = NewPage(capture, _new(last), asked.kind, asked.rights, published)
    layer, is_new = hold_page(new, by, made_from=made.get(last.made_from))
    _put_times(layer, last.heard, by)
    return HeldPage(layer, is_new, page.notices)


def _capture(page: ReadPage, asked: Asked, by: By, taken_from: str) -> NewCapture:
    """Of an archive as it was given there; else as it came to us now."""
    response = page.response
    given = {"status": response.status, "headers": [list(one) for one in response.headers]} if response else {}
    return NewCapture(
        page.raw,
        page.media_type,
        asked.method,
        _day_of(response.captured_at if response else "") or by.at,
        page.stated.url or asked.url,
        given,
        taken_from,
    )


def _day_of(told: str) -> datetime | None:
    """The time as an archive tells it; None where it tells none."""
    try:
        found = datetime.fromisoformat(told)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _new(layer: ReadLayer) -> NewLayer:
    producer = layer.producer
    return NewLayer(
        layer.text,
        producer.name[:LONGEST_PRODUCER],
        producer.version[:LONGEST_VERSION],
        layer.language[:LONGEST_LANGUAGE],
        {**producer.parameters, "sheets": [[one.number, one.start, one.end] for one in layer.sheets]},
    )


def _put_times(layer: TextLayer, heard: tuple[Heard, ...], by: By) -> None:
    if not heard or layer.segments.filter(kind=SegmentKind.CUE).exists():
        return
    with writing("record.times", by) as written:
        written.named(layer)
        written.put_all(
            Segment(
                layer=layer,
                kind=SegmentKind.CUE,
                start=one.start,
                end=one.end,
                ordinal=number,
                from_ms=one.from_ms,
                to_ms=one.to_ms,
            )
            for number, one in enumerate(heard, start=1)
        )
