"""The digest of a row as it was written, and of words."""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import Model

from sanad.record import models

LATER: Mapping[type[Model], frozenset[str]] = {
    models.Capture: frozenset(["sealed_at"]),
    models.TextLayer: frozenset(["text", "replaced_by_id"]),
    models.Span: frozenset(["exact", "prefix", "suffix"]),
    models.Node: frozenset(["rank"]),
    models.Mention: frozenset(["state", "agent_id", "resolver"]),
    models.Sealing: frozenset(["done_by_id", "done_at"]),
    models.Statement: frozenset(["rec_hash"]),
}
"""Columns that may be filled or emptied after the row was written, or that follow from others; a text's own hash stands
in `sha256`, a span's words in its text."""


def sha256_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def columns_of(model: type[Model]) -> tuple[str, ...]:
    """Those that the digest holds, in the order of their names."""
    left_out = LATER.get(model, frozenset()) | {"id"}
    return tuple(sorted(field.attname for field in model._meta.concrete_fields if field.attname not in left_out))


def digest_of(table: str, row: int, values: Mapping[str, Any]) -> str:
    """SHA-256 over one line of JSON: the table, the row, and its columns by name."""
    line = {"table": table, "row": row, **{name: plain(value) for name, value in values.items()}}
    text = json.dumps(line, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return sha256_of(text.encode())


def digest_of_row(row: Model) -> str:
    values = {name: getattr(row, name) for name in columns_of(type(row))}
    return digest_of(row._meta.db_table, row.pk, values)


def plain(value: Any) -> Any:
    """As it stands in the digest on every database: times to the microsecond in UTC, ids and numbers as text."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value.normalize())
    if value is None or isinstance(value, bool | int | str | dict | list):
        return value
    return str(value)
