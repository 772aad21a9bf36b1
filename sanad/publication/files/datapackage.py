"""The description of a release's files, as a tabular data package."""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from sanad.publication.hiding.enough import FEWEST, MOST_OF_ONE
from sanad.publication.tables.schema import Column, Row, Table

PROFILE = "tabular-data-package"
LICENCE = {
    "name": "CC-BY-4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
    "title": "Creative Commons Attribution 4.0",
}
METHOD = (
    f"No number is published that fewer than {FEWEST} households account for, nor a sum of which one household is more "
    f"than {MOST_OF_ONE} %. Further rows are hidden so that none can be found by subtraction, within a table, beside "
    "another or beside an earlier release: a number that differs from an earlier one by fewer than ten households "
    "keeps its earlier day, and so do sums that could be set off against it."
)
HXL = "The second row of every file holds HXL tags and begins with #; it is a comment to readers of data packages."


def described(told: Mapping[str, Any], tables: Mapping[Table, Sequence[Row]], folder: Path) -> dict[str, Any]:
    """`told` is what the release says of itself (`files.telling`)."""
    return {
        "profile": PROFILE,
        "name": f"sanad-release-{told['number']:04}",
        "title": f"Sanad, release {told['number']}",
        "version": f"{told['number']}.0.0",
        "created": told["published_at"],
        "licenses": [LICENCE],
        "method": f"{METHOD} {HXL}",
        "position": told["position"],
        "checkpoint": told["checkpoint"],
        "hidden": told["hidden"],
        "madeUp": told["made_up"],
        "resources": [_resource(table, folder / f"{table.name}.csv") for table in tables],
    }


def _resource(table: Table, path: Path) -> dict[str, Any]:
    content = path.read_bytes()
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": table.title,
        "description": table.about,
        "path": path.name,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "header": True, "commentChar": "#"},
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "primaryKey": list(table.key),
            "missingValues": [""],
        },
    }


def _field(column: Column) -> dict[str, Any]:
    told: dict[str, Any] = {"name": column.name, "type": column.kind, "description": column.about}
    if column.kind == "date":
        told["format"] = "default"
    if column.one_of:
        told["constraints"] = {"enum": [one for one in column.one_of if one]}
    return told
