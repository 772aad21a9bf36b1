from typing import ClassVar

from django.db import models
from django.db.models import Q


class Counter(models.Model):
    """The last number that was given out of one series, such as households."""

    name = models.CharField(max_length=64, unique=True)
    last = models.BigIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [models.CheckConstraint(condition=Q(last__gte=0), name="counter_counts_up")]

    def __str__(self) -> str:
        return f"{self.name} {self.last}"
