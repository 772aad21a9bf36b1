"""Places of Who's On First as points: localities and quarters, some of which are no unit of any administration."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from sanad.places.cod import NO_CODE, code_of
from sanad.places.models import Kind
from sanad.places.proposals import Fault, Origin, Proposal, Proposed
from sanad.places.topology import Area
from sanad.sheets.texts import clean_text

ORIGIN = Origin(
    "whosonfirst-lb",
    "Who's On First, administrative places of Lebanon",
    "Who's On First",
    None,
    "CC0 and CC-BY with attribution",
)
KINDS = {
    "region": Kind.GOVERNORATE,
    "county": Kind.DISTRICT,
    "locality": Kind.LOCALITY,
    "neighbourhood": Kind.QUARTER,
}
MILLION = 1_000_000
BY_POSITION = "by_position"

Row = Mapping[str, Any]


def read_wof(path: Path) -> Proposal:
    """A name that several points bear is told: they are different places, and each keeps its own code."""
    rows = json.loads(path.read_text(encoding="utf-8"))
    codes = Counter(row.get("wof_id") for row in rows)
    named = Counter(name for row in rows for name in {*_arabic(row), row.get("name")} if name)
    places, faults = [], []
    for row in rows:
        found = _faults(path.name, row, codes, named)
        faults.extend(found)
        if not any(fault.is_left_out for fault in found):
            places.append(_place(row))
    return Proposal(ORIGIN, len(rows), tuple(places), (), tuple(faults))


def placed_within(proposal: Proposal, areas: Sequence[Area]) -> Proposal:
    """Each point within the area that holds it, as a hierarchy of its own; one in no area is told and kept."""
    named = [area for area in areas if area.code not in NO_CODE]
    places, faults = [], list(proposal.faults)
    for place in proposal.places:
        holding = next((area.code for area in named if place.point and area.holds(place.point[::-1])), "")
        if not holding:
            faults.append(Fault("in_no_area", "", place.code, is_left_out=False))
        places.append(replace(place, within={BY_POSITION: code_of(holding)} if holding else {}))
    return replace(proposal, places=tuple(places), faults=tuple(faults))


def _place(row: Row) -> Proposed:
    latin = tuple(dict.fromkeys(clean_text(name) for name in (row["name"], *(row.get("variants") or ())) if name))
    names = {"en": latin, "ar": _arabic(row)}
    point = (_millionths(row["lat"]), _millionths(row["lon"]))
    kind = KINDS.get(row.get("placetype", ""), Kind.LOCALITY)
    return Proposed(
        f"wof-{row['wof_id']}", kind, {spoken: found for spoken, found in names.items() if found}, {}, point
    )


def _arabic(row: Row) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for name in row.get("name_ar") or () if (text := clean_text(name))))


def _millionths(degrees: float) -> int:
    return round(degrees * MILLION)


def _faults(file: str, row: Row, codes: Counter[Any], named: Counter[str]) -> list[Fault]:
    number = str(row.get("wof_id"))
    if codes[row.get("wof_id")] > 1 or not row.get("wof_id"):
        return [Fault("no_code_of_its_own", file, number, is_left_out=True)]
    if not isinstance(row.get("lat"), float) or not isinstance(row.get("lon"), float) or not row.get("name"):
        return [Fault("no_name_or_point", file, number, is_left_out=True)]
    shared = any(named[name] > 1 for name in (*_arabic(row), row["name"]))
    found = {"no_arabic_name": not _arabic(row), "name_is_shared": shared}
    return [Fault(code, file, number, is_left_out=False) for code, is_so in found.items() if is_so]
