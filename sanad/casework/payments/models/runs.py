from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, F, Q
from django.utils.translation import gettext_lazy as _

from sanad.audit.whole import all_whole
from sanad.casework.claims.models import Claim
from sanad.casework.payments.models.payables import Payable
from sanad.funds.models import Fund


class RunState(models.TextChoices):
    PREPARED = "prepared", _("Waits for approval")
    APPROVED = "approved", _("Approved, to be released")
    RELEASED = "released", _("Released, to be sent")
    SENT = "sent", _("Sent to the bank")
    DROPPED = "dropped", _("Dropped")


def _person() -> Any:
    return models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")


class PaymentRun(models.Model):
    """Payments of one fund that go to its bank together, in the fund's currency; sums are minor units.

    `holder`, `account_number` and `bank` are the fund's account as it was when the run was prepared. `up_to` is the sum
    that was typed, or null for all that is due. `needs_third`: a third person releases it. The hashes are those of the
    files once they were made; the same files come out each time.
    """

    client_id = models.UUIDField(unique=True)
    reference = models.CharField(max_length=12, unique=True)
    fund = models.ForeignKey(Fund, on_delete=models.PROTECT, related_name="runs")
    state = models.CharField(max_length=8, choices=RunState, default=RunState.PREPARED)
    up_to = models.BigIntegerField(null=True)
    payments = models.IntegerField()
    total = models.BigIntegerField()
    needs_third = models.BooleanField()
    holder = models.CharField(max_length=140)
    account_number = models.CharField(max_length=34)
    bank = models.CharField(max_length=11, blank=True)
    prepared_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    prepared_at = models.DateTimeField()
    approved_by = _person()
    approved_at = models.DateTimeField(null=True)
    released_by = _person()
    released_at = models.DateTimeField(null=True)
    exported_by = _person()
    exported_at = models.DateTimeField(null=True)
    xml_hash = models.CharField(max_length=64, blank=True)
    csv_hash = models.CharField(max_length=64, blank=True)
    sent_by = _person()
    sent_at = models.DateTimeField(null=True)
    dropped_by = _person()
    dropped_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints: ClassVar = [
            CheckConstraint(condition=Q(state__in=RunState.values), name="run_state_is_known"),
            CheckConstraint(
                condition=all_whole("payments", "total") & Q(payments__gt=0, total__gt=0), name="run_pays_something"
            ),
            CheckConstraint(
                condition=Q(up_to=None) | (all_whole("up_to") & Q(total__lte=F("up_to"))),
                name="run_stays_below_its_sum",
            ),
            CheckConstraint(condition=~Q(approved_by=F("prepared_by")), name="run_is_approved_by_a_second_person"),
            CheckConstraint(
                condition=Q(needs_third=False) | (~Q(released_by=F("prepared_by")) & ~Q(released_by=F("approved_by"))),
                name="run_is_released_by_a_third_person_where_asked",
            ),
            CheckConstraint(
                condition=~Q(state__in=["approved", "released", "sent"])
                | Q(approved_by__isnull=False, approved_at__isnull=False),
                name="run_goes_on_only_when_approved",
            ),
            CheckConstraint(
                condition=~Q(state__in=["released", "sent"]) | Q(released_by__isnull=False, released_at__isnull=False),
                name="run_goes_out_only_when_released",
            ),
            CheckConstraint(
                condition=~Q(state="sent") | (Q(sent_by__isnull=False, sent_at__isnull=False) & ~Q(xml_hash="")),
                name="run_is_sent_by_somebody_as_a_known_file",
            ),
            CheckConstraint(
                condition=~Q(state="dropped") | (Q(dropped_by__isnull=False, dropped_at__isnull=False) & ~Q(reason="")),
                name="run_is_dropped_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.reference


class WhyLeftOut(models.TextChoices):
    """Why money that is set aside is not in a run."""

    NO_ACCOUNT = "no_account", _("No account is known")
    ACCOUNT_WAITS = "account_waits", _("An account waits to be confirmed")
    HELD = "claim_held", _("The claim is held")
    WITHDRAWN = "claim_withdrawn", _("The claim was withdrawn")
    RECUSED = "recused", _("It is a file of whoever prepared the run")
    UNCOVERED = "uncovered", _("Its money was lost")
    SUPERSEDED = "superseded", _("A later award has taken its place")
    HALTED = "halted", _("It is halted, or its building is unsafe")
    BEYOND = "beyond_the_sum", _("Beyond the sum that was typed")


class LeftOut(models.Model):
    """Money that was set aside when a run was prepared and that is not in it, with the reason; in minor units."""

    run = models.ForeignKey(PaymentRun, on_delete=models.PROTECT, related_name="left_out", db_index=False)
    claim = models.ForeignKey(Claim, null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    payable = models.ForeignKey(Payable, null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    why = models.CharField(max_length=16, choices=WhyLeftOut)
    amount = models.BigIntegerField()

    class Meta:
        constraints: ClassVar = [
            CheckConstraint(condition=Q(why__in=WhyLeftOut.values), name="left_out_for_a_known_reason"),
            CheckConstraint(condition=all_whole("amount") & Q(amount__gt=0), name="left_out_is_a_sum"),
            CheckConstraint(
                condition=Q(claim=None, payable__isnull=False) | Q(claim__isnull=False, payable=None),
                name="left_out_is_of_a_claim_or_of_works",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["run", "why"], name="left_out_by_reason")]

    def __str__(self) -> str:
        return f"{self.run_id} {self.why}"
