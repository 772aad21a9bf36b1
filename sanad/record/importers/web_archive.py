"""A web archive (WARC): each response that is a page, with its address, its date of capture and how it was given.

Every block is held against the digest that stands in the archive, so that a changed byte is found.
"""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import ChunkedDataReader
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from sanad.record.importers.charset import in_header
from sanad.record.importers.digests import is_one_of
from sanad.record.importers.pdf import pdf_page
from sanad.record.importers.plain_text import plain_text
from sanad.record.importers.read import LARGEST, LeftOut, Notice, PageRefused, ReadPage, Refused, Response
from sanad.record.importers.records import Cut, records_in
from sanad.record.importers.unpacking import content_of
from sanad.record.importers.web_page import web_page

ENDINGS = (".warc", ".warc.gz")
HOLDS_PAGES = ("response", "resource")
MOST_SLOW = 3
"""PDF of one archive that took too long; those after them are not read."""
HTML = ("text/html", "application/xhtml+xml")
UNREADABLE = (ArchiveLoadFailed, ValueError, KeyError, IndexError, EOFError, TypeError, AttributeError)
"""What the library raises for a head that is none."""


def archived_pages(name: str, archive: bytes) -> Iterator[ReadPage | Refused | LeftOut]:
    """Every page, what could not be read with its place, and last how many records are no page."""
    others = found = slow = 0
    for cut in records_in(archive):
        reads_pdf = slow < MOST_SLOW
        one = Refused(name, cut.fault, cut.offset) if cut.fault else _page_in(name, cut, reads_pdf=reads_pdf)
        found += 1
        slow += isinstance(one, Refused) and one.code == "slow_pdf"
        if one:
            yield one
        else:
            others += 1
    if not found:
        yield Refused(name, "no_records")
    yield LeftOut(name, others)


def _page_in(name: str, cut: Cut, *, reads_pdf: bool) -> ReadPage | Refused | None:
    """None for a record that is no page."""
    try:
        record = next(ArchiveIterator(BytesIO(cut.head + cut.block + b"\r\n\r\n")))
        return _page_of(name, cut, record, reads_pdf=reads_pdf) if record.rec_type in HOLDS_PAGES else None
    except StopIteration:
        return Refused(name, "broken_record", cut.offset)
    except PageRefused as refused:
        where = {"url": record.rec_headers.get_header("WARC-Target-URI", "")}
        return (
            None if refused.code == "no_prose" else Refused(name, refused.code, cut.offset, {**refused.facts, **where})
        )
    except UNREADABLE:
        return Refused(name, "broken_record", cut.offset)


def _page_of(name: str, cut: Cut, record: ArcWarcRecord, *, reads_pdf: bool) -> ReadPage | None:
    """Raises PageRefused."""
    response = _response(cut, record)
    headers = {key.lower(): value for key, value in response.headers}
    payload = record.raw_stream.read()
    is_chunked = headers.get("transfer-encoding", "").lower() == "chunked"
    entity = ChunkedDataReader(BytesIO(payload)).read(len(payload)) if is_chunked else payload
    is_held = _held_against_digests(record, cut, payload, entity)
    content = content_of(entity, headers.get("content-encoding", "").strip().lower(), LARGEST)
    if isinstance(content, str):
        raise PageRefused(content)
    if not content or response.status // 100 == 3:
        return None
    page = _read(name, content, headers.get("content-type", ""), reads_pdf=reads_pdf)
    if page is None:
        return None
    notices = [] if is_held else [Notice("no_digest")]
    notices += [] if response.status == 200 else [Notice("status_not_ok", {"status": response.status})]
    stated = replace(page.stated, url=record.rec_headers.get_header("WARC-Target-URI") or page.stated.url)
    return replace(page, stated=stated, notices=(*page.notices, *notices), response=response)


def _response(cut: Cut, record: ArcWarcRecord) -> Response:
    captured_at = record.rec_headers.get_header("WARC-Date", "")
    if record.http_headers is None:
        told = (("Content-Type", record.rec_headers.get_header("Content-Type", "")),)
        return Response(captured_at, 200, told, cut.offset)
    status = int(record.http_headers.get_statuscode() or 0)
    return Response(captured_at, status, tuple(record.http_headers.headers), cut.offset)


def _held_against_digests(record: ArcWarcRecord, cut: Cut, payload: bytes, entity: bytes) -> bool:
    """Whether there was one to hold it against; of the payload as it was sent, or as it was put together again."""
    told = record.rec_headers
    block, sent = told.get_header("WARC-Block-Digest"), told.get_header("WARC-Payload-Digest")
    if (block and not is_one_of(block, cut.block)) or (sent and not is_one_of(sent, payload, entity)):
        raise PageRefused("digest_differs")
    return bool(block or sent)


def _read(name: str, content: bytes, content_type: str, *, reads_pdf: bool) -> ReadPage | None:
    kind = content_type.partition(";")[0].strip().lower()
    if kind in HTML or (not kind and content.lstrip()[:9].lower() in (b"<!doctype", b"<html")):
        return web_page(name, content, content_type)
    if kind == "application/pdf":
        if not reads_pdf:
            raise PageRefused("slow_pdf")
        return pdf_page(name, content)
    return plain_text(name, content, in_header(content_type) or "utf-8") if kind == "text/plain" else None
