from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Q
from django.utils.translation import gettext_lazy as _

from sanad.audit.whole import all_whole
from sanad.casework.payments.models.payments import Payment
from sanad.casework.payments.models.statements import BankLine


class DecisionKind(models.TextChoices):
    """What becomes of money in suspense."""

    ATTACH = "attach", _("It belongs to a payment")
    RECEIPT = "receipt", _("It is money that arrived for the fund")
    CANCEL = "cancel", _("The bank took it back: another line cancels it")
    SEND_BACK = "send_back", _("It went back to whoever sent it")
    FEES = "fees", _("It is a fee of the bank")
    LOST = "lost", _("It is lost")


class SuspenseDecision(models.Model):
    """What somebody decided about a line in suspense, or what was left of it. The id is made by whoever sends it."""

    id = models.UUIDField(primary_key=True, editable=False)
    line = models.ForeignKey(BankLine, on_delete=models.PROTECT, related_name="decisions")
    kind = models.CharField(max_length=9, choices=DecisionKind)
    amount = models.BigIntegerField()
    payment = models.ForeignKey(Payment, null=True, on_delete=models.PROTECT, related_name="+")
    other = models.ForeignKey(BankLine, null=True, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=500)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            CheckConstraint(condition=Q(kind__in=DecisionKind.values), name="suspense_ends_in_a_known_way"),
            CheckConstraint(condition=all_whole("amount") & Q(amount__gt=0), name="suspense_decision_is_of_a_sum"),
            CheckConstraint(
                condition=Q(kind="attach", payment__isnull=False) | (~Q(kind="attach") & Q(payment=None)),
                name="what_is_attached_has_its_payment",
            ),
            CheckConstraint(condition=~Q(reason=""), name="suspense_is_decided_for_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.line_id} {self.kind}"
