"""Writes a release's folder beside its place; it takes its place only once it is whole."""

import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any
from uuid import uuid4
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from sanad.publication.files.datapackage import described
from sanad.publication.tables.schema import Row, Table
from sanad.sheets.writing import write_csv

DESCRIPTION, TOLD, CHECKS, ARCHIVE = "datapackage.json", "release.json", "SHA256SUMS", "release.zip"
FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The time of every file in the archive, so that the same tables make the same archive."""
Tables = Mapping[Table, Sequence[Row]]


@contextmanager
def unfinished(root: Path) -> Iterator[Path]:
    """A folder beside the releases to write to; what does not take its place is deleted."""
    root.mkdir(parents=True, exist_ok=True, mode=0o700)
    folder = root / f".{uuid4().hex}.unfinished"
    folder.mkdir(mode=0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def write_release(folder: Path, told: Mapping[str, Any], tables: Tables) -> str:
    """Write all files; the SHA-256 of the list of their hashes."""
    for table, rows in tables.items():
        _write_table(folder / f"{table.name}.csv", table, rows)
    named = {table.name: rows for table, rows in tables.items()}
    _write_json(folder / TOLD, {**told, "tables": named})
    _write_json(folder / DESCRIPTION, described(told, tables, folder))
    _write_archive(folder)
    sums = "".join(f"{digest}  {name}\n" for name, digest in hashes_of(folder).items())
    (folder / CHECKS).write_text(sums, encoding="ascii")
    for path in folder.iterdir():
        _sync(path)
    _sync(folder)
    return hashlib.sha256(sums.encode()).hexdigest()


def take_place(folder: Path, place: Path) -> None:
    """The whole folder under its own name; one that a killed process left there has no row and goes."""
    if place.exists():
        shutil.rmtree(place)
    folder.rename(place)
    _sync(place.parent)


def hashes_of(folder: Path) -> dict[str, str]:
    """By name, of all files but the list of hashes itself."""
    files = sorted(path for path in folder.iterdir() if path.name != CHECKS)
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def _write_table(path: Path, table: Table, rows: Sequence[Row]) -> None:
    names = [column.name for column in table.columns]
    tags = [column.hxl for column in table.columns]
    write_csv(path, names, chain([tags], ([row[name] for name in names] for row in rows)))


def _write_json(path: Path, content: Mapping[str, Any]) -> None:
    text = json.dumps(content, ensure_ascii=False, indent=1, default=_day)
    path.write_text(f"{text}\n", encoding="utf-8")


def _day(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value))


def _write_archive(folder: Path) -> None:
    with ZipFile(folder / ARCHIVE, "w") as archive:
        for path in sorted(folder.iterdir()):
            if path.name != ARCHIVE:
                archive.writestr(ZipInfo(path.name, FIRST_DAY), path.read_bytes(), ZIP_DEFLATED)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
