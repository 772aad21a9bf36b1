"""A packed web archive (WACZ): a zip file of web archives with their hashes. Nothing is written to the disk."""

import json
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import PurePosixPath
from typing import Any

from sanad.record.importers.digests import is_one_of
from sanad.record.importers.read import LeftOut, PageRefused, ReadPage, Refused
from sanad.record.importers.web_archive import ENDINGS as ARCHIVES
from sanad.record.importers.web_archive import archived_pages

ENDINGS = (".wacz",)
MOST_ENTRIES = 10_000
LARGEST_LIST = 5_000_000
LARGEST_UNPACKED = 500_000_000
PACKED_BY = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)


def packed_pages(name: str, packed: bytes) -> Iterator[ReadPage | Refused | LeftOut]:
    """Pages of every archive inside, and what could not be read; last how many entries and records are no page."""
    others = 0
    try:
        with zipfile.ZipFile(BytesIO(packed)) as zipped:
            for one in _pages_in(name, zipped):
                if isinstance(one, LeftOut):
                    others += one.records
                else:
                    yield one
    except PageRefused as refused:
        yield Refused(name, refused.code, refused.at, refused.facts)
    except BROKEN:
        yield Refused(name, "broken_archive")
    yield LeftOut(name, others)


def _pages_in(name: str, zipped: zipfile.ZipFile) -> Iterator[ReadPage | Refused | LeftOut]:
    entries = zipped.infolist()
    if len(entries) > MOST_ENTRIES:
        raise PageRefused("unpacks_too_far")
    told, room = _told(zipped), LARGEST_UNPACKED
    archives = [one for one in entries if one.filename.lower().endswith(ARCHIVES)]
    if not archives:
        yield Refused(name, "no_records")
    for entry in entries:
        if _is_unsafe(entry.filename):
            yield Refused(name, "unsafe_name", entry.header_offset, {"inside": entry.filename[:200]})
        elif entry in archives:
            raw = _unpacked(zipped, entry, room)
            room -= len(raw)
            if not is_one_of(told.get(entry.filename, "sha256:"), raw):
                code = "changed_file" if entry.filename in told else "file_not_listed"
                yield Refused(name, code, entry.header_offset, {"inside": entry.filename[:200]})
            yield from archived_pages(name, raw)


def _is_unsafe(inside: str) -> bool:
    return inside.startswith(("/", "\\")) or ":" in inside[:3] or ".." in PurePosixPath(inside.replace("\\", "/")).parts


def _unpacked(zipped: zipfile.ZipFile, entry: zipfile.ZipInfo, limit: int) -> bytes:
    """Raises PageRefused; the size that the entry tells of itself is not believed."""
    if entry.compress_type not in PACKED_BY:
        raise PageRefused("broken_archive")
    with zipped.open(entry) as opened:
        raw = opened.read(limit + 1)
    if len(raw) > limit:
        raise PageRefused("unpacks_too_far")
    return raw


def _told(zipped: zipfile.ZipFile) -> Mapping[str, str]:
    """The hash of each file, as `datapackage.json` lists it. Raises PageRefused where there is no such list."""
    try:
        listed: Any = json.loads(_unpacked(zipped, zipped.getinfo("datapackage.json"), LARGEST_LIST))
        return {str(one["path"]): str(one["hash"]) for one in listed["resources"]}
    except (KeyError, TypeError, ValueError, RecursionError) as wrong:
        raise PageRefused("no_list") from wrong
