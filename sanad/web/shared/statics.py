"""Fonts, sheets and icons, each address with the hash of what lies behind it, so that a browser asks once for good.

Nothing has to be collected by hand: when the site starts, the files are laid beside their compressed forms into a
folder of that hash under STATIC_ROOT, once; WhiteNoise serves from there. Sheets name their fonts relatively, so one
hash over all of them holds for each.
"""

import hashlib
import shutil
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.contrib.staticfiles.storage import StaticFilesStorage
from whitenoise.compress import Compressor
from whitenoise.middleware import WhiteNoiseMiddleware

SIGNS = 12


class NamedByContent(StaticFilesStorage):
    def url(self, name: str | None) -> str:
        return super().url(f"{content_hash()}/{name}")


class Statics(WhiteNoiseMiddleware):  # type: ignore[misc]  # WhiteNoise has no types
    def __init__(self, get_response: Any = None) -> None:
        lay_out()
        super().__init__(get_response)

    def immutable_file_test(self, path: str, url: str) -> bool:
        """An address names the hash, so what lies there never changes."""
        return True


@cache
def content_hash() -> str:
    """Of all files with their names."""
    whole = hashlib.sha256()
    for name, path in sorted(_files()):
        whole.update(f"{name}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return whole.hexdigest()[:SIGNS]


def lay_out() -> Path:
    """The folder of these files; of several processes that start at once, one makes it."""
    root = Path(settings.STATIC_ROOT)
    folder = root / content_hash()
    if not folder.exists():
        root.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=root.parent, prefix="static-") as passing:
            _copy_into(Path(passing) / "made", folder)
    return folder


def _copy_into(made: Path, folder: Path) -> None:
    compressor = Compressor(quiet=True)
    for name, path in _files():
        copy = made / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
        if compressor.should_compress(copy.name):
            list(compressor.compress(str(copy)))
    try:
        made.rename(folder)
    except OSError:
        if not folder.exists():  # else another process was first, with the same files
            raise


def _files() -> Iterator[tuple[str, Path]]:
    for finder in get_finders():
        for name, storage in finder.list(None):
            yield name, Path(storage.path(name))
