"""Places in a text, by offsets and by the words around them."""

from dataclasses import dataclass

from sanad.record.log import Writing
from sanad.record.models import Span, TextLayer
from sanad.record.refusals import RecordRefused

AROUND = 32


@dataclass(frozen=True, slots=True)
class At:
    """From `start` to before `end`, in code points of the layer's text."""

    layer: TextLayer
    start: int
    end: int


def span_at(written: Writing, at: At | None) -> Span | None:
    return None if at is None else put_span(written, at)


def put_span(written: Writing, at: At) -> Span:
    """The place as a row; written once however often it is named. Raises RecordRefused: no_such_place, is_sealed."""
    known = Span.objects.filter(layer=at.layer, start=at.start, end=at.end).first()
    return known or written.put(made_span(at))


def made_span(at: At) -> Span:
    text = at.layer.text
    if text is None:
        raise RecordRefused("is_sealed", layer=at.layer.pk)
    if not 0 <= at.start < at.end <= len(text):
        raise RecordRefused("no_such_place", layer=at.layer.pk, start=at.start, end=at.end)
    return Span(
        layer=at.layer,
        start=at.start,
        end=at.end,
        exact=text[at.start : at.end],
        prefix=text[max(0, at.start - AROUND) : at.start],
        suffix=text[at.end : at.end + AROUND],
    )
