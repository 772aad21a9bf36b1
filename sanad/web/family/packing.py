"""A drawn page, compressed once: what differs from visit to visit is put between its pieces, which stay as they are.

The pieces are deflated apart from each other (RFC 1951), so that an answer in gzip (RFC 1952) is put together without
compressing anything. What is put in lies there uncompressed: its length tells nothing of it.
"""

import re
import struct
import zlib
from collections.abc import Iterator, Sequence

RAW, GRADE = -15, 6
HEADER = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"
LAST = b"\x01\x00\x00\xff\xff"
HEAD = struct.Struct(">IB")
"""Before each piece: its length, and which of the marks, from 1, stands after it; 0 after the last."""
MOST = 0xFFFF
"""Bytes of one uncompressed piece."""


def pack(html: str, marks: tuple[str, ...]) -> bytes:
    """`marks` stand in the page where something is put in."""
    parts = re.split("(" + "|".join(map(re.escape, marks)) + ")", html)
    which = [*(marks.index(mark) + 1 for mark in parts[1::2]), 0]
    compressor = zlib.compressobj(GRADE, zlib.DEFLATED, RAW)
    packed = []
    for piece, mark in zip(parts[::2], which, strict=True):
        deflated = compressor.compress(piece.encode()) + compressor.flush(zlib.Z_FULL_FLUSH)
        packed += [HEAD.pack(len(deflated), mark), deflated]
    return b"".join(packed)


def filled(packed: bytes, values: Sequence[str]) -> bytes:
    """The page in plain bytes. `values` in the order of the marks."""
    return b"".join(part for deflated, mark in _pieces(packed) for part in (_inflated(deflated), _value(mark, values)))


def filled_in_gzip(packed: bytes, values: Sequence[str]) -> bytes:
    """The same in gzip."""
    found, check, size = [HEADER], 0, 0
    for deflated, mark in _pieces(packed):
        value = _value(mark, values)
        found += [deflated, _uncompressed(value)]
        for plain in (_inflated(deflated), value):
            check, size = zlib.crc32(plain, check), size + len(plain)
    return b"".join([*found, LAST, struct.pack("<II", check, size & 0xFFFFFFFF)])


def _pieces(packed: bytes) -> Iterator[tuple[bytes, int]]:
    at = 0
    while at < len(packed):
        length, mark = HEAD.unpack_from(packed, at)
        begins, at = at + HEAD.size, at + HEAD.size + length
        yield packed[begins:at], mark


def _inflated(deflated: bytes) -> bytes:
    return zlib.decompressobj(RAW).decompress(deflated)


def _value(mark: int, values: Sequence[str]) -> bytes:
    return values[mark - 1].encode() if mark else b""


def _uncompressed(value: bytes) -> bytes:
    """As one piece that is stored as it is."""
    if len(value) > MOST:
        raise ValueError(f"{len(value)} bytes are too many to be put in")
    return struct.pack("<BHH", 0, len(value), len(value) ^ MOST) + value if value else b""
