"""A page of plain text: UTF-8, as it was saved; nothing in it is changed, so that places count from its first sign."""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

ENDINGS = (".txt", ".text", ".md")
ARABIC = re.compile(r"[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")
LETTER = re.compile(r"[^\W\d_]")
LARGEST = 50_000_000
"""Bytes. A page is read whole; what is larger is no page but a collection, and is parted first."""


@dataclass(frozen=True, slots=True)
class PlainText:
    """A page as it was read. `sha256` and `bytes` are of the file, before it became text."""

    file: str
    sha256: str
    bytes: int
    text: str
    language: str


class PageRefused(ValueError):
    """A page that cannot be read. `code` is one of too_large, not_utf8, not_text; `at` the first byte that is wrong."""

    def __init__(self, code: str, file: Path, at: int = 0) -> None:
        super().__init__(f"{file}: {code} (byte {at})")
        self.code, self.file, self.at = code, file, at


def read_plain_text(file: Path) -> PlainText:
    """Read one file. Raises PageRefused."""
    if file.stat().st_size > LARGEST:
        raise PageRefused("too_large", file)
    raw = file.read_bytes()
    text = text_in(raw, file)
    return PlainText(file.name, hashlib.sha256(raw).hexdigest(), len(raw), text, language_of(text))


def text_in(raw: bytes, file: Path = Path()) -> str:
    """A byte order mark belongs to the bytes, not to the text. Raises PageRefused."""
    nul = raw.find(b"\0")
    if nul >= 0:
        raise PageRefused("not_text", file, nul)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as wrong:
        raise PageRefused("not_utf8", file, wrong.start) from wrong
    return text.removeprefix("\ufeff")


def language_of(text: str) -> str:
    """`ar` where more than half of the letters are Arabic, else `en`."""
    letters = len(LETTER.findall(text))
    return "ar" if 2 * len(ARABIC.findall(text)) > letters else "en"
