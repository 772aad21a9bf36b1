"""The records of a web archive, each cut out by itself, so that a broken one costs no other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sanad.record.importers.unpacking import GZIP, Unpacked, member_of

BEGINS = re.compile(rb"WARC/1\.[01]\r?\n")
HEAD_ENDS = re.compile(rb"\r?\n\r?\n")
LENGTH = re.compile(rb"^content-length:[ \t]*(\d{1,15})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
LONGEST_HEAD = 64_000
LARGEST_UNPACKED = 500_000_000
PADDING = 4_096
MOST_BROKEN = 1_000
"""Beyond it the file is no archive, and nobody looks for the next record."""


@dataclass(frozen=True, slots=True)
class Cut:
    """One record: its head, and the block of the length that the head tells. With a fault there is none."""

    offset: int
    head: bytes
    block: bytes
    fault: str = ""


def records_in(archive: bytes) -> Iterator[Cut]:
    """In their order. Faults: broken_record; and, as the last, broken_archive or unpacks_too_far."""
    broken = 0
    for cut in _packed(archive) if archive.startswith(GZIP) else _plain(archive, None):
        broken += cut.fault == "broken_record"
        if broken > MOST_BROKEN:
            yield _fault(cut.offset, "broken_archive")
            return
        yield cut


def _fault(offset: int, code: str) -> Cut:
    return Cut(offset, b"", b"", code)


def _plain(archive: bytes, member: int | None) -> Iterator[Cut]:
    """`member`: where what held these records begins in a packed file."""
    at = 0
    while at < len(archive):
        begin = BEGINS.search(archive, at)
        start = begin.start() if begin else len(archive)
        between = archive[at:start].lstrip()
        if between.strip():
            yield _fault(start - len(between) if member is None else member, "broken_record")
        if begin is None:
            return
        offset = start if member is None else member
        cut = _cut(archive, start, offset)
        yield cut or _fault(offset, "broken_record")
        at = start + len(cut.head) + len(cut.block) if cut else begin.end()


def _cut(archive: bytes, start: int, offset: int) -> Cut | None:
    """None where the head tells no length, or more than there is, or no record ends where it says."""
    head = HEAD_ENDS.search(archive, start, start + LONGEST_HEAD)
    length = LENGTH.search(archive, start, head.end()) if head else None
    if head is None or length is None:
        return None
    end = head.end() + int(length[1])
    if end > len(archive) or archive[end : end + 2].strip(b"\r\n"):
        return None
    return Cut(offset, archive[start : head.end()], archive[head.end() : end])


def _packed(archive: bytes) -> Iterator[Cut]:
    """Each member of a packed file holds one record, or one holds them all."""
    at, room = 0, LARGEST_UNPACKED
    while 0 <= at < len(archive):
        found = member_of(archive, at, room)
        if isinstance(found, Unpacked):
            yield from _plain(found.raw, at)
            at, room = found.end, room - len(found.raw)
            if archive[at : at + 3] != GZIP and archive[at : at + PADDING].strip(b"\0\r\n"):
                yield _fault(at, "broken_record")
                at = archive.find(GZIP, at)
            continue
        yield _fault(at, found)
        if found == "unpacks_too_far":
            return
        at = archive.find(GZIP, at + 1)
