"""Releases, and what their tables were counted from."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q


class Release(models.Model):
    """Tables frozen at a sealed position; they lie as files in `folder`, under settings.RELEASES_ROOT. Never changed.

    `digest` is the head of the audit chain at that position, `checks` the SHA-256 of the folder's list of hashes.
    `note` says in each language what was corrected since the release before; empty where nothing was.
    """

    number = models.IntegerField(unique=True)
    position = models.BigIntegerField()
    digest = models.CharField(max_length=64)
    checks = models.CharField(max_length=64)
    note = models.JSONField(default=dict)
    published_at = models.DateTimeField()
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(number__gt=0), name="release_numbers_start_at_1"),
            models.CheckConstraint(condition=Q(position__gte=0), name="release_is_at_a_position"),
            models.CheckConstraint(condition=~Q(digest="") & ~Q(checks=""), name="release_is_known_by_its_hashes"),
        ]

    def __str__(self) -> str:
        return self.folder

    @property
    def folder(self) -> str:
        return f"{self.number:04}"


class Basis(models.Model):
    """What a published table was counted from: keys of households and what each adds. It is never published.

    Later releases are held against it, so that no two of them tell what a few families changed. `series` names the
    table, and `contents` are packed by `sanad.publication.series`.
    """

    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="bases")
    series = models.CharField(max_length=64)
    part = models.CharField(max_length=64, blank=True)
    contents = models.BinaryField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["release", "series", "part"], name="series_has_a_basis_once_a_release"),
            models.CheckConstraint(condition=~Q(series=""), name="basis_is_of_a_series"),
        ]

    def __str__(self) -> str:
        return f"{self.release_id}: {self.series} {self.part}"
