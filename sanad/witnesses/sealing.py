"""The store of witnesses is sealed twice: under its own key, and outside of that under the key of the witness.

The key of the store may be kept apart (`SANAD_WITNESS_KEY`): whoever has the database and the master key then still
reads nothing here. Destroying the witness's key makes everything of that witness unreadable, in every copy.
"""

import hmac

from django.conf import settings

from sanad.evidence import keys
from sanad.evidence.models import Key
from sanad.evidence.sealing import derived, opened, sealed

STORE, COUNTED = "witnesses", "witnesses counted"


def seal(key: Key, text: str) -> bytes:
    """Raises KeyIsDestroyed."""
    return keys.seal_content(key, sealed(_secret(STORE), text.encode(), key.id.bytes))


def seal_if_told(key: Key, text: str) -> bytes | None:
    return seal(key, text) if text else None


def unseal(key: Key, box: bytes | memoryview | None) -> str:
    """Empty where nothing was told, or where the witness withdrew. Raises CannotUnseal."""
    if box is None or key.wrapped is None:
        return ""
    return opened(_secret(STORE), keys.unseal_content(key, bytes(box)), key.id.bytes).decode()


def digest(of: str, text: str) -> str:
    """A keyed digest by which equal things are found and nothing is read; `of` keeps words and households apart."""
    return hmac.digest(_secret(COUNTED), f"{of} {text}".encode(), "sha256").hex()


def _secret(purpose: str) -> bytes:
    return derived(settings.WITNESS_KEY, purpose)
