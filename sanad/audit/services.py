"""Writing down an act."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection

from sanad.audit.models import Event
from sanad.staff.models import User


class NotInATransaction(Exception):
    """An act and its event are written together or not at all."""


@dataclass(frozen=True, slots=True)
class Rows:
    """What a bulk act wrote: how many rows, and the Merkle root of them (see `sanad.audit.merkle`)."""

    count: int
    root: str


def record(
    *,
    act: str,
    on: str,
    by: User | None,
    at: datetime,
    facts: Mapping[str, Any] | None = None,
    rows: Rows | None = None,
) -> Event:
    """Write down one act in the transaction of the act; `by` is None where the system itself acts on a clock.

    Raises NotInATransaction.
    """
    if not connection.in_atomic_block:
        raise NotInATransaction(act)
    return Event.objects.create(
        act=act,
        on=on,
        by=by,
        at=at,
        facts=dict(facts or {}),
        rows=rows.count if rows else None,
        root=rows.root if rows else "",
    )
