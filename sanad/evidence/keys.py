"""A key per person or household: made, used, destroyed when retention ends."""

import os
import uuid
from datetime import datetime

from django.db import transaction

from sanad.audit.services import record
from sanad.evidence.models import Key
from sanad.evidence.sealing import KEY_BYTES, opened, sealed, secret_for
from sanad.staff.models import User

WRAPPING = "wrapping keys"


class KeyIsDestroyed(Exception):
    """The person's data was deleted: nothing under this key can be read or written again."""


def new_key(at: datetime) -> Key:
    key = made_key(at)
    key.save(force_insert=True)
    return key


def new_keys(count: int, at: datetime) -> list[Key]:
    return Key.objects.bulk_create([made_key(at) for _ in range(count)], batch_size=2_000)


def made_key(at: datetime) -> Key:
    """A key that is not in the database yet."""
    identity = uuid.uuid4()
    wrapped = sealed(secret_for(WRAPPING), os.urandom(KEY_BYTES), identity.bytes)
    return Key(id=identity, wrapped=wrapped, made_at=at)


def seal(key: Key, text: str) -> bytes:
    """Raises KeyIsDestroyed."""
    return seal_content(key, text.encode())


def unseal(key: Key, sealed_text: bytes | memoryview) -> str:
    """Raises KeyIsDestroyed, CannotUnseal."""
    return unseal_content(key, bytes(sealed_text)).decode()


def unseal_if_kept(key: Key, sealed_text: bytes | memoryview | None) -> str:
    """Empty where nothing was written, or where the key is destroyed: a page about it still opens."""
    return "" if sealed_text is None or key.wrapped is None else unseal(key, sealed_text)


def seal_content(key: Key, content: bytes) -> bytes:
    return sealed(_secret(key), content, key.id.bytes)


def unseal_content(key: Key, content: bytes) -> bytes:
    return opened(_secret(key), content, key.id.bytes)


def _secret(key: Key) -> bytes:
    if key.wrapped is None:
        raise KeyIsDestroyed(str(key.id))
    return opened(secret_for(WRAPPING), bytes(key.wrapped), key.id.bytes)


@transaction.atomic
def destroy(key: Key, *, at: datetime, by: User | None, reason: str) -> None:
    """Make everything under the key unreadable for good; `reason` is a code, such as `retention_ended`.

    Raises KeyIsDestroyed where somebody did so before.
    """
    done = Key.objects.filter(pk=key.pk, destroyed_at=None).update(wrapped=None, destroyed_at=at)
    if not done:
        raise KeyIsDestroyed(str(key.id))
    key.refresh_from_db()
    record(act="key.destroy", on=f"key:{key.id}", by=by, at=at, facts={"reason": reason})
