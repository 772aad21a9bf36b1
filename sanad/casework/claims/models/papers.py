from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from sanad.casework.claims.models.claims import Claim
from sanad.evidence.models import File


class Receipt(models.Model):
    """With what a family signs in for its claim: the letter's long secret and, where one was printed, a short code.

    Neither is stored. The secret has 115 bits, so a keyed hash suffices and finds the claim; the code has 50.
    """

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="receipts")
    secret = models.CharField(max_length=64, unique=True)
    code = models.CharField(max_length=200, blank=True)
    issued_at = models.DateTimeField()
    issued_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["claim"], condition=Q(ended_at=None), name="claim_has_one_receipt"),
            models.CheckConstraint(condition=Q(secret__regex=r"^[0-9a-f]{64}$"), name="receipt_holds_a_hash"),
        ]

    def __str__(self) -> str:
        return str(self.claim_id)


class ClaimFile(models.Model):
    """A file that supports a claim; `about` says for what, such as `tenure` or the name of a field."""

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="files")
    file = models.OneToOneField(File, on_delete=models.PROTECT, related_name="claim_file")
    about = models.CharField(max_length=64)
    attached_at = models.DateTimeField()
    attached_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [models.CheckConstraint(condition=~Q(about=""), name="claim_file_is_about_something")]

    def __str__(self) -> str:
        return f"{self.claim_id}: {self.about}"
