"""Holds every witness and everything lodged against the digest that the act which wrote it carries."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.db.models import Model

from sanad.audit.models import Event
from sanad.record.digests import digest_of, plain
from sanad.witnesses.models import Identity, Lodged

LATER = frozenset(["id", "agent_id"])
"""Filled after the row was written."""
AT_ONCE = 2_000


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it was written. `code`: changed, missing, not_written; `what` is its reference."""

    code: str
    what: str


def digests_of(*rows: Identity | Lodged) -> dict[str, str]:
    """What the act that writes these rows carries: by reference, the digest of everything that lies there, sealed."""
    return {row.reference: _digest(row) for row in rows}


def verify_witnesses() -> Iterator[Finding]:
    """Everything that does not fit; nothing where all is as it was written."""
    written = _written()
    for model in (Identity, Lodged):
        for row in model._base_manager.order_by("pk").iterator(chunk_size=AT_ONCE):
            expected = written.pop(row.reference, "")
            if expected != _digest(row):
                yield Finding("changed" if expected else "not_written", row.reference)
    yield from (Finding("missing", reference) for reference in sorted(written))


def _written() -> dict[str, str]:
    acts = Event.objects.filter(act__in=["witness.lodge", "witness.protect"]).values_list("facts", flat=True)
    found: dict[str, str] = {}
    for facts in acts.iterator(chunk_size=AT_ONCE):
        found |= facts
    return found


def _digest(row: Model) -> str:
    return digest_of(row._meta.db_table, row.pk, _values(row))


def _values(row: Model) -> Mapping[str, object]:
    columns = sorted(field.attname for field in row._meta.concrete_fields if field.attname not in LATER)
    return {name: _as_text(getattr(row, name)) for name in columns}


def _as_text(value: object) -> object:
    return bytes(value).hex() if isinstance(value, bytes | memoryview) else plain(value)
