"""Encryption of texts and files: AES-GCM under a key, each with a number used once."""

import os
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

KEY_BYTES, NONCE_BYTES = 32, 12
FORM = b"\x01"
"""Begins whatever was sealed, so that a later form can be told from this one."""


class CannotUnseal(Exception):
    """The text was sealed under another key, or it is damaged."""


def secret_for(purpose: str) -> bytes:
    """A secret of its own for each purpose, derived from the master key."""
    return derived(settings.MASTER_KEY, purpose)


@lru_cache(maxsize=64)
def derived(master: str, purpose: str) -> bytes:
    """Of a master key that is kept apart."""
    return HKDF(SHA256(), KEY_BYTES, salt=None, info=f"sanad {purpose}".encode()).derive(master.encode())


def sealed(secret: bytes, content: bytes, bound_to: bytes) -> bytes:
    """`bound_to` must be given again to open it: what is moved to another row opens nowhere."""
    nonce = os.urandom(NONCE_BYTES)
    return FORM + nonce + AESGCM(secret).encrypt(nonce, content, bound_to)


def opened(secret: bytes, box: bytes, bound_to: bytes) -> bytes:
    """Raises CannotUnseal."""
    form, nonce, content = box[:1], box[1 : 1 + NONCE_BYTES], box[1 + NONCE_BYTES :]
    if form != FORM:
        raise CannotUnseal("unknown form")
    try:
        return AESGCM(secret).decrypt(nonce, content, bound_to)
    except (InvalidTag, ValueError) as error:
        raise CannotUnseal("damaged, or another key") from error
