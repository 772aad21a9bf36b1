from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sanad.registry.models import DamageEvent, Dwelling, Household
from sanad.rulebook.models import Programme


class State(models.TextChoices):
    RECEIVED = "received", _("Received")
    COMPLETE = "complete", _("Complete")
    HELD = "held", _("Held")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Channel(models.TextChoices):
    """Where a claim came in."""

    DESK = "desk", _("At the desk")
    FIELD = "field", _("In the field")
    FAMILY = "family", _("From the family's own page")
    IMPORTED = "imported", _("From an imported list")


class Why(models.TextChoices):
    """Why a claim moved; what somebody wrote beside it lies under the household's key."""

    RECEIVED = "received", _("It came in")
    FACTS_COMPLETE = "facts_complete", _("All facts are there")
    FACTS_CHANGED = "facts_changed", _("A fact is open again")
    DOUBLE_SUSPECTED = "double_suspected", _("There may be another claim for this loss")
    WHO_SPEAKS = "who_speaks", _("It is not settled who speaks for the household")
    PAPERS_AWAITED = "papers_awaited", _("A paper is awaited")
    SETTLED = "settled", _("What it waited for has come")
    FAMILY_ASKED = "family_asked", _("The family asked for it")
    SAME_LOSS = "same_loss", _("Another claim stands for the same loss")


class Claim(models.Model):
    """A household's request for one home. `client_id` is made by whoever sends it, so that sent twice it is one."""

    number = models.CharField(max_length=20, unique=True)
    client_id = models.UUIDField(unique=True)
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="claims")
    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="claims")
    dwelling = models.ForeignKey(Dwelling, on_delete=models.PROTECT, related_name="claims")
    event = models.ForeignKey(DamageEvent, null=True, on_delete=models.PROTECT, related_name="claims")
    state = models.CharField(max_length=16, choices=State)
    channel = models.CharField(max_length=16, choices=Channel)
    received_at = models.DateTimeField()
    received_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(state__in=State.values), name="claim_state_is_known"),
            models.CheckConstraint(condition=Q(channel__in=Channel.values), name="claim_channel_is_known"),
            models.CheckConstraint(
                condition=Q(number__regex=r"^[A-Z]{2,5}-[0-9]{6,}-[0-9]$"), name="claim_number_has_its_form"
            ),
            models.UniqueConstraint(
                fields=["programme", "household", "dwelling"],
                condition=~Q(state=State.WITHDRAWN),
                name="one_claim_of_a_household_for_a_home",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["programme", "state"], name="claim_by_state")]

    def __str__(self) -> str:
        return self.number


class ClaimStep(models.Model):
    """One step of a claim from state to state: who, when, why. A hold names what is awaited, from whom, until when."""

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="steps")
    from_state = models.CharField(max_length=16, choices=State, blank=True)
    to_state = models.CharField(max_length=16, choices=State)
    why = models.CharField(max_length=32, choices=Why)
    body = models.CharField(max_length=200, blank=True)
    review_on = models.DateField(null=True)
    note = models.BinaryField(null=True)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(to_state__in=State.values), name="step_state_is_known"),
            models.CheckConstraint(condition=Q(why__in=Why.values), name="step_reason_is_known"),
            models.CheckConstraint(
                condition=~Q(to_state=State.HELD) | (Q(review_on__isnull=False) & ~Q(body="")),
                name="hold_names_whom_it_waits_for_and_its_review",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.claim_id}: {self.to_state}"
