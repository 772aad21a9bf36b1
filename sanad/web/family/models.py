"""Signing in by a receipt: who is in, and which tries were wrong; and pages that were drawn."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from sanad.casework.claims.models import Claim, Receipt


class FamilySession(models.Model):
    """A browser in which a family has opened its page. `token` is a keyed hash of what the browser holds.

    It hangs on the receipt: once that is replaced, the browser sees nothing any more. `sent` is what the family sent
    last, such as `danger:G-000031`, so that the page after it can say what came of it.
    """

    token = models.CharField(max_length=64, unique=True)
    receipt = models.ForeignKey(Receipt, on_delete=models.PROTECT, related_name="sessions")
    begun_at = models.DateTimeField()
    seen_at = models.DateTimeField(db_index=True)
    sent = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(token__regex=r"^[0-9a-f]{64}$"), name="family_session_holds_a_hash"),
            models.CheckConstraint(
                condition=Q(seen_at__gte=F("begun_at")), name="family_session_is_seen_after_it_began"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Of(models.TextChoices):
    """What tries are counted for."""

    CLAIM = "claim"
    NETWORK = "network"


class WrongTry(models.Model):
    """A code that was wrong, or is being looked at. `digest` is a keyed hash of the number or of the network.

    Written before the code is looked at and taken back where it was right, so that many at once do not slip through.
    """

    of = models.CharField(max_length=8, choices=Of)
    digest = models.CharField(max_length=64)
    at = models.DateTimeField(db_index=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(of__in=Of.values), name="wrong_try_is_counted_for_something"),
            models.CheckConstraint(condition=Q(digest__regex=r"^[0-9a-f]{64}$"), name="wrong_try_holds_a_hash"),
        ]
        indexes: ClassVar = [models.Index(fields=["digest", "at"], name="wrong_try_of")]

    def __str__(self) -> str:
        return f"{self.of} {self.at}"


class DrawnPage(models.Model):
    """A claim's page as it was drawn for readers of one language and one kind of digits, under the keys of the
    household and of who speaks for it.

    `drawn_from` is a digest of all that it shows; while that stands, nobody draws it anew.
    """

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="+", db_index=False)
    language = models.CharField(max_length=8)
    digits = models.CharField(max_length=8)
    drawn_from = models.CharField(max_length=64)
    content = models.BinaryField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["claim", "language", "digits"], name="claim_has_one_page_of_a_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.claim_id} {self.language}"
