"""What is proposed of a page. Every span is in code points of the text, half-open."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

CONFIDENT = 0.85
"""From here on a proposal is shown as one that needs no second look."""


class Span(NamedTuple):
    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def holds(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end


class Article(NamedTuple):
    """One story: its headline once and what repeats it, captions, furniture, and the paragraphs of its body."""

    id: str
    range: Span
    headline: Span | None
    doubled: tuple[Span, ...]
    captions: tuple[Span, ...]
    furniture: tuple[Span, ...]
    paragraphs: tuple[Span, ...]

    @property
    def body_start(self) -> int:
        return self.paragraphs[0].start if self.paragraphs else self.range.end


class Entity(NamedTuple):
    """Somebody or something that speaks or is spoken to, inside one article: never linked beyond it."""

    id: str
    article: str
    kind: str
    name: str
    aliases: tuple[str, ...]


class Voice(NamedTuple):
    """Who speaks, as the text has it. `mention` is None where no word names the speaker; `who` where nobody can tell.

    `resolution`: name, pronoun, description, label, continuation, passive or unknown.
    """

    who: str | None
    mention: Span | None
    resolution: str


UNKNOWN = Voice(None, None, "unknown")


class Quotation(NamedTuple):
    """`span` with its marks, `inner` without. `kind`: direct, mixed (a fragment in a reported sentence) or nested."""

    id: str
    article: str
    kind: str
    span: Span
    inner: Span
    voice: Voice
    cue: Span | None
    addressees: tuple[str, ...]
    rule: str
    confidence: float
    flags: tuple[str, ...] = ()


class NoSpeech(NamedTuple):
    """A pair of marks that holds no speech, and why."""

    span: Span
    why: str


class Reported(NamedTuple):
    id: str
    article: str
    span: Span
    voice: Voice
    cue: Span | None
    addressees: tuple[str, ...]
    rule: str
    confidence: float


class Moment(NamedTuple):
    """A time expression. `norm` is EDTF or an ISO 8601 duration, and None where the page does not say the day.

    One that stands `in_caption` says when a picture was taken: it never dates what the page tells.
    """

    article: str
    span: Span
    norm: str | None
    kind: str
    confidence: float
    in_caption: bool = False


class Sum(NamedTuple):
    """`amount` in whole units of the currency as printed (a decimal text), never a bare number."""

    id: str
    article: str
    span: Span
    amount: str
    currency: str
    bound: str
    bound_span: Span | None
    purpose: str
    quotation: str | None
    confidence: float


class Promise(NamedTuple):
    """What the record calls a commitment, as the text has it. `due` are its own words, never a day that it has not."""

    id: str
    article: str
    evidence: Span
    act: str
    strength: str
    who: str | None
    due: str | None
    due_kind: str
    outcomes: tuple[Span, ...]
    rule: str
    confidence: float


@dataclass(slots=True)
class Page:
    """All that is proposed of a text."""

    text: str
    language: str
    articles: Sequence[Article]
    entities: list[Entity] = field(default_factory=list)
    quotations: list[Quotation] = field(default_factory=list)
    no_speech: list[NoSpeech] = field(default_factory=list)
    reported: list[Reported] = field(default_factory=list)
    moments: list[Moment] = field(default_factory=list)
    sums: list[Sum] = field(default_factory=list)
    promises: list[Promise] = field(default_factory=list)
