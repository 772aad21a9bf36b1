"""Signed notes of the chain's head, kept outside of the database: whoever cuts the chain's end cannot cut these.

The form is that of a signed note (C2SP): the name of the log, its length, the digest of its head, an Ed25519 signature.
"""

import base64
import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

ORIGIN = "sanad/audit"
ED25519 = b"\x01"


class NoteIsDamaged(Exception):
    """The file is no note of this log, or its signature is not by its key."""


@dataclass(frozen=True, slots=True)
class Checkpoint:
    length: int
    digest: str

    @property
    def body(self) -> str:
        root = base64.b64encode(bytes.fromhex(self.digest)).decode()
        return f"{ORIGIN}\n{self.length}\n{root}\n"


def signing_key(master: str) -> Ed25519PrivateKey:
    """The key that signs, drawn from the master key, so that there is one secret to keep and not two."""
    derived = HKDF(hashes.SHA256(), 32, salt=None, info=b"sanad checkpoints").derive(master.encode())
    return Ed25519PrivateKey.from_private_bytes(derived)


def signed(checkpoint: Checkpoint, key: Ed25519PrivateKey) -> str:
    signature = base64.b64encode(_key_id(key.public_key()) + key.sign(checkpoint.body.encode())).decode()
    return f"{checkpoint.body}\n— {ORIGIN} {signature}\n"


def opened(note: str, key: Ed25519PublicKey) -> Checkpoint:
    """The checkpoint of a note. Raises NoteIsDamaged."""
    try:
        body, _, tail = note.partition("\n\n")
        origin, length, root = body.split("\n")
        signature = base64.b64decode(tail.split()[2])
        key.verify(signature[4:], f"{body}\n".encode())
        if origin != ORIGIN or signature[:4] != _key_id(key):
            raise NoteIsDamaged(origin)
        return Checkpoint(int(length), base64.b64decode(root).hex())
    except (ValueError, IndexError, InvalidSignature) as error:
        raise NoteIsDamaged(str(error)) from error


def write_checkpoint(folder: Path, checkpoint: Checkpoint, key: Ed25519PrivateKey) -> Path:
    """Keep the note as a file named by the length; whole or not at all."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / f"{checkpoint.length:012}.note"
    unfinished = path.with_suffix(".unfinished")
    with unfinished.open("w", encoding="utf-8") as file:
        file.write(signed(checkpoint, key))
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)
    return path


def notes_in(folder: Path) -> Iterator[Path]:
    return iter(sorted(folder.glob("*.note")))


def _key_id(key: Ed25519PublicKey) -> bytes:
    return hashlib.sha256(ORIGIN.encode() + b"\n" + ED25519 + key.public_bytes_raw()).digest()[:4]
