"""A page's text as it is, in blocks and pieces: what stands beside the text is folded, places are marked."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from sanad.record.kinds import SegmentKind
from sanad.record.models import Segment

HEADLINE, WORDS, BESIDE = "headline", "words", "beside"
BESIDE_THE_TEXT = (SegmentKind.CAPTION, SegmentKind.CREDIT, SegmentKind.FURNITURE, SegmentKind.BYLINE)
AROUND_OTHERS = (SegmentKind.ARTICLE, SegmentKind.BODY)
ORDER = ("now", "who", "cue", "ok", "open")
"""Marks by their weight: of two in one place the first is drawn."""


@dataclass(frozen=True, slots=True)
class Mark:
    start: int
    end: int
    role: str


@dataclass(frozen=True, slots=True)
class Piece:
    """`is_here`: the page opens at this piece."""

    text: str
    role: str = ""
    is_here: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    kind: str
    start: int
    end: int
    pieces: Sequence[Piece] = ()

    @property
    def is_now(self) -> bool:
        return any(piece.role == "now" for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Blocks one after another; what stands beside the text is folded unless something in it is looked at."""

    is_beside: bool
    blocks: Sequence[Block] = field(default=())

    @property
    def is_open(self) -> bool:
        return any(block.is_now for block in self.blocks)


def stretches(text: str, parts: Iterable[Segment], marks: Iterable[Mark]) -> list[Stretch]:
    """Every sign of the text that is not blank, in its order and once."""
    ordered = sorted(marks, key=lambda one: (one.start, one.end))
    here = next((mark.start for mark in ordered if mark.role == "now"), None)
    blocks = [
        Block(one.kind, one.start, one.end, list(_pieces(text, one.start, one.end, ordered, here)))
        for one in _blocks(text, parts)
    ]
    return [Stretch(beside, list(group)) for beside, group in groupby(blocks, key=lambda one: one.kind == BESIDE)]


def _blocks(text: str, parts: Iterable[Segment]) -> Iterator[Block]:
    at = 0
    for part in sorted(parts, key=lambda one: (one.start, one.end)):
        start = max(part.start, at)
        if part.kind in AROUND_OTHERS or part.end <= start:
            continue
        yield from _between(text, at, start)
        yield Block(_kind(part), start, part.end)
        at = part.end
    yield from _between(text, at, len(text))


def _kind(part: Segment) -> str:
    if part.kind == SegmentKind.HEADLINE:
        return HEADLINE
    return BESIDE if part.kind in BESIDE_THE_TEXT else WORDS


def _between(text: str, start: int, end: int) -> Iterator[Block]:
    """What no part names is shown as well."""
    if text[start:end].strip():
        yield Block(WORDS, start, end)


def _pieces(text: str, start: int, end: int, marks: Sequence[Mark], here: int | None) -> Iterator[Piece]:
    words = text[start:end].rstrip()
    start, end = start + len(words) - len(words.lstrip()), start + len(words)
    inside = [mark for mark in marks if mark.start < end and mark.end > start]
    edges = {start, end} | {edge for mark in inside for edge in (mark.start, mark.end) if start < edge < end}
    for first, last in pairwise(sorted(edges)):
        roles = {mark.role for mark in inside if mark.start <= first and mark.end >= last}
        role = next((one for one in ORDER if one in roles), "")
        yield Piece(text[first:last], role, role == "now" and first == here)
