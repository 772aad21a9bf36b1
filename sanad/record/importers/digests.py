"""Digests as archives write them: the name of the hash, a colon, its value in hexadecimal digits or base 32."""

import base64
import hashlib

KNOWN = {"sha1": "sha1", "sha-1": "sha1", "sha256": "sha256", "sha-256": "sha256", "sha512": "sha512", "md5": "md5"}


def is_one_of(digest: str, *raws: bytes) -> bool:
    """Whether it is of one of these; what cannot be checked is not the same."""
    name, _, value = digest.strip().partition(":")
    algorithm = KNOWN.get(name.lower())
    return bool(algorithm) and any(_is_of(value, hashlib.new(algorithm or "", raw).digest()) for raw in raws)


def _is_of(value: str, digest: bytes) -> bool:
    return value.lower() == digest.hex() or value.upper().rstrip("=") == base64.b32encode(digest).decode().rstrip("=")
