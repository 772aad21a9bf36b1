"""OCHA's common operational datasets (COD-AB) of administrative boundaries, as TopoJSON: districts and cadastres."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from sanad.places.proposals import Fault, Origin, Proposal, Proposed
from sanad.sheets.texts import clean_text

ORIGIN = Origin(
    "cod-ab-lbn-2020",
    "Lebanon administrative boundaries, levels 0 to 3 (COD-AB)",
    "United Nations Office for the Coordination of Humanitarian Affairs (OCHA)",
    date(2020, 8, 10),
    "COD-AB",
)
HIERARCHY = "administrative"
LEVELS = ("country", "governorate", "district", "cadastre")
NO_CODE = ("", "0", "None", "Conflict")

Row = Mapping[str, Any]


def read_cod(districts: Path, cadastres: Path) -> Proposal:
    """Both files together; a row without a code of its own is a disputed strip and no place."""
    rows = [*_rows(districts, 2), *_rows(cadastres, 3)]
    places, faults = [], []
    for level, file, row in rows:
        found = _faults(level, file, row)
        faults.extend(found)
        if not any(fault.is_left_out for fault in found):
            places.append(_place(row, level))
    implied = {place.code: place for _, _, row in rows for place in _upper(row) if not _lacks_code(row, 1)}
    return Proposal(ORIGIN, len(rows), tuple(places), tuple(implied.values()), tuple(faults))


def code_of(published: str) -> str:
    return f"cod-{published}"


def _rows(path: Path, level: int) -> Iterator[tuple[int, str, Row]]:
    topology = json.loads(path.read_text(encoding="utf-8"))
    for layer in topology["objects"].values():
        for geometry in layer["geometries"]:
            yield level, path.name, geometry["properties"]


def _place(row: Row, level: int) -> Proposed:
    within = {HIERARCHY: code_of(row[f"admin{level - 1}Pcod"])} if level else {}
    return Proposed(code_of(row[f"admin{level}Pcod"]), LEVELS[level], _names(row, level), within)


def _upper(row: Row) -> tuple[Proposed, Proposed]:
    return _place(row, 0), _place(row, 1)


def _names(row: Row, level: int) -> dict[str, tuple[str, ...]]:
    english = [row.get(f"admin{level}{part}") for part in ("Name", "RefN", "AltN")]
    arabic = [row.get(f"admin{level}{part}") for part in ("Na_1", "Al_1")]
    cleaned = {language: _cleaned(names) for language, names in (("en", english), ("ar", arabic))}
    return {language: names for language, names in cleaned.items() if names}


def _cleaned(names: list[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for name in names if name and (text := clean_text(name))))


def _lacks_code(row: Row, level: int) -> bool:
    return clean_text(str(row.get(f"admin{level}Pcod"))) in NO_CODE


def _faults(level: int, file: str, row: Row) -> list[Fault]:
    number = str(row.get("OBJECTID"))
    if _lacks_code(row, level):
        return [Fault("no_code_of_its_own", file, number, is_left_out=True)]
    arabic = row.get(f"admin{level}Na_1") or ""
    found = {"no_arabic_name": not clean_text(arabic), "name_was_cleaned": clean_text(arabic) != arabic}
    return [Fault(code, file, number, is_left_out=False) for code, is_so in found.items() if is_so]
