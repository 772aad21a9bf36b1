"""What a reader made of a file is held: its bytes, the texts made of them, and when in a recording it was said."""

import re
from dataclasses import dataclass

from django.db import transaction

from sanad.record.importers.read import Heard, ReadPage
from sanad.record.importers.read import TextLayer as ReadLayer
from sanad.record.kinds import Method, Rights, SegmentKind, WorkKind
from sanad.record.log import By, writing
from sanad.record.models import Segment, TextLayer
from sanad.record.models.checks import EDTF
from sanad.record.services.captures import NewCapture, NewLayer, add_layer, keep_capture
from sanad.record.services.pages import NewPage, hold_page

LONGEST_PRODUCER, LONGEST_VERSION, LONGEST_LANGUAGE = 64, 32, 8


@dataclass(frozen=True, slots=True)
class Asked:
    """What the person who brings the file says of it."""

    kind: WorkKind
    rights: Rights
    method: Method


@transaction.atomic
def hold_read(raw: bytes, read: ReadPage, asked: Asked, by: By) -> tuple[TextLayer, bool]:
    """The layer that is read for proposals, the last one that was made; whether the page is new to us.

    A day is taken from the page only where it stands there as one. Raises RecordRefused: empty, too_large, not_text.
    """
    capture = NewCapture(raw, read.media_type, asked.method, by.at, read.stated.url or "")
    *earlier, last = read.layers
    held, _ = keep_capture(capture, by)
    made: dict[str, TextLayer] = {}
    for one in earlier:
        made[one.sha256] = add_layer(held, _new(one), by, made_from=made.get(one.made_from))
    day = read.stated.published or ""
    published = day if re.match(EDTF, day) else ""
    new = NewPage(capture, _new(last), asked.kind, asked.rights, published)
    layer, is_new = hold_page(new, by, made_from=made.get(last.made_from))
    _put_times(layer, last.heard, by)
    return layer, is_new


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
