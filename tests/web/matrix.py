"""Reads the matrix of `access.md`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sanad.staff.roles import Role
from tests.web.sweeping import SCOPES

PATH = Path(__file__).parent / "access.md"
FIRST = "address"
FOUR = {
    "yes": ("yes", "yes", "yes", "yes"),
    "reach": ("yes", "404", "yes", "404"),
    "place": ("yes", "404", "yes", "yes"),
    "programme": ("yes", "yes", "yes", "404"),
    "whole": ("404", "404", "yes", "404"),
    "404": ("404", "404", "404", "404"),
    "403": ("403", "403", "403", "403"),
    "family": ("family", "family", "family", "family"),
}
OWN = frozenset({"yes", "404", "405", "again"})


@dataclass(frozen=True, slots=True)
class Row:
    """What one address answers; `words` by role."""

    address: str
    methods: frozenset[str]
    nobody: str
    words: Mapping[str, str]

    def allowed(self, method: str, role: str, scope: str) -> frozenset[str]:
        """The answers that are right."""
        word = self.words[role]
        if word == "own":
            return OWN
        expected = FOUR[word][list(SCOPES).index(scope)]
        if method in self.methods or word == "403":
            return frozenset({expected})
        # What is only posted to refuses before it looks for the thing; a page that is only read may show itself again.
        return frozenset({"405"}) if method == "GET" else frozenset({expected, expected.replace("yes", "405")})


def rows() -> dict[str, Row]:
    """Every row of every table that is about addresses. Raises ValueError for a row that is twice or cannot be read."""
    found: dict[str, Row] = {}
    for cells in _cells():
        row = Row(cells[0], frozenset(cells[1].split(", ")), cells[2], dict(zip(Role.values, cells[3:], strict=True)))
        if row.address in found or not set(row.words.values()) <= {*FOUR, "own"}:
            raise ValueError(row.address)
        found[row.address] = row
    return found


def asked_again() -> set[str]:
    """The addresses that ask to sign in again."""
    section = PATH.read_text(encoding="utf-8").partition("## What asks to sign in again")[2].partition("## ")[0]
    return set(re.findall(r"`(\w+)`", section))


def _cells() -> list[list[str]]:
    found, reading = [], False
    for line in PATH.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if not line.startswith("|"):
            reading = False
        elif cells[0] == FIRST:
            reading = [cell.replace(" ", "_") for cell in cells[3:]] == Role.values
        elif reading and set(cells[0]) != {"-"}:
            found.append(cells)
    return found
