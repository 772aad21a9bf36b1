"""What is packed is unpacked piece by piece and never beyond a limit: a few bytes can hold thousands of millions."""

import zlib
from dataclasses import dataclass

import brotli

GZIP = b"\x1f\x8b\x08"
FED = 65_536


@dataclass(frozen=True, slots=True)
class Unpacked:
    """`end`: where the packed bytes end."""

    raw: bytes
    end: int


def member_of(packed: bytes, start: int, limit: int) -> Unpacked | str:
    """One member of a gzip file; or its fault: broken_record, unpacks_too_far."""
    return _inflated(packed, start, limit, wbits=31)


def content_of(packed: bytes, coding: str, limit: int) -> bytes | str:
    """What a response holds, by its `Content-Encoding`; or broken_record, unpacks_too_far, unknown_coding."""
    if coding in ("", "identity") or not packed:
        return packed
    if coding in ("gzip", "x-gzip") and not packed.startswith(GZIP):
        return packed  # archives that unpacked it before keep the header
    if coding in ("gzip", "x-gzip"):
        found = _inflated(packed, 0, limit, wbits=31)
    elif coding == "deflate":
        found = _inflated(packed, 0, limit, wbits=15 if packed[:1] == b"\x78" else -15)
    else:
        return _brotli(packed, limit) if coding == "br" else "unknown_coding"
    return found.raw if isinstance(found, Unpacked) else found


def _inflated(packed: bytes, start: int, limit: int, wbits: int) -> Unpacked | str:
    unpacker = zlib.decompressobj(wbits=wbits)
    parts, size, at, waiting = list[bytes](), 0, start, b""
    try:
        while not unpacker.eof:
            if not waiting:
                waiting = packed[at : at + FED]
                at += len(waiting)
                if not waiting:
                    return "broken_record"
            parts.append(unpacker.decompress(waiting, FED * 16))
            waiting = unpacker.unconsumed_tail
            size += len(parts[-1])
            if size > limit:
                return "unpacks_too_far"
    except zlib.error:
        return "broken_record"
    return Unpacked(b"".join(parts), at - len(unpacker.unused_data))


def _brotli(packed: bytes, limit: int) -> bytes | str:
    unpacker = brotli.Decompressor()
    try:
        parts = [unpacker.process(packed, output_buffer_limit=FED * 16)]
        size = len(parts[0])
        while not unpacker.is_finished() and parts[-1] and size <= limit:
            parts.append(unpacker.process(b"", output_buffer_limit=FED * 16))
            size += len(parts[-1])
    except brotli.error:
        return "broken_record"
    if size > limit:
        return "unpacks_too_far"
    return b"".join(parts) if unpacker.is_finished() else "broken_record"
