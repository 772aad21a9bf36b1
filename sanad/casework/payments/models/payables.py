from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Q

from sanad.audit.whole import all_whole
from sanad.casework.payments.models.payees import Payee
from sanad.funds.models import Part


class Payable(models.Model):
    """A sum to be paid to an organisation out of a pending ledger transfer, such as a certified stage of an order.

    `about` is the reference of what it is for. `again_of` is the one that the bank sent back.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    payee = models.ForeignKey(Payee, on_delete=models.PROTECT, related_name="payables")
    part = models.ForeignKey(Part, on_delete=models.PROTECT, related_name="payables")
    transfer = models.ForeignKey("ledger.Transfer", on_delete=models.PROTECT, related_name="payables")
    amount = models.BigIntegerField()
    about = models.CharField(max_length=64)
    again_of = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="again")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            CheckConstraint(condition=all_whole("amount") & Q(amount__gt=0), name="payable_is_of_a_sum"),
            CheckConstraint(condition=~Q(about=""), name="payable_says_what_it_is_for"),
        ]

    def __str__(self) -> str:
        return self.about
