"""A list of places as a data file of our own: one YAML file with its source and a row for each place."""

from datetime import date
from pathlib import Path
from typing import Any

import yaml

from sanad.places.cod import HIERARCHY
from sanad.places.proposals import Origin, Proposal, Proposed

LEBANON = Path(__file__).parent / "lists" / "lebanon.yaml"


def read_list(path: Path) -> Proposal:
    """A file that people wrote and reviewed: a row that is not whole stops the reading."""
    told = yaml.safe_load(path.read_text(encoding="utf-8"))
    published = told["source"]["published"]
    origin = Origin(**{**told["source"], "published": date.fromisoformat(str(published)) if published else None})
    places = tuple(_place(code, row) for code, row in told["places"].items())
    return Proposal(origin, len(told["places"]), places, (), ())


def _place(code: str, row: dict[str, Any]) -> Proposed:
    names = {spoken: tuple(row[spoken] if isinstance(row[spoken], list) else [row[spoken]]) for spoken in ("en", "ar")}
    within = {row.get("hierarchy", HIERARCHY): row["within"]} if "within" in row else {}
    return Proposed(code, row["kind"], names, within)
