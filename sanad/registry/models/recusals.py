from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sanad.registry.models.homes import Building
from sanad.registry.models.people import Household


class Tie(models.TextChoices):
    """Why a member of staff may not act."""

    OWN = "own", _("It is their own")
    KIN = "kin", _("It is their family's")
    NEIGHBOUR = "neighbour", _("They live there")
    OTHER = "other", _("Another interest")


class Recusal(models.Model):
    """A member of staff who may not act on a household or on all that belongs to a building."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="recusals")
    household = models.ForeignKey(Household, null=True, on_delete=models.PROTECT, related_name="recusals")
    building = models.ForeignKey(Building, null=True, on_delete=models.PROTECT, related_name="recusals")
    tie = models.CharField(max_length=16, choices=Tie)
    told_at = models.DateTimeField()
    told_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(household=None, building__isnull=False) | Q(household__isnull=False, building=None),
                name="recusal_is_for_a_household_or_a_building",
            ),
            models.CheckConstraint(condition=Q(tie__in=Tie.values), name="recusal_tie_is_known"),
            models.UniqueConstraint(
                fields=["user", "household"], condition=Q(building=None), name="recused_from_a_household_once"
            ),
            models.UniqueConstraint(
                fields=["user", "building"], condition=Q(household=None), name="recused_from_a_building_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id}: {self.tie}"
