"""What a table was counted from, packed for the database: keys of households and sums, no names."""

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sanad.publication.hiding.versions import Counted, Version

Cells = dict[str, Any]
"""What was published of one row."""


@dataclass(frozen=True)
class Past:
    """One breakdown of a table as an earlier release counted and told it."""

    parents: Mapping[str, str]
    version: Version
    told: Mapping[str, Cells]
    as_of: date


def packed(past: Mapping[str, Past]) -> bytes:
    """By breakdown."""
    text = json.dumps({name: _plain(one) for name, one in past.items()}, separators=(",", ":"), sort_keys=True)
    return zlib.compress(text.encode())


def unpacked(contents: bytes) -> dict[str, Past]:
    return {name: _past(one) for name, one in json.loads(zlib.decompress(contents)).items()}


def _plain(past: Past) -> Cells:
    return {
        "parents": dict(past.parents),
        "counted": past.version.counted,
        "shown": sorted(past.version.shown),
        "whole": sorted(past.version.whole),
        "told": past.told,
        "as_of": past.as_of.isoformat(),
    }


def _past(plain: Cells) -> Past:
    version = Version(_counted(plain["counted"]), frozenset(plain["shown"]), frozenset(plain["whole"]))
    return Past(plain["parents"], version, plain["told"], date.fromisoformat(plain["as_of"]))


def _counted(plain: Mapping[str, Mapping[str, Mapping[str, int]]]) -> Counted:
    """JSON has made text of the households' keys."""
    return {
        leaf: {column: {int(family): amount for family, amount in cell.items()} for column, cell in cells.items()}
        for leaf, cells in plain.items()
    }
