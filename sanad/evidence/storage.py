"""Encrypted files on disk, each under the hash of what is stored; half a file never has a name."""

import hashlib
import os
import uuid
from pathlib import Path

from django.conf import settings

INCOMING = "incoming"


class FileIsMissing(Exception):
    """A row names a file that is not on the disk: restore it from a backup."""


class FileIsDamaged(Exception):
    """What lies on the disk is not what was stored: restore it from a backup."""


def store(content: bytes) -> str:
    """Write the content under a passing name, then give it its own: a crash leaves no half file."""
    name = hashlib.sha256(content).hexdigest()
    path = path_of(name)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    passing = _root() / INCOMING / uuid.uuid4().hex
    passing.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        _write(passing, content)
        passing.replace(path)
    finally:
        passing.unlink(missing_ok=True)
    _flush_folder(path.parent)
    return name


def fetch(name: str) -> bytes:
    """Raises FileIsMissing, FileIsDamaged."""
    try:
        content = path_of(name).read_bytes()
    except FileNotFoundError as error:
        raise FileIsMissing(name) from error
    if hashlib.sha256(content).hexdigest() != name:
        raise FileIsDamaged(name)
    return content


def remove(name: str) -> None:
    path_of(name).unlink(missing_ok=True)


def path_of(name: str) -> Path:
    return _root() / name[:2] / name[2:]


def _root() -> Path:
    return Path(settings.MEDIA_ROOT)


def _write(path: Path, content: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, settings.FILE_UPLOAD_PERMISSIONS)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    """The new name itself must survive a power cut as well."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
