"""The parts of others are the ones that were vendored, to the byte."""

import hashlib

from tests.health.tree import ROOT

VENDOR = ROOT / "sanad/web/static/vendor"
OWN = {"README.md", "sha256sums"}


def test_every_vendored_file_has_its_listed_hash():
    listed = dict(reversed(line.split("  ./")) for line in (VENDOR / "sha256sums").read_text().splitlines())

    found = {path.relative_to(VENDOR).as_posix(): path for path in VENDOR.rglob("*") if path.is_file()}
    hashes = {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in found.items() if name not in OWN}

    assert hashes == listed
