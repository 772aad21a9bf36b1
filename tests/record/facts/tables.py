"""Made-up folders of tables, for tests of what is refused of them."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sanad.record.importers.facts.folder import ReadFolder, read_folder
from sanad.record.importers.facts.plan import read_plan

SOURCES = """id	organisation	date	title	url
A	Town council	2025-03-01	Report on the stairs	https://example.org/stairs
B	River paper	2025-04	What the stairs cost	https://example.org/cost
"""
STEPS = """day	what	by	sources
2025-03-01	The stairs are counted	council	A
2025-04	The paper asks what they cost	paper	A,B
"""
COSTS = [
    {"what": "Stairs of the mill", "cost": 1200, "state": "counted", "from": ["A"]},
    {"what": "Stairs of the school", "cost": 0, "state": "open", "from": ["B"]},
]
PLAN = """
title: Stairs of the town
publisher: Archive of the town
sources: {file: sources.tsv}
tables:
  - {name: costs, file: costs.json, title: What stairs cost, label: what, sums: {cost: USD}, status: state,
     not_verified: [open], sources: from}
  - {name: steps, file: steps.tsv, title: What was done, label: what, day: day, sources: sources,
     steps: {kind: by, part_of: Stairs of the town}}
questions:
  - text: What do stairs cost?
    versions:
      - {table: costs, row: Stairs of the mill, summary: 1200 dollars}
      - {table: costs, row: Stairs of the school, summary: nobody verified it}
"""


def folder_of(folder: Path, **files: str | bytes) -> Path:
    """The folder with these files instead of its own: `steps_tsv` is steps.tsv."""
    wanted: Mapping[str, str | bytes] = {
        "facts_yaml": PLAN,
        "sources_tsv": SOURCES,
        "steps_tsv": STEPS,
        "costs_json": json.dumps(COSTS),
    }
    folder.mkdir(exist_ok=True)
    for name, content in {**wanted, **files}.items():
        raw = content.encode() if isinstance(content, str) else content
        (folder / ".".join(name.rsplit("_", 1))).write_bytes(raw)
    return folder


def costs(**changed: Any) -> str:
    """The first row with other fields; None takes one out."""
    first = {name: value for name, value in {**COSTS[0], **changed}.items() if value is not None}
    return json.dumps([first, COSTS[1]])


def read(folder: Path) -> ReadFolder:
    return read_folder(folder, read_plan(folder / "facts.yaml"))
