"""One page with its proposals, or why it could not be read."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sanad.record.importers.plain_text import PageRefused, read_plain_text
from sanad.record.proposing import propose
from sanad.record.proposing.shape import shape_of


@dataclass(frozen=True, slots=True)
class Proposed:
    """`shape` is the page and its proposals as one object for programs."""

    shape: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Refused:
    """`at` is the first byte that is wrong, where there is one."""

    file: str
    code: str
    at: int


def proposed(file: Path) -> Proposed | Refused:
    """Never raises for what stands in the file."""
    try:
        read = read_plain_text(file)
    except PageRefused as refused:
        return Refused(file.name, refused.code, refused.at)
    page = {"file": read.file, "sha256": read.sha256, "bytes": read.bytes, "chars": len(read.text)}
    told = {"page": {**page, "language": read.language}}
    return Proposed(told | shape_of(propose(read.text, read.language)))
