from typing import ClassVar

from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from sanad.audit.whole import all_whole
from sanad.casework.allocations.models import Reservation
from sanad.casework.claims.models import Claim
from sanad.casework.payments.models.payables import Payable
from sanad.casework.payments.models.payees import Payee, PayeeAccount
from sanad.casework.payments.models.runs import PaymentRun
from sanad.funds.models import Part


class PaymentState(models.TextChoices):
    PREPARED = "prepared", _("In a run, not sent")
    SENT = "sent", _("On its way")
    SETTLED = "settled", _("Paid, says the bank")
    RETURNED = "returned", _("Sent back by the bank")
    DROPPED = "dropped", _("Not paid: the run was dropped")


class Payment(models.Model):
    """What one payee gets by one run, in minor units of the fund's currency.

    `reference` is the id under which the bank tells of it. `account` is where it goes: confirmed before the run, and
    never changed. What the family says is beside the state: it `confirmed` that the money arrived, or `denied` it.
    """

    run = models.ForeignKey(PaymentRun, on_delete=models.PROTECT, related_name="orders")
    reference = models.CharField(max_length=35, unique=True)
    payee = models.ForeignKey(Payee, on_delete=models.PROTECT, related_name="payments")
    account = models.ForeignKey(PayeeAccount, on_delete=models.PROTECT, related_name="payments", db_index=False)
    amount = models.BigIntegerField()
    state = models.CharField(max_length=8, choices=PaymentState, default=PaymentState.PREPARED)
    sent_at = models.DateTimeField(null=True)
    settled_on = models.DateField(null=True)
    returned_on = models.DateField(null=True)
    return_code = models.CharField(max_length=8, blank=True)
    confirmed_at = models.DateTimeField(null=True)
    denied_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            CheckConstraint(condition=all_whole("amount") & Q(amount__gt=0), name="payment_is_of_a_sum"),
            CheckConstraint(
                condition=Q(state__in=["prepared", "dropped"], sent_at=None, settled_on=None, returned_on=None)
                | Q(state="sent", sent_at__isnull=False, settled_on=None, returned_on=None)
                | Q(state="settled", sent_at__isnull=False, settled_on__isnull=False, returned_on=None)
                | Q(state="returned", sent_at__isnull=False, returned_on__isnull=False),
                name="payment_state_has_its_days",
            ),
            CheckConstraint(
                condition=Q(confirmed_at=None, denied_at=None) | Q(state__in=["sent", "settled", "returned"]),
                name="only_what_was_sent_is_confirmed_or_denied",
            ),
            CheckConstraint(condition=Q(return_code="") | Q(state="returned"), name="only_a_return_has_its_reason"),
        ]

    def __str__(self) -> str:
        return self.reference


class PaymentPart(models.Model):
    """A part of a payment: of which reservation or payable, and so of which line of which claim.

    `transfer` is the pending one of the ledger that it posts. `came_back` is what the bank sent back of it.
    `is_open` is false once its run was dropped: its money is in no run then and may go into another.
    """

    payment = models.ForeignKey(Payment, on_delete=models.PROTECT, related_name="parts")
    reservation = models.ForeignKey(Reservation, null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    payable = models.ForeignKey(Payable, null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    claim = models.ForeignKey(Claim, null=True, on_delete=models.PROTECT, related_name="payment_parts")
    line = models.CharField(max_length=64, blank=True)
    part = models.ForeignKey(Part, on_delete=models.PROTECT, related_name="+", db_index=False)
    transfer = models.ForeignKey("ledger.Transfer", on_delete=models.PROTECT, related_name="+", db_index=False)
    amount = models.BigIntegerField()
    came_back = models.BigIntegerField(default=0)
    is_open = models.BooleanField(default=True)

    class Meta:
        constraints: ClassVar = [
            UniqueConstraint(fields=["reservation"], condition=Q(is_open=True), name="reservation_is_in_one_run"),
            UniqueConstraint(fields=["payable"], condition=Q(is_open=True), name="payable_is_in_one_run"),
            CheckConstraint(
                condition=(Q(reservation__isnull=False, payable=None, claim__isnull=False) & ~Q(line=""))
                | Q(reservation=None, payable__isnull=False, claim=None, line=""),
                name="part_is_of_a_reservation_or_a_payable",
            ),
            CheckConstraint(
                condition=all_whole("amount", "came_back")
                & Q(amount__gt=0, came_back__gte=0, came_back__lte=F("amount")),
                name="part_of_a_payment_is_of_a_sum",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.payment_id} {self.line}"
