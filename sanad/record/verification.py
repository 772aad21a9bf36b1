"""Holds every row of the record against the digest with which it was written, and every text and file against its hash.

The log of the acts themselves is held by the chain of all acts (`sanad.audit.verification`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

from cryptography.exceptions import InvalidTag
from django.apps import apps
from django.db import connection
from django.db.models import Model

from sanad.audit.merkle import merkle_root
from sanad.audit.models import Event
from sanad.evidence import storage
from sanad.evidence.sealing import CannotUnseal
from sanad.record.digests import columns_of, digest_of, sha256_of
from sanad.record.log import leaf
from sanad.record.models import Capture, LogRow, TextLayer
from sanad.record.refusals import RecordRefused
from sanad.record.selectors.provenance import bytes_of

UNLOGGED = frozenset(["proposal", "place", "logrow"])
"""Proposals are not the record; a place only holds a rank; the log is held by its events."""
AT_ONCE = 5_000
WRONG_PLACES = """
SELECT s.id FROM record_span s JOIN record_textlayer l ON l.id = s.layer_id
WHERE l.text IS NOT NULL
AND (s.exact IS NULL
     OR substr(l.text, CAST(s.start + 1 AS integer), CAST(s."end" - s.start AS integer)) <> s.exact)
ORDER BY s.id
"""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it was written. `code`: log_changed, changed, missing, not_in_the_log, text_changed,
    words_moved, bytes_changed, bytes_missing. `what` names it: a table and a row, or an act.
    """

    code: str
    what: str


def verify_record() -> Iterator[Finding]:
    """Everything that does not fit; nothing where all is as it was written."""
    yield from _log()
    for model in logged_models():
        yield from _rows(model)
    yield from _texts()
    yield from _places()
    yield from _bytes()


def logged_models() -> list[type[Model]]:
    found = apps.get_app_config("record").get_models()
    return [model for model in found if model._meta.model_name not in UNLOGGED]


def _log() -> Iterator[Finding]:
    """Each act's log rows give the Merkle root that was sealed with it."""
    logged = LogRow.objects.order_by("event_id", "place").values_list("event_id", "table", "row", "digest")
    roots = _roots()
    for event, rows in groupby(logged.iterator(chunk_size=AT_ONCE), key=itemgetter(0)):
        found = merkle_root(leaf(*row[1:]) for row in rows)
        while (expected := next(roots, (event, ""))) and expected[0] < event:
            yield Finding("log_changed", f"act {expected[0]}")
        if expected != (event, found):
            yield Finding("log_changed", f"act {event}")
    yield from (Finding("log_changed", f"act {event}") for event, _ in roots)


def _roots() -> Iterator[tuple[int, str]]:
    acts = Event.objects.filter(act__startswith="record.", rows__gt=0).order_by("pk")
    return acts.values_list("pk", "root").iterator(chunk_size=AT_ONCE)


def _rows(model: type[Model]) -> Iterator[Finding]:
    """The rows of a table beside their last digests, both in the order of their numbers."""
    table, columns = model._meta.db_table, columns_of(model)
    stands = model._base_manager.order_by("pk").values_list("pk", *columns).iterator(chunk_size=AT_ONCE)
    digests = ((row[0], digest_of(table, row[0], dict(zip(columns, row[1:], strict=True)))) for row in stands)
    for number, found, logged in _side_by_side(digests, _last_digests(table)):
        if found != logged:
            code = "changed" if found and logged else "missing" if logged else "not_in_the_log"
            yield Finding(code, f"{table}:{number}")


def _side_by_side(
    ours: Iterator[tuple[int, str]], theirs: Iterator[tuple[int, str]]
) -> Iterator[tuple[int, str | None, str | None]]:
    """Two lists in the order of their numbers as one; None where a number stands on one side only."""
    one, other = next(ours, None), next(theirs, None)
    while one or other:
        number = min(side[0] for side in (one, other) if side)
        left = one[1] if one and one[0] == number else None
        right = other[1] if other and other[0] == number else None
        yield number, left, right
        one = next(ours, None) if left is not None else one
        other = next(theirs, None) if right is not None else other


def _last_digests(table: str) -> Iterator[tuple[int, str]]:
    logged = LogRow.objects.filter(table=table).order_by("row", "id").values_list("row", "digest")
    for row, digests in groupby(logged.iterator(chunk_size=AT_ONCE), key=itemgetter(0)):
        yield row, list(digests)[-1][1]


def _texts() -> Iterator[Finding]:
    layers = TextLayer.objects.filter(text__isnull=False).order_by("pk").values_list("pk", "text", "sha256")
    for layer, text, sha256 in layers.iterator(chunk_size=100):
        if sha256_of((text or "").encode()) != sha256:
            yield Finding("text_changed", f"record_textlayer:{layer}")


def _places() -> Iterator[Finding]:
    with connection.cursor() as cursor:
        cursor.execute(WRONG_PLACES)
        found: list[Any] = cursor.fetchall()
    yield from (Finding("words_moved", f"record_span:{one}") for (one,) in found)


def _bytes() -> Iterator[Finding]:
    for capture in Capture.objects.filter(sealed_at=None).select_related("key").order_by("pk").iterator(100):
        code = _wrong_bytes(capture)
        if code:
            yield Finding(code, f"record_capture:{capture.pk}")


def _wrong_bytes(capture: Capture) -> str:
    try:
        content = bytes_of(capture)
    except storage.FileIsMissing:
        return "bytes_missing"
    except (storage.FileIsDamaged, CannotUnseal, InvalidTag, RecordRefused):
        return "bytes_changed"
    return "" if sha256_of(content) == capture.sha256 else "bytes_changed"
