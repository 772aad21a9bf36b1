"""A list of places as a data file of our own: one YAML file with its source and a row for each place."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from sanad.places.cod import HIERARCHY
from sanad.places.proposals import Origin, Proposal, Proposed

SOURCE, ROW = ("code", "title", "publisher", "published"), ("kind", "en", "ar")
LEBANON = Path(__file__).parent / "lists" / "lebanon.yaml"


class FieldIsMissing(ValueError):
    """Says the field with what it stands in, such as `places / cod-LB1 / ar`."""


def read_list(path: Path) -> Proposal:
    """A file that people wrote and reviewed: a row that is not whole stops the reading. Raises FieldIsMissing."""
    told = yaml.safe_load(path.read_text(encoding="utf-8"))
    _require(told, ("source", "places"))
    _require(told["source"], SOURCE, "source")
    published = told["source"]["published"]
    origin = Origin(**{**told["source"], "published": date.fromisoformat(str(published)) if published else None})
    for code, row in told["places"].items():
        _require(row, ROW, "places", code)
    places = tuple(_place(code, row) for code, row in told["places"].items())
    return Proposal(origin, len(told["places"]), places, (), ())


def _require(told: Any, needed: Sequence[str], *within: str) -> None:
    """Raises FieldIsMissing, TypeError where there are no fields at all."""
    if not isinstance(told, dict):
        raise TypeError("no fields in " + (" / ".join(within) or "the file"))
    for field in needed:
        if field not in told:
            raise FieldIsMissing(" / ".join((*within, field)))


def _place(code: str, row: dict[str, Any]) -> Proposed:
    names = {spoken: tuple(row[spoken] if isinstance(row[spoken], list) else [row[spoken]]) for spoken in ("en", "ar")}
    within = {row.get("hierarchy", HIERARCHY): row["within"]} if "within" in row else {}
    return Proposed(code, row["kind"], names, within)
