"""What comes in is read by the ending of its name. Bytes in, pages and refusals out; no byte raises."""

from collections.abc import Callable, Iterator
from pathlib import Path

from sanad.record.importers import by_hand, packed_archive, pdf, plain_text, transcript, web_archive, web_page
from sanad.record.importers.read import LARGEST, LeftOut, PageRefused, ReadPage, Refused

PAGES: dict[tuple[str, ...], Callable[[str, bytes], ReadPage]] = {
    plain_text.ENDINGS: plain_text.plain_text,
    web_page.ENDINGS: web_page.web_page,
    pdf.ENDINGS: pdf.pdf_page,
    transcript.ENDINGS: transcript.transcript,
    by_hand.ENDINGS: by_hand.by_hand,
}
ARCHIVES: dict[tuple[str, ...], Callable[[str, bytes], Iterator[ReadPage | Refused | LeftOut]]] = {
    web_archive.ENDINGS: web_archive.archived_pages,
    packed_archive.ENDINGS: packed_archive.packed_pages,
}
LARGEST_ARCHIVE = 500_000_000
"""Bytes."""
ENDINGS = tuple(ending for endings in (*PAGES, *ARCHIVES) for ending in endings)
Found = ReadPage | Refused | LeftOut


def is_known(name: str) -> bool:
    return name.lower().endswith(ENDINGS)


def is_archive(name: str) -> bool:
    return name.lower().endswith(tuple(ending for endings in ARCHIVES for ending in endings))


def read(name: str, raw: bytes) -> Iterator[Found]:
    """A name without an ending that is known is one of pasted text."""
    low = name.lower()
    archive = next((reader for endings, reader in ARCHIVES.items() if low.endswith(endings)), None)
    if archive:
        yield from archive(name, raw)
        return
    reader = next((reader for endings, reader in PAGES.items() if low.endswith(endings)), plain_text.plain_text)
    try:
        yield reader(name, raw)
    except PageRefused as refused:
        yield Refused(name, refused.code, refused.at, refused.facts)


def read_file(file: Path) -> Iterator[Found]:
    """A file that is too large is refused unread."""
    limit = LARGEST_ARCHIVE if is_archive(file.name) else LARGEST
    if file.stat().st_size > limit:
        yield Refused(file.name, "too_large", facts={"megabytes": limit // 1_000_000})
        return
    yield from read(file.name, file.read_bytes())
