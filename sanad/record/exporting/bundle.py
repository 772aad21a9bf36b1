"""One file of all that leaves, with a manifest, the program that verifies it, and how that is done."""

import hashlib
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from sanad.record.exporting import verifying
from sanad.record.exporting.readme import README
from sanad.record.exporting.verifying import FORM, MANIFEST, OF_IT, SEAL, manifest_bytes, seal_of

FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The time of every file in it, so that the same record makes the same bundle."""
READ_ME, PROGRAM = "README.txt", "verify.py"


def write_bundle(folder: Path, out: Path, told: Mapping[str, Any], rows: Mapping[str, Sequence[int]]) -> None:
    """Pack the folder's files; the last bytes of `out` are the digest of all before them."""
    (folder / READ_ME).write_text(README, encoding="utf-8")
    shutil.copyfile(verifying.__file__, folder / PROGRAM)
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    files = {name: _digest_of(folder / name) for name in names}
    listed = {table: runs(numbers) for table, numbers in sorted(rows.items())}
    manifest = manifest_bytes({**told, "form": FORM, "files": files, "rows": listed})
    with ZipFile(out, "w") as archive:
        archive.writestr(ZipInfo(MANIFEST, FIRST_DAY), manifest, ZIP_DEFLATED)
        archive.writestr(ZipInfo(OF_IT, FIRST_DAY), hashlib.sha256(manifest).hexdigest(), ZIP_DEFLATED)
        for name in names:
            _pack(archive, folder / name, name)
        archive.comment = SEAL + b"0" * 64
    seal(out)


def seal(out: Path) -> None:
    """Write into its last bytes what they must be."""
    expected = seal_of(out)
    with out.open("r+b") as stream:
        stream.seek(-len(expected), 2)
        stream.write(expected)


def runs(numbers: Sequence[int]) -> str:
    """`1-3 7`: first and last of those that follow one another."""
    found: list[list[int]] = []
    for number in sorted(numbers):
        if found and found[-1][1] == number - 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    return " ".join(f"{first}-{last}" if first < last else str(first) for first, last in found)


def _pack(archive: ZipFile, path: Path, name: str) -> None:
    info = ZipInfo(name, FIRST_DAY)
    info.compress_type, info.file_size = ZIP_DEFLATED, path.stat().st_size
    with path.open("rb") as stream, archive.open(info, "w") as inside:
        shutil.copyfileobj(stream, inside)


def _digest_of(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
