from typing import ClassVar

from django.db import models
from django.db.models import Q

from sanad.audit.whole import all_whole
from sanad.casework.awards.models.awards import Award


class FellDue(models.Model):
    """A part of an awarded line that fell due after its round, such as the allowance of a month, in minor units.

    `on` is the day on which the rules let it fall due. It is owed and unfunded: money is set aside for it by a round.
    """

    award = models.ForeignKey(Award, on_delete=models.PROTECT, related_name="fell_due", db_index=False)
    line = models.CharField(max_length=64)
    on = models.DateField()
    amount = models.BigIntegerField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["award", "line", "on"], name="line_falls_due_once_a_day"),
            models.CheckConstraint(condition=all_whole("amount") & Q(amount__gt=0), name="what_fell_due_is_a_sum"),
        ]

    def __str__(self) -> str:
        return f"{self.award_id} {self.line} {self.on}"


class DueDay(models.Model):
    """Until which day it was worked out what fell due of a round's awards, and for how many."""

    round = models.ForeignKey("awards.Round", on_delete=models.PROTECT, related_name="due_days", db_index=False)
    on = models.DateField()
    lines = models.BigIntegerField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["round", "on"], name="round_has_a_due_day_once"),
            models.CheckConstraint(condition=Q(lines__gte=0), name="due_day_counts_lines"),
        ]

    def __str__(self) -> str:
        return f"{self.round_id} {self.on}"


class Foreseen(models.Model):
    """What the rules would now give of a line that was awarded more: told to the family before a round says so."""

    award = models.ForeignKey(Award, on_delete=models.PROTECT, related_name="foreseen", db_index=False)
    line = models.CharField(max_length=64)
    on = models.DateField()
    amount = models.BigIntegerField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["award", "line"], name="line_is_foreseen_lower_once"),
            models.CheckConstraint(condition=all_whole("amount") & Q(amount__gte=0), name="what_is_foreseen_is_a_sum"),
        ]

    def __str__(self) -> str:
        return f"{self.award_id} {self.line} {self.amount}"
