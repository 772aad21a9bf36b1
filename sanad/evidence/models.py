"""Keys under which personal texts and files lie, and the files."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q


class Key(models.Model):
    """The key of one person or household, wrapped under the master key; empty once it is destroyed.

    What lies under a destroyed key can never be read again, in no copy of the database: that is how a name is deleted.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    wrapped = models.BinaryField(null=True)
    made_at = models.DateTimeField()
    destroyed_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(wrapped__isnull=False, destroyed_at=None) | Q(wrapped=None, destroyed_at__isnull=False),
                name="key_is_whole_or_destroyed",
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)


class Kind(models.TextChoices):
    """What a file is, as its content shows; the name that it came under is not asked."""

    JPEG = "jpeg", "JPEG"
    PNG = "png", "PNG"
    PDF = "pdf", "PDF"


class File(models.Model):
    """One photo or document, encrypted under its owner's key. `stored` is the hash of the encrypted content.

    The id is made by the client, so that an upload sent twice is kept once.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    key = models.ForeignKey(Key, on_delete=models.PROTECT, related_name="files")
    kind = models.CharField(max_length=4, choices=Kind)
    size = models.BigIntegerField()
    stored = models.CharField(max_length=64, unique=True)
    name = models.BinaryField()
    kept_at = models.DateTimeField()
    kept_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="file_kind_is_known"),
            models.CheckConstraint(condition=Q(size__gt=0), name="file_is_not_empty"),
            models.CheckConstraint(condition=Q(stored__regex=r"^[0-9a-f]{64}$"), name="file_is_named_by_its_hash"),
        ]

    def __str__(self) -> str:
        return str(self.id)
