from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from sanad.rulebook.models import Programme


class Level(models.TextChoices):
    """The levels of a programme that the registry holds things for."""

    CLAIM = "claim"
    HOUSEHOLD = "household"
    PERSON = "person"
    DWELLING = "dwelling"
    BUILDING = "building"


class Statement(models.Model):
    """What was stated at once of one thing, for the fields of one programme; a later version adds and corrects.

    `subject` is the thing's reference. `facts` maps a field to its value, or to null where a fact is taken back.
    `source` says where they come from, such as `family` or `assessment:V-000017`. What is written in free text lies
    in `texts`, under the household's key.
    """

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="statements")
    level = models.CharField(max_length=16, choices=Level)
    subject = models.CharField(max_length=20)
    version = models.IntegerField()
    facts = models.JSONField()
    texts = models.BinaryField(null=True)
    source = models.CharField(max_length=64)
    stated_at = models.DateTimeField()
    stated_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "level", "subject", "version"], name="statement_versions_do_not_collide"
            ),
            models.CheckConstraint(condition=Q(version__gte=1), name="statement_versions_start_at_1"),
            models.CheckConstraint(condition=Q(level__in=Level.values), name="statement_level_is_known"),
            models.CheckConstraint(condition=~Q(source=""), name="statement_has_a_source"),
        ]

    def __str__(self) -> str:
        return f"{self.level} {self.subject} v{self.version}"
