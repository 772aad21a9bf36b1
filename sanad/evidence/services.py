"""Keeping files."""

import uuid
from datetime import datetime
from typing import BinaryIO

from django.db import transaction

from sanad.audit.services import record
from sanad.evidence import keys, storage
from sanad.evidence.content import LARGEST, Content, checked
from sanad.evidence.models import File, Key
from sanad.sheets.texts import is_readable
from sanad.staff.models import User

LONGEST_NAME = 200


class FileIsAnothers(Exception):
    """A file of this id is kept already, under another person's key: make a new id."""


def keep_file(*, id: uuid.UUID, key: Key, file: BinaryIO, name: str, at: datetime, by: User | None) -> File:
    """Check the content, draw a photo again, encrypt it and keep it; sent twice, it is kept once.

    Raises FileRefused, KeyIsDestroyed, FileIsAnothers.
    """
    known = _known(id, key)
    if known:
        return known
    found = checked(file.read(LARGEST + 1))
    stored = storage.store(keys.seal_content(key, found.content))
    kept = _written(id, key, found, stored, name, at, by)
    if kept.stored != stored:
        storage.remove(stored)
    return kept


def _known(id: uuid.UUID, key: Key) -> File | None:
    known = File.objects.filter(pk=id).first()
    if known and known.key_id != key.pk:
        raise FileIsAnothers(str(id))
    return known


def _printable(name: str) -> str:
    """What cannot be read in a name is left out: the name is a help for people and decides nothing."""
    return "".join(sign for sign in name if is_readable(sign))[:LONGEST_NAME]


@transaction.atomic
def _written(id: uuid.UUID, key: Key, found: Content, stored: str, name: str, at: datetime, by: User | None) -> File:
    """The row comes last, so that no row names a file that is not there; of two at once the first stands."""
    row = File(
        id=id,
        key=key,
        kind=found.kind,
        size=len(found.content),
        stored=stored,
        name=keys.seal(key, _printable(name)),
        kept_at=at,
        kept_by=by,
    )
    File.objects.bulk_create([row], ignore_conflicts=True)
    kept = _known(id, key)
    if kept is None:
        raise FileIsAnothers(str(id))
    if kept.stored == stored:
        record(act="file.keep", on=f"file:{id}", by=by, at=at, facts={"kind": found.kind, "size": row.size})
    return kept
