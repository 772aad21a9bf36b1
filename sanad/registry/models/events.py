from typing import ClassVar

from django.db import models
from django.db.models import F, Q


class DamageEvent(models.Model):
    """The war, earthquake or explosion that caused the damage. `title` by language."""

    code = models.SlugField(max_length=64, unique=True)
    title = models.JSONField()
    began_on = models.DateField()
    ended_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("began_on")), name="event_ends_after_it_began"
            ),
        ]

    def __str__(self) -> str:
        return self.code
