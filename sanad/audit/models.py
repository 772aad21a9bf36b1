"""Who did what, when and why."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q


class Event(models.Model):
    """One act. Written in the transaction of the act without a number; the sealer numbers and chains it afterwards.

    `on` names what was acted on by its kind and reference, such as `claim:SSP-000117-6`. `facts` holds references and
    sums, never a person's name or words. A bulk act is one event with the Merkle root of its rows.
    """

    at = models.DateTimeField()
    act = models.CharField(max_length=64)
    on = models.CharField(max_length=128)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    facts = models.JSONField(default=dict)
    rows = models.BigIntegerField(null=True)
    root = models.CharField(max_length=64, blank=True)
    number = models.BigIntegerField(null=True, unique=True)
    digest = models.CharField(max_length=64, null=True)  # noqa: DJ001  absent until sealed, then never empty
    sealed_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(number=None, digest=None, sealed_at=None)
                | Q(number__isnull=False, digest__isnull=False, sealed_at__isnull=False),
                name="event_is_sealed_whole",
            ),
            models.CheckConstraint(condition=Q(number=None) | Q(number__gt=0), name="event_numbers_start_at_1"),
            models.CheckConstraint(
                condition=Q(rows=None, root="") | (Q(rows__gte=0) & ~Q(root="")), name="event_of_rows_has_their_root"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["id"], condition=Q(number=None), name="event_unsealed"),
            models.Index(fields=["on", "id"], name="event_on"),
        ]

    def __str__(self) -> str:
        return f"{self.act} {self.on}"


class Chain(models.Model):
    """The head of the sealed chain: how many events are numbered, and the digest of the last. There is one row."""

    id = models.SmallIntegerField(primary_key=True, default=1)
    length = models.BigIntegerField(default=0)
    digest = models.CharField(max_length=64)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(id=1), name="there_is_one_chain"),
            models.CheckConstraint(condition=Q(length__gte=0), name="chain_length_is_not_negative"),
        ]

    def __str__(self) -> str:
        return f"{self.length} {self.digest[:8]}"
