"""Holds the files of every release against the hashes under which it was published."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from sanad.publication.files.writing import CHECKS, hashes_of
from sanad.publication.models import Release
from sanad.publication.selectors import folder_of


@dataclass(frozen=True, slots=True)
class Altered:
    """A file of a release that is not as it was published: changed, missing or added."""

    release: int
    file: str


def verify_releases() -> Iterator[Altered]:
    for release in Release.objects.order_by("number"):
        yield from (Altered(release.number, name) for name in _altered(release))


def _altered(release: Release) -> list[str]:
    folder = folder_of(release)
    checks = folder / CHECKS
    if not checks.is_file() or hashlib.sha256(checks.read_bytes()).hexdigest() != release.checks:
        return [CHECKS]
    lines = (line.split("  ", 1) for line in checks.read_text(encoding="ascii").splitlines())
    published = {name: digest for digest, name in lines}
    found = hashes_of(folder)
    return sorted(name for name in published.keys() | found.keys() if published.get(name) != found.get(name))
