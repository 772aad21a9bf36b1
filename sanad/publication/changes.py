"""What a release tells otherwise than the one before: the figures, each then and now."""

from collections.abc import Mapping, Sequence
from typing import Any

from sanad.publication.series import HELD, HIDDEN
from sanad.publication.tables.schema import Row

Told = Mapping[str, Any]


def changes_since(before: Told | None, tables: Mapping[str, Sequence[Row]]) -> list[dict[str, Any]]:
    """Of every figure whose value or state is another; nothing where there was no release before."""
    if before is None:
        return []
    then = {(row["programme"], row["number"]): row for row in before["tables"]["figures"]}
    return [
        _change(then.get((row["programme"], row["number"])), row) for row in tables["figures"] if _differs(then, row)
    ]


def _differs(then: Mapping[tuple[str, str], Row], row: Row) -> bool:
    was = then.get((row["programme"], row["number"]))
    return was is None or (was["value"], was["state"] == HIDDEN) != (row["value"], row["state"] == HIDDEN)


def _change(was: Row | None, row: Row) -> dict[str, Any]:
    before = {"before": was["value"] if was else None, "state_before": was["state"] if was else "not_known"}
    named = {name: row[name] for name in ("programme", "number", "unit")}
    return {**named, **before, "now": row["value"], "state": row["state"]}


def counts_of_hidden(tables: Mapping[str, Sequence[Row]]) -> dict[str, dict[str, int]]:
    """By table, how many rows are hidden, and how many keep what was told on an earlier day."""
    return {
        name: {state: sum(1 for row in rows if row.get("state") == state) for state in (HIDDEN, HELD)}
        for name, rows in tables.items()
    }
