"""The parts of an explanation: what a page shows as headings, tables and lists, and a terminal as lines."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Heading:
    """`depth` 1 names the claim, 2 a part of the explanation, 3 a part of a line."""

    text: str
    depth: Literal[1, 2, 3] = 2


@dataclass(frozen=True, slots=True)
class Sentence:
    """An `answer` is what a reader looks for first; a `notice` warns; a `source` may be set small."""

    text: str
    kind: Literal["plain", "answer", "notice", "source"] = "plain"


@dataclass(frozen=True, slots=True)
class Figures:
    """A table of two columns: what it is, and how much or what."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Listing:
    items: tuple[str, ...]


Paragraph = Heading | Sentence | Figures | Listing


def listing(items: Iterable[str]) -> list[Paragraph]:
    """Nothing where there is no item."""
    found = tuple(items)
    return [Listing(found)] if found else []


def figures(rows: Iterable[tuple[str, str]]) -> list[Paragraph]:
    found = tuple(rows)
    return [Figures(found)] if found else []


def as_text(paragraphs: Iterable[Paragraph]) -> str:
    """For a terminal. Lines are left to it to break, since a break within an isolate would turn the rest round."""
    return "\n".join(_lines(paragraphs)).strip("\n") + "\n"


def _lines(paragraphs: Iterable[Paragraph]) -> Iterator[str]:
    margin = ""
    for paragraph in paragraphs:
        match paragraph:
            case Heading(text, depth):
                margin = "  " * (depth - 1)
                yield from ("", margin[2:] + text)
            case Sentence(text):
                yield margin + text
            case Figures(rows):
                yield from (f"{margin}{name}: {value}" for name, value in rows)
            case Listing(items):
                yield from (f"{margin}- {item}" for item in items)


def as_data(paragraphs: Iterable[Paragraph]) -> list[dict[str, Any]]:
    """For programs: each part with its `part` name."""
    return [{"part": type(paragraph).__name__.lower()} | asdict(paragraph) for paragraph in paragraphs]
