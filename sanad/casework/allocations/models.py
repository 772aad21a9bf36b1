"""Money that stands behind a line of an award."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from sanad.casework.awards.models import Award
from sanad.funds.models import Part
from sanad.ledger.whole import all_whole


class Reservation(models.Model):
    """A sum of a fund that is set aside for a line of an award; its state stands in the ledger with its transfer.

    `place` is the award's place in the order of payment when it was reserved; `amount` is in minor units. `attempt`
    counts from 1: what the bank sent back is set aside once more.
    """

    award = models.ForeignKey(Award, on_delete=models.PROTECT, related_name="reservations")
    line = models.CharField(max_length=64)
    part = models.ForeignKey(Part, on_delete=models.PROTECT, related_name="reservations")
    attempt = models.IntegerField(default=1)
    amount = models.BigIntegerField()
    place = models.BigIntegerField()
    transfer = models.OneToOneField("ledger.Transfer", on_delete=models.PROTECT, related_name="reservation")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["award", "line", "part", "attempt"], name="line_is_reserved_once_from_a_part"
            ),
            models.CheckConstraint(
                condition=all_whole("attempt", "amount", "place") & Q(amount__gt=0, place__gt=0, attempt__gt=0),
                name="reservation_is_of_a_sum",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.award_id} {self.line}"
