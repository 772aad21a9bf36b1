"""A page of plain text: UTF-8, as it was saved; nothing in it is changed, so that places count from its first sign."""

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from sanad.record.importers.language import language_of
from sanad.record.importers.read import LARGEST, PageRefused, Producer, ReadPage, TextLayer

__all__ = ["ENDINGS", "PageRefused", "PlainText", "language_of", "plain_text", "read_plain_text", "text_in"]

ENDINGS = (".txt", ".text", ".md")
PRODUCER = Producer("plain_text", "1")


@dataclass(frozen=True, slots=True)
class PlainText:
    """A page as it was read. `sha256` and `bytes` are of the file, before it became text."""

    file: str
    sha256: str
    bytes: int
    text: str
    language: str


def read_plain_text(file: Path) -> PlainText:
    """Read one file. Raises PageRefused."""
    if file.stat().st_size > LARGEST:
        raise PageRefused("too_large", file)
    raw = file.read_bytes()
    text = text_in(raw, file)
    return PlainText(file.name, hashlib.sha256(raw).hexdigest(), len(raw), text, language_of(text))


def plain_text(name: str, raw: bytes, charset: str = "utf-8") -> ReadPage:
    """Raises PageRefused. `charset`: what a site declared, if it declared one."""
    text = text_in(raw) if charset == "utf-8" else _declared(raw, charset)
    layer = TextLayer(text, replace(PRODUCER, parameters={"charset": charset}), language_of(text))
    return ReadPage(name, "text/plain", raw, (layer,))


def _declared(raw: bytes, charset: str) -> str:
    try:
        return raw.decode(charset)
    except UnicodeDecodeError as wrong:
        raise PageRefused("not_as_declared", at=wrong.start, charset=charset) from wrong


def text_in(raw: bytes, file: object = "") -> str:
    """A byte order mark belongs to the bytes, not to the text. Raises PageRefused."""
    nul = raw.find(b"\0")
    if nul >= 0:
        raise PageRefused("not_text", file, nul)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as wrong:
        raise PageRefused("not_utf8", file, wrong.start) from wrong
    return text.removeprefix("\ufeff")
