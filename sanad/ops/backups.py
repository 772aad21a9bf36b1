"""A backup's folder: its files, and a list of them with their hashes, written last."""

import hashlib
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection

from sanad.audit.models import Chain
from sanad.ops.copying import FILES, dump_database, has_tables, load_database

MANIFEST = "backup.json"
FORMAT = "sanad-backup-1"


class BackupExists(Exception):
    pass


class NoBackup(Exception):
    """The folder holds no whole backup; says what is wrong."""


class NotEmpty(Exception):
    """There is data already where a backup should go."""


class OtherKind(Exception):
    """The backup is of the other kind of database."""


def kept_folders() -> dict[str, Path]:
    """What lies beside the database, by its name in a backup. Keys are not among it."""
    return {
        "files": settings.MEDIA_ROOT,
        "rounds": settings.ROUNDS_ROOT,
        "releases": settings.RELEASES_ROOT,
        "checkpoints": settings.CHECKPOINTS_ROOT,
    }


def make_backup(out: Path) -> dict[str, Any]:
    """The list of what was copied. Raises BackupExists, ToolFailed.

    The database goes first: files are written before the rows that name them, so all of those are there afterwards.
    """
    if out.exists():
        raise BackupExists(out)
    unfinished = out.with_name(f".{out.name}.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(parents=True, mode=0o700)
    dump_database(unfinished)
    for name, folder in kept_folders().items():
        if folder.exists():
            shutil.copytree(folder, unfinished / name)
    manifest = {"format": FORMAT, "database": connection.vendor, "files": dict(_hashes(unfinished))}
    (unfinished / MANIFEST).write_text(json.dumps(manifest, indent=1), encoding="utf-8")
    unfinished.rename(out)
    return manifest


def restore_from(path: Path) -> int:
    """The position that was restored. Raises NoBackup, NotEmpty, OtherKind, ToolFailed."""
    manifest = _whole(path)
    if manifest["database"] != connection.vendor:
        raise OtherKind(manifest["database"], connection.vendor)
    settings.DATA.mkdir(parents=True, exist_ok=True, mode=0o700)  # a database of SQLite is opened in it
    _refuse_data()
    for name, folder in kept_folders().items():
        if (path / name).exists():
            shutil.copytree(path / name, folder, dirs_exist_ok=True)
    load_database(path / FILES[connection.vendor])
    return position()


def position() -> int:
    head = Chain.objects.filter(pk=1).first()
    return head.length if head else 0


def _whole(path: Path) -> dict[str, Any]:
    try:
        manifest = dict(json.loads((path / MANIFEST).read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:
        raise NoBackup(MANIFEST) from error
    found = dict(_hashes(path))
    wrong = sorted(name for name, digest in manifest["files"].items() if found.get(name) != digest)
    if wrong:
        raise NoBackup(wrong[0])
    return manifest


def _refuse_data() -> None:
    if has_tables():
        raise NotEmpty(str(connection.settings_dict["NAME"]))
    full = [folder for folder in kept_folders().values() if folder.exists() and any(folder.iterdir())]
    if full:
        raise NotEmpty(str(full[0]))


def _hashes(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name != MANIFEST:
            with path.open("rb") as file:
                yield path.relative_to(folder).as_posix(), hashlib.file_digest(file, "sha256").hexdigest()
