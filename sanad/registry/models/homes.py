from typing import ClassVar

from django.db import models
from django.db.models import Q

from sanad.places.models import Place


class Building(models.Model):
    """One structure. `label` is what people call it, such as its number in the street."""

    reference = models.CharField(max_length=16, unique=True)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="buildings")
    label = models.CharField(max_length=64)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(reference="") & ~Q(label=""), name="building_is_named"),
        ]

    def __str__(self) -> str:
        return self.reference


class Dwelling(models.Model):
    """One home within a building. `label` is what people call it, such as `219-3-B`."""

    reference = models.CharField(max_length=16, unique=True)
    building = models.ForeignKey(Building, on_delete=models.PROTECT, related_name="dwellings")
    label = models.CharField(max_length=64)
    floor = models.SmallIntegerField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(reference="") & ~Q(label=""), name="dwelling_is_named"),
            models.UniqueConstraint(fields=["building", "label"], name="dwelling_is_in_its_building_once"),
            models.CheckConstraint(
                condition=Q(floor=None) | Q(floor__range=(-9, 99)), name="dwelling_floor_is_in_a_building"
            ),
        ]

    def __str__(self) -> str:
        return self.reference
