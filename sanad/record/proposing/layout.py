"""How a page is laid out: its stories, and in each the headline, captions, furniture and paragraphs of the body."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from sanad.record.proposing.page import Article, Span
from sanad.record.proposing.tables import table_of

LINE = re.compile(r"[^\n]+")
GAP = re.compile(r"\n[ \t\r]*(?:\n[ \t\r]*){3,}")
"""Three blank lines or more part two stories."""
ENDS = ".?!…:;\"”»’')]؟۔"
LONGEST_HEADLINE = 220
SHORTEST_PARAGRAPH = 35
LONGEST_FURNITURE, LONGEST_CAPTION = 200, 500


class Line(NamedTuple):
    span: Span
    text: str


@cache
def _furniture() -> re.Pattern[str]:
    return re.compile(rf"^(?:{'|'.join(table_of('layout')['furniture'])})$", re.IGNORECASE)


@cache
def _caption(how: str) -> re.Pattern[str]:
    return re.compile("|".join(table_of("layout")[how]), re.IGNORECASE)


def articles_of(text: str) -> list[Article]:
    """In their order; a page without any text has none."""
    ranges = [one for one in _parted(text) if text[one.start : one.end].strip()]
    return [_article(text, whole, f"A{number}") for number, whole in enumerate(ranges, start=1)]


def _parted(text: str) -> Iterator[Span]:
    """Between gaps; a part that is too small to be a story belongs to the one before."""
    start, pending = 0, None
    for gap in GAP.finditer(text):
        if _is_story(text[start : gap.start()]):
            if pending:
                yield pending
            pending = Span(start, gap.start())
        elif pending:
            pending = Span(pending.start, gap.start())
        start = gap.end()
    rest = Span(start, len(text.rstrip()))
    if pending and not _is_story(rest.of(text)):
        yield Span(pending.start, max(rest.end, pending.end))
        return
    if pending:
        yield pending
    yield rest


def _is_story(part: str) -> bool:
    return len(part.strip()) > 200 and part.strip().count("\n") >= 2


def lines_of(text: str, whole: Span) -> list[Line]:
    found = []
    for match in LINE.finditer(text, whole.start, whole.end):
        line = match[0].strip()
        if line:
            start = match.start() + match[0].index(line[0])
            found.append(Line(Span(start, start + len(line)), line))
    return found


def _article(text: str, whole: Span, id: str) -> Article:
    lines = lines_of(text, whole)
    counts = Counter(line.text for line in lines)
    headline = _headline(lines)
    doubled, captions, furniture, body = [], [], [], []
    for line in lines:
        if line is headline:
            continue
        if headline and line.text == headline.text:
            doubled.append(line.span)
        elif _is_furniture(line):
            furniture.append(line.span)
        elif _is_caption(line) or (counts[line.text] > 1 and len(line.text) > SHORTEST_PARAGRAPH):
            captions.append(line.span)
        else:
            body.append(line.span)
    kept = headline.span if headline else None
    return Article(id, whole, kept, tuple(doubled), tuple(captions), tuple(furniture), tuple(body))


def _headline(lines: Sequence[Line]) -> Line | None:
    """The first line that is no furniture, where it is no paragraph: short, and not ended as a sentence is."""
    for line in lines[:4]:
        if _is_furniture(line) or _is_caption(line):
            continue
        again = sum(other.text == line.text for other in lines) > 1
        if again or (len(line.text) <= LONGEST_HEADLINE and line.text[-1] not in ".؟…:؛" and len(lines) > 1):
            return line
        return None
    return None


def _is_caption(line: Line) -> bool:
    if len(line.text) >= LONGEST_CAPTION:
        return False
    ends = line.text[-1] == ")" or line.text[-1].isdecimal()
    return bool(_caption("begins_caption").match(line.text) or (ends and _caption("ends_caption").search(line.text)))


def _is_furniture(line: Line) -> bool:
    return len(line.text) < LONGEST_FURNITURE and bool(_furniture().match(line.text))
