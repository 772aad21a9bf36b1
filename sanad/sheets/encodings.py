"""Which encoding a text file is in, by evidence: a wrong guess would turn names into nonsense in silence."""

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from sanad.sheets.problems import SheetRefused, refused

CHUNK = 1 << 20
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
REPLACEMENT = "\ufffd"
UTF_8, LONGEST_LETTER = ("utf-8", "utf-8-sig"), 4
# The letters of Windows-1256, Persian ones included; what is left out reads as Latin letters there too.
_ARABIC = {
    *range(0xC0, 0xD7), *range(0xD8, 0xE0), 0xE1, *range(0xE3, 0xE7), 0xEC, 0xED,
    0x81, 0x8D, 0x8E, 0x8F, 0x90, 0x98, 0x9A, 0x9F, 0xAA, 0xFF,
}  # fmt: skip
_KINDS = bytes(2 if byte in _ARABIC else 1 if byte > 0x7F else 0 for byte in range(256))


@dataclass(slots=True)
class _Evidence:
    """High bytes seen; Arabic letters stand beside one another, accented Latin letters stand alone."""

    high: int = 0
    in_arabic_words: int = 0


@dataclass(frozen=True, slots=True)
class Encoding:
    """`damaged_at` is the first byte that is no text, in a file that otherwise clearly is UTF-8."""

    name: str
    damaged_at: int | None = None


def detect_encoding(path: Path) -> Encoding:
    """The encoding in which the file can be read. Raises SheetRefused when there is none."""
    start = _start(path)
    if not start:
        raise refused("empty_file", path)
    encoding = _marked(start) or _utf_16_without_mark(start) or ("utf-8" if _is_utf_8(path) else _one_byte(path))
    return Encoding(encoding, _prove(path, encoding))


def _start(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read(4096)


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as stream:
        while chunk := stream.read(CHUNK):
            yield chunk


def _marked(start: bytes) -> str | None:
    return next((encoding for mark, encoding in MARKS if start.startswith(mark)), None)


def _utf_16_without_mark(start: bytes) -> str | None:
    """In UTF-16 a line end and a Latin sign are two bytes, of which always the same one is NUL."""
    for encoding, other_half in (("utf-16-le", start[::2]), ("utf-16-be", start[1::2])):
        if b"\0" in start and b"\0" not in other_half and "\n" in start.decode(encoding, "replace"):
            return encoding
    return None


def _is_utf_8(path: Path) -> bool:
    """Also when a few characters are damaged, fewer than those of more than one byte that are whole."""
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    whole = broken = 0
    for chunk in _chunks(path):
        if not chunk.isascii():
            text = decoder.decode(chunk)
            damaged = text.count(REPLACEMENT)
            broken += damaged
            whole += len(text) - len(text.encode("ascii", "ignore")) - damaged
    return whole > broken or not broken


def _one_byte(path: Path) -> str:
    evidence = _Evidence()
    for chunk in _chunks(path):
        kinds = chunk.translate(_KINDS)
        evidence.high += len(kinds) - kinds.count(0)
        evidence.in_arabic_words += kinds.count(b"\x02\x02") * 2
    return "windows-1256" if evidence.in_arabic_words * 2 >= evidence.high else "windows-1252"


def _prove(path: Path, encoding: str) -> int | None:
    """The first damaged byte, where the damage stays within rows of their own."""
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    place = 0
    try:
        for chunk in _chunks(path):
            decoder.decode(chunk)
            place += len(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        at = place + error.start
        if encoding in UTF_8 and not _breaks_off(path) and _is_utf_8(path):
            return at
        raise cannot_decode(path, encoding, at) from error
    return None


def opened(path: Path, encoding: str) -> TextIO:
    """The text; what is damaged stands as signs that no text has."""
    return path.open(encoding=encoding, errors="surrogateescape", newline="")


def cannot_decode(path: Path, encoding: str, at: int) -> SheetRefused:
    with path.open("rb") as stream:
        line = stream.read(at).decode(encoding, "replace").count("\n") + 1
    return refused("cannot_decode", path, place=at, line=line, encoding=encoding)


def _breaks_off(path: Path) -> bool:
    """Does UTF-8 end within a letter? Then rows may be missing after it."""
    with path.open("rb") as stream:
        stream.seek(max(path.stat().st_size - LONGEST_LETTER, 0))
        end = stream.read()
    return any(_is_begun(end[-length:]) for length in range(1, LONGEST_LETTER))


def _is_begun(letter: bytes) -> bool:
    try:
        letter.decode()
    except UnicodeDecodeError as error:
        return error.start == 0 and error.reason == "unexpected end of data"
    return False
