"""Promises, offers and announced plans, with the words that they rest on and what is said to have come of them."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint

from sanad.audit.whole import all_whole
from sanad.record.kinds import Act, Basis, Bound, Came, DueKind, Strength
from sanad.record.models.checks import dated, filled, known


class Commitment(models.Model):
    """Something undertaken in public; `evidence` is the statement that it rests on, further ones stand beside it.

    `due_text` are the text's own words. `due` (EDTF) is there where they say a day, or where an editor concluded an
    interval, which is then marked. A bounded sum is in minor units.
    """

    text = models.CharField(max_length=300)
    act = models.CharField(max_length=8, choices=Act)
    strength = models.CharField(max_length=20, choices=Strength)
    made_by = models.ForeignKey("record.Agent", null=True, on_delete=models.PROTECT, related_name="commitments")
    made_to = models.ForeignKey("record.Agent", null=True, on_delete=models.PROTECT, related_name="commitments_to")
    made_when = models.CharField(max_length=32, blank=True)
    due_text = models.CharField(max_length=200, blank=True)
    due_kind = models.CharField(max_length=12, choices=DueKind)
    due = models.CharField(max_length=32, blank=True)
    due_basis = models.CharField(max_length=8, choices=Basis, blank=True)
    condition = models.CharField(max_length=300, blank=True)
    amount = models.BigIntegerField(null=True)
    currency = models.CharField(max_length=3, blank=True)
    bound = models.CharField(max_length=10, choices=Bound, blank=True)
    evidence = models.ForeignKey("record.Statement", on_delete=models.PROTECT, related_name="commitments")
    revises = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="revised_by")
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            known("act", Act, "commitment_act_is_known"),
            known("strength", Strength, "commitment_strength_is_known"),
            filled("text", "commitment_has_text"),
            dated("made_when", "commitment_day_is_edtf"),
            dated("due", "commitment_due_is_edtf"),
            CheckConstraint(
                condition=Q(due_kind=DueKind.NONE, due_text="", due="", due_basis="")
                | (Q(due_kind__in=[DueKind.DATED, DueKind.VAGUE, DueKind.CONDITIONAL]) & ~Q(due_text="")),
                name="commitment_is_due_only_where_the_text_says_so",
            ),
            CheckConstraint(
                condition=Q(due="", due_basis="") | (~Q(due="") & Q(due_basis__in=Basis.values)),
                name="commitment_due_is_stated_or_concluded",
            ),
            CheckConstraint(
                condition=~Q(due_kind=DueKind.VAGUE) | Q(due="") | Q(due_basis=Basis.INFERRED),
                name="commitment_vague_due_is_only_concluded",
            ),
            CheckConstraint(
                condition=Q(amount=None, currency="", bound="")
                | (all_whole("amount") & Q(amount__gte=0, currency__regex=r"^[A-Z]{3}$", bound__in=Bound.values)),
                name="commitment_sum_is_whole",
            ),
            CheckConstraint(condition=Q(revises=None) | ~Q(revises=F("id")), name="commitment_does_not_revise_itself"),
        ]

    def __str__(self) -> str:
        return self.text


class CommitmentEvidence(models.Model):
    """A further statement that the commitment rests on."""

    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="more_evidence")
    statement = models.ForeignKey("record.Statement", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            UniqueConstraint(fields=["commitment", "statement"], name="commitment_rests_once_on_a_statement"),
        ]

    def __str__(self) -> str:
        return f"{self.commitment_id}: {self.statement_id}"


class Outcome(models.Model):
    """What a statement or a document says came of a commitment, as of a day. Appended; what is said may change."""

    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="outcomes")
    as_of = models.CharField(max_length=32, blank=True)
    statement = models.ForeignKey("record.Statement", null=True, on_delete=models.PROTECT, related_name="outcomes")
    document = models.ForeignKey("record.Work", null=True, on_delete=models.PROTECT, related_name="outcomes")
    value = models.CharField(max_length=12, choices=Came)
    note = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            known("value", Came, "outcome_value_is_known"),
            dated("as_of", "outcome_day_is_edtf"),
            CheckConstraint(
                condition=Q(statement__isnull=False, document=None) | Q(statement=None, document__isnull=False),
                name="outcome_rests_on_a_statement_or_a_document",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.commitment_id}: {self.value}"
