"""What is known of a page once it was read: its bytes, the text made of them and how, what it says of itself."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

Facts = Mapping[str, str | int]
LARGEST = 50_000_000
"""Bytes. A page is read whole; what is larger is no page but a collection, and is parted first."""


@dataclass(frozen=True, slots=True)
class Producer:
    """Who made the text: the same producer with the same parameters makes the same text of the same bytes."""

    name: str
    version: str
    parameters: Mapping[str, str | int | bool] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The place of one printed page in the text."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Heard:
    """The place of what was said in the text, and when: milliseconds from the beginning of the recording."""

    start: int
    end: int
    from_ms: int
    to_ms: int


@dataclass(frozen=True, slots=True)
class TextLayer:
    """A text made of the capture, or of another layer, whose sha256 `made_from` then is. Places are code points."""

    text: str
    producer: Producer
    language: str
    made_from: str = "capture"
    sheets: tuple[Sheet, ...] = ()
    heard: tuple[Heard, ...] = ()

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.text.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Notice:
    """A warning: the page was read, and this must be known of it."""

    code: str
    facts: Facts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Stated:
    """What the page says of itself, letter by letter; None where it says nothing. Nothing is inferred."""

    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    licence: str | None = None
    shelf_mark: str | None = None


@dataclass(frozen=True, slots=True)
class Response:
    """How a page of a web archive was given: when, with which status and headers, and its place in the archive."""

    captured_at: str
    status: int
    headers: tuple[tuple[str, str], ...]
    offset: int


@dataclass(frozen=True, slots=True)
class ReadPage:
    """`raw` is what was read, before it became text; of an archive the page's own bytes. `layers` are never empty."""

    file: str
    media_type: str
    raw: bytes = field(repr=False)
    layers: tuple[TextLayer, ...]
    stated: Stated = field(default_factory=Stated)
    notices: tuple[Notice, ...] = ()
    response: Response | None = None

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.raw).hexdigest()


@dataclass(frozen=True, slots=True)
class Refused:
    """Why something could not be read. `at` is the first byte that is wrong, or the place of a record in an archive."""

    file: str
    code: str
    at: int = 0
    facts: Facts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Records of an archive that are no page."""

    file: str
    records: int


class PageRefused(ValueError):
    """A page that cannot be read. `at` is the first byte that is wrong."""

    def __init__(self, code: str, file: object = "", at: int = 0, **facts: str | int) -> None:
        super().__init__(f"{file}: {code} (byte {at})")
        self.code, self.file, self.at, self.facts = code, file, at, facts
