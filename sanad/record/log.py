"""Writing rows of the record: each act in one transaction, with one event and the digest of every row."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import Model

from sanad.audit.merkle import merkle_root
from sanad.audit.services import Rows, record
from sanad.record.digests import digest_of_row
from sanad.record.models import LogRow
from sanad.staff.models import User

Row = TypeVar("Row", bound=Model)
AT_ONCE = 2_000


@dataclass(frozen=True, slots=True)
class By:
    """Who acts, and when."""

    user: User
    at: datetime


@dataclass(slots=True)
class Writing:
    """Rows of one act. `on` names what the act is about, once it has a number."""

    on: str = ""
    facts: dict[str, Any] = field(default_factory=dict)
    rows: list[Model] = field(default_factory=list)

    def put(self, row: Row) -> Row:
        row.save(force_insert=True)
        self.rows.append(row)
        return row

    def put_all(self, rows: Iterable[Row]) -> Sequence[Row]:
        made = list(rows)
        if made:
            type(made[0])._base_manager.bulk_create(made, batch_size=AT_ONCE)
        self.rows += made
        return made

    def named(self, row: Model) -> None:
        """The act is about this row."""
        self.on = reference_of(row)


def reference_of(row: Model) -> str:
    return f"record:{row._meta.model_name}/{row.pk}"


@contextmanager
def writing(act: str, by: By, facts: Mapping[str, Any] | None = None) -> Iterator[Writing]:
    """One act on the record: all its rows and its event are written, or nothing is."""
    with transaction.atomic():
        written = Writing(facts=dict(facts or {}))
        yield written
        _log(act, by, written)


def _log(act: str, by: By, written: Writing) -> None:
    digests = [digest_of_row(row) for row in written.rows]
    rows = Rows(len(digests), merkle_root(leaves(written.rows, digests))) if digests else None
    event = record(act=act, on=written.on, by=by.user, at=by.at, facts=written.facts, rows=rows)
    LogRow.objects.bulk_create(
        [
            LogRow(event=event, place=place, table=row._meta.db_table, row=row.pk, digest=digest)
            for place, (row, digest) in enumerate(zip(written.rows, digests, strict=True))
        ],
        batch_size=AT_ONCE,
    )


def leaves(rows: Sequence[Model], digests: Sequence[str]) -> Iterator[bytes]:
    for row, digest in zip(rows, digests, strict=True):
        yield leaf(row._meta.db_table, row.pk, digest)


def leaf(table: str, row: int, digest: str) -> bytes:
    return f"{table}:{row}:{digest}".encode()
