"""Publishing: a release is frozen at the last sealed position, whole or not at all."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django.utils.timezone import localtime

from sanad.audit.checkpoints import Checkpoint, signed, signing_key
from sanad.audit.made_up import is_made_up
from sanad.audit.models import Chain, Event
from sanad.audit.sealing import seal_all
from sanad.audit.services import record
from sanad.publication.changes import changes_since, counts_of_hidden
from sanad.publication.files.writing import take_place, unfinished, write_release
from sanad.publication.models import Basis, Release
from sanad.publication.selectors import newest, told_of
from sanad.publication.series import Draft
from sanad.publication.tables.all import TABLES, counted_tables
from sanad.staff.models import User

SNAPSHOT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"
TRIES = 5
NO_NOTE: Mapping[str, str] = {}
ACT = "release.publish"


class NothingHappened(Exception):
    """Nothing has been sealed since the last release, so there is nothing to tell."""


class NoteIsHalf(Exception):
    """What a release corrects is written in both languages, or not at all."""


class NeverStill(Exception):
    """Something was always being written while the tables were to be frozen; try again."""


class AnotherWasFirst(Exception):
    """Somebody else published at the same moment; look at that release first."""


def publish(*, at: datetime, by: User, note: Mapping[str, str] = NO_NOTE, after: int | None = None) -> Release:
    """Freeze a release of all programmes. `note` says, by language, what it corrects; `after` is the number of the one
    that was the newest for whoever publishes, where that was asked (0: there was none).

    Raises NoteIsHalf, NothingHappened, NeverStill, AnotherWasFirst. A process that is killed leaves the last release
    standing.
    """
    written = {language: words for language, words in note.items() if words}
    if written and len(written) < len(settings.LANGUAGES):
        raise NoteIsHalf(*written)
    if after is not None and after != (last := _last_number()):
        raise AnotherWasFirst(last)
    for _ in range(TRIES):
        seal_all(at=at)
        with unfinished(Path(settings.RELEASES_ROOT)) as folder:
            released = _frozen(folder, at, by, written)
        if released is not None:
            return released
    raise NeverStill


def _last_number() -> int:
    before = newest()
    return before.number if before else 0


def _frozen(folder: Path, at: datetime, by: User, note: Mapping[str, str]) -> Release | None:
    """None where something had been written that has no number yet."""
    is_outermost = not connection.in_atomic_block
    with transaction.atomic():
        if connection.vendor == "postgresql" and is_outermost:
            with connection.cursor() as cursor:
                cursor.execute(SNAPSHOT)
        if Event.objects.filter(number=None).exists():
            return None
        return _released(folder, at, by, note)


def _released(folder: Path, at: datetime, by: User, note: Mapping[str, str]) -> Release:
    head, before = Chain.objects.get(pk=1), newest()
    if before is not None and not _has_news(before):
        raise NothingHappened(before.number)
    draft = Draft(localtime(at).date())
    tables = counted_tables(draft)
    number = before.number + 1 if before else 1
    told = {
        "number": number,
        "published_at": at.isoformat(timespec="seconds"),
        "position": head.length,
        "checkpoint": signed(Checkpoint(head.length, head.digest), signing_key(settings.MASTER_KEY)),
        "made_up": is_made_up(),
        "note": dict(note),
        "hidden": counts_of_hidden(tables),
        "changed": changes_since(told_of(before) if before else None, tables),
    }
    checks = write_release(folder, told, {table: tables[table.name] for table in TABLES})
    return _kept(
        folder,
        draft,
        by,
        Release(
            number=number,
            position=head.length,
            digest=head.digest,
            checks=checks,
            note=dict(note),
            published_at=at,
            published_by=by,
        ),
    )


def _has_news(before: Release) -> bool:
    """Whether anything but the release itself was sealed since."""
    return Event.objects.filter(number__gt=before.position).exclude(act=ACT).exists()


def _kept(folder: Path, draft: Draft, by: User, release: Release) -> Release:
    """The row first, so that of two who publish one waits; the folder takes its place before the row is committed."""
    try:
        with transaction.atomic():
            release.save(force_insert=True)
    except IntegrityError as error:
        raise AnotherWasFirst(release.number) from error
    Basis.objects.bulk_create(
        Basis(release=release, series=series, part=part, contents=contents)
        for (series, part), contents in draft.written.items()
    )
    facts: dict[str, Any] = {"position": release.position, "checks": release.checks, "bases": len(draft.written)}
    record(act=ACT, on=f"release:{release.number}", by=by, at=release.published_at, facts=facts)
    take_place(folder, Path(settings.RELEASES_ROOT) / release.folder)
    return release
