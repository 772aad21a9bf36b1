"""Bytes of a web page become text by what the page declares; what could not be read is counted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from resiliparse.parse.encoding import map_encoding_to_html5

from sanad.record.importers.read import Notice, PageRefused

MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
IN_HEADER = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
IN_PAGE = re.compile(rb"<meta[^>]{0,500}?charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
LOOKED_AT = 4_096
"""So many bytes may stand before the declaration; SingleFile writes a comment first."""
LOST = "\ufffd"
ARABIC_1256 = re.compile(rb"[\xc7\xed\xe1\xe3\xe4\xe6]")
"""The commonest letters of Arabic in windows-1256; in Western pages they are rare."""


@dataclass(frozen=True, slots=True)
class Decoded:
    text: str
    charset: str
    notices: tuple[Notice, ...]


def decoded(raw: bytes, content_type: str = "") -> Decoded:
    """By byte order mark, header, declaration in the page; else UTF-8; else what it looks like. Raises PageRefused."""
    mark = next(((mark, charset) for mark, charset in MARKS if raw.startswith(mark)), None)
    if mark:
        return _by(raw[len(mark[0]) :], mark[1])
    declared = next(_declared(raw, content_type), None)
    if declared:
        return _by(raw, declared)
    try:
        return Decoded(_without_empty(raw.decode("utf-8"), raw), "utf-8", ())
    except UnicodeDecodeError as wrong:
        if b"\0" in raw:
            raise PageRefused("not_text", at=raw.index(b"\0")) from wrong
    looks = "cp1256" if 20 * len(ARABIC_1256.findall(raw)) > len(raw) else "cp1252"
    found = _by(raw, looks)
    return Decoded(found.text, looks, (Notice("charset_assumed", {"charset": looks}), *found.notices))


def _declared(raw: bytes, content_type: str) -> Iterator[str]:
    header = in_header(content_type)
    if header:
        yield header
    page = IN_PAGE.search(raw, 0, LOOKED_AT)
    known = map_encoding_to_html5(page[1].decode("ascii"), False) if page else None
    if known:
        yield "utf-8" if known.startswith("utf-16") else known


def in_header(content_type: str) -> str | None:
    """Only names that the web knows: no codec that unpacks."""
    told = IN_HEADER.search(content_type)
    return map_encoding_to_html5(told[1], False) if told else None


def _by(raw: bytes, charset: str) -> Decoded:
    text = raw.decode(charset, errors="replace")
    printed = len(re.findall(LOST.encode(charset), raw)) if charset.startswith("utf") else 0
    lost = text.count(LOST) - printed
    notices = (Notice("invalid_bytes", {"count": lost, "charset": charset}),) if lost > 0 else ()
    return Decoded(_without_empty(text, raw), charset, notices)


def _without_empty(text: str, raw: bytes) -> str:
    """A few empty signs are a fault of a page; many are no text at all."""
    if 100 * text.count("\0") > len(text):
        raise PageRefused("not_text", at=raw.index(b"\0"))
    return text.replace("\0", LOST) if "\0" in text else text
