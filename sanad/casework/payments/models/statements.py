from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from sanad.audit.whole import all_whole
from sanad.casework.payments.models.payments import Payment
from sanad.evidence.models import Key
from sanad.funds.models import Fund, Outflow, Receipt


class BankStatement(models.Model):
    """A bank statement that was taken in: once, whole, and adding up. The words of its lines lie under its key."""

    fund = models.ForeignKey(Fund, on_delete=models.PROTECT, related_name="statements")
    bank_id = models.CharField(max_length=64)
    content = models.CharField(max_length=64)
    opening = models.BigIntegerField()
    closing = models.BigIntegerField()
    counts = models.JSONField()
    key = models.ForeignKey(Key, on_delete=models.PROTECT, related_name="+")
    imported_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    imported_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            UniqueConstraint(fields=["fund", "bank_id"], name="statement_is_taken_in_once"),
            CheckConstraint(condition=~Q(bank_id="") & ~Q(content=""), name="statement_has_its_id_and_content"),
            CheckConstraint(condition=all_whole("opening", "closing"), name="statement_sums_are_whole"),
        ]

    def __str__(self) -> str:
        return self.bank_id


class LineState(models.TextChoices):
    """What a line of a statement means for the books."""

    SETTLED = "settled", _("Paid")
    RETURNED = "returned", _("Sent back by the bank")
    KNOWN = "known", _("In the books already")
    SUSPENSE = "suspense", _("In suspense")


class WhySuspense(models.TextChoices):
    UNKNOWN = "unknown_reference", _("No payment has this reference")
    AMOUNT = "other_amount", _("The sum is not the one that was sent")
    AGAIN = "settled_before", _("The payment was settled before")
    BACK_AGAIN = "returned_before", _("The payment had come back before")
    NOT_SENT = "not_sent", _("The payment was not sent")


class BankLine(models.Model):
    """One line of a bank statement; `amount` is signed, in minor units: below 0 left the account.

    `from_sent` is what of it was taken from the money of its payment, which is in question until somebody decides.
    `undecided` is what of a line in suspense nobody has decided about yet. `words` are the reference and the note as
    the bank wrote them, sealed.
    """

    statement = models.ForeignKey(BankStatement, on_delete=models.PROTECT, related_name="lines", db_index=False)
    row = models.IntegerField()
    day = models.DateField()
    amount = models.BigIntegerField()
    state = models.CharField(max_length=8, choices=LineState)
    why = models.CharField(max_length=18, blank=True, choices=WhySuspense)
    undecided = models.BigIntegerField(default=0)
    from_sent = models.BigIntegerField(default=0)
    payment = models.ForeignKey(Payment, null=True, on_delete=models.PROTECT, related_name="bank_lines")
    receipt = models.OneToOneField(Receipt, null=True, on_delete=models.PROTECT, related_name="bank_line")
    outflow = models.OneToOneField(Outflow, null=True, on_delete=models.PROTECT, related_name="bank_line")
    words = models.BinaryField(null=True)

    class Meta:
        constraints: ClassVar = [
            UniqueConstraint(fields=["statement", "row"], name="line_has_its_row_in_the_statement"),
            CheckConstraint(
                condition=all_whole("amount", "undecided", "from_sent") & ~Q(amount=0) & Q(from_sent__gte=0),
                name="bank_line_is_of_a_sum",
            ),
            CheckConstraint(
                condition=Q(state__in=["settled", "returned"], payment__isnull=False, why="", undecided=0)
                | Q(state="known", payment=None, why="", undecided=0)
                | (Q(state="suspense") & ~Q(why="") & Q(undecided__gte=0)),
                name="bank_line_state_has_what_it_needs",
            ),
            CheckConstraint(
                condition=Q(undecided__lte=F("amount")) | Q(undecided__lte=-F("amount")),
                name="no_more_is_undecided_than_the_line",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["id"], condition=Q(undecided__gt=0), name="bank_lines_undecided")]

    def __str__(self) -> str:
        return f"{self.statement_id} {self.row}"
