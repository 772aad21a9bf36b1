from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from sanad.rulebook.models import Programme, RuleSet


class State(models.TextChoices):
    """Where a round stands. The worker does the next step of `asked`, `frozen` and `issuing`; people do the others."""

    ASKED = "asked", _("To be frozen")
    FROZEN = "frozen", _("Frozen, to be simulated")
    SIMULATED = "simulated", _("Waits for approval")
    APPROVED = "approved", _("Approved, to be issued")
    ISSUING = "issuing", _("Being issued")
    ISSUED = "issued", _("Issued")
    SENT_BACK = "sent_back", _("Sent back")
    FAILED = "failed", _("Could not be done")


class Round(models.Model):
    """Many claims decided at once: by one version of the rules, on one snapshot of the facts, on one day.

    `folder` holds the snapshot and the results as files, under settings.ROUNDS_ROOT; their hashes stand here. Sums are
    minor units of the programme's currency, and null until the round is simulated. `leased_until` is until when a
    worker holds the round for its next step; past it another may take the step.
    """

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="rounds")
    number = models.IntegerField()
    rules = models.ForeignKey(RuleSet, on_delete=models.PROTECT, related_name="rounds")
    on = models.DateField()
    state = models.CharField(max_length=16, choices=State, default=State.ASKED)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    frozen_at = models.DateTimeField(null=True)
    simulated_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)
    reason = models.TextField(blank=True)
    issued_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    issued_at = models.DateTimeField(null=True)
    leased_until = models.DateTimeField(null=True)
    failure = models.JSONField(null=True)

    claims = models.IntegerField(null=True)
    left_out = models.JSONField(default=dict)
    snapshot_hash = models.CharField(max_length=64, blank=True)
    result_hash = models.CharField(max_length=64, blank=True)
    seal = models.CharField(max_length=64, blank=True)
    awards = models.IntegerField(null=True)
    awarded = models.BigIntegerField(null=True)
    due_now = models.BigIntegerField(null=True)
    reserves = models.BigIntegerField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "number"], name="round_has_its_number"),
            models.UniqueConstraint(
                fields=["programme"],
                condition=Q(state__in=[State.ASKED, State.FROZEN, State.SIMULATED, State.APPROVED, State.ISSUING]),
                name="one_round_of_a_programme_at_a_time",
            ),
            models.CheckConstraint(condition=Q(state__in=State.values), name="round_state_is_known"),
            models.CheckConstraint(condition=~Q(decided_by=F("asked_by")), name="round_is_decided_by_a_second_person"),
            models.CheckConstraint(
                condition=~Q(state__in=[State.APPROVED, State.ISSUING, State.ISSUED, State.SENT_BACK])
                | Q(decided_by__isnull=False, decided_at__isnull=False),
                name="round_goes_on_only_when_decided",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[State.SIMULATED, State.APPROVED, State.ISSUING, State.ISSUED])
                | (Q(reserves__gte=0) & ~Q(result_hash="") & ~Q(seal="")),
                name="round_is_known_by_its_hashes_once_simulated",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.ISSUED) | Q(issued_by__isnull=False, issued_at__isnull=False),
                name="round_is_issued_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.SENT_BACK) | ~Q(reason=""), name="round_goes_back_for_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        return f"{self.programme.prefix}-R{self.number}"

    @property
    def folder(self) -> str:
        return f"{self.programme.key}-{self.number}"
