"""Money that stands behind a line of an award, and what of it is not paid for now."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from sanad.audit.whole import all_whole
from sanad.casework.awards.models import Award
from sanad.funds.models import Fund, Part
from sanad.rulebook.models import Programme


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


class Stop(models.Model):
    """Money that is set aside and not paid for now; `about` names the halt of whoever stopped it.

    Of all that a fund pays; of a programme or one line of its awards; or of one order of works, by its reference.
    """

    about = models.CharField(max_length=64)
    fund = models.ForeignKey(Fund, null=True, on_delete=models.PROTECT, related_name="stops")
    programme = models.ForeignKey(Programme, null=True, on_delete=models.PROTECT, related_name="stops")
    line = models.CharField(max_length=64, blank=True)
    order = models.CharField(max_length=16, blank=True)
    since = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(fund__isnull=False, programme=None, line="", order="")
                | Q(fund=None, programme__isnull=False, order="")
                | (Q(fund=None, programme=None, line="") & ~Q(order="")),
                name="stop_is_of_one_thing",
            ),
            models.CheckConstraint(condition=~Q(about=""), name="stop_says_what_it_is_about"),
            models.UniqueConstraint(
                fields=["about", "order"], condition=Q(ended_at=None), name="one_stop_of_a_halt_for_a_thing"
            ),
        ]

    def __str__(self) -> str:
        return self.about
