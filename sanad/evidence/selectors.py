"""Reading files back."""

from sanad.evidence import keys, storage
from sanad.evidence.models import File


def content_of(file: File) -> bytes:
    """The file as it was kept. Raises KeyIsDestroyed, CannotUnseal, FileIsMissing, FileIsDamaged."""
    return keys.unseal_content(file.key, storage.fetch(file.stored))


def name_of(file: File) -> str:
    """The name under which it came. Raises KeyIsDestroyed."""
    return keys.unseal(file.key, file.name)
