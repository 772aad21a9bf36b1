"""Damage to a home, element by element, as an assessor saw it."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sanad.casework.claims.models import Claim
from sanad.evidence.models import File
from sanad.registry.models import Building


class Part(models.TextChoices):
    """The elements of a home; each is measured in one unit."""

    WALLS = "walls", _("Walls and plaster")
    FLOORS = "floors", _("Floors")
    WATER = "water", _("Water network")
    ELECTRICITY = "electricity", _("Electricity network")
    OPENINGS = "openings", _("Doors and windows")
    KITCHEN = "kitchen", _("Kitchen and bathroom")
    CEILING = "ceiling", _("Ceiling")
    STRUCTURE = "structure", _("Structure")


class Unit(models.TextChoices):
    SQUARE_METRE = "m2", _("square metre")
    PIECE = "piece", _("piece")
    HOME = "home", _("home")
    SET = "set", _("set")
    METRE = "m", _("metre")


UNITS: dict[Part, Unit] = {
    Part.WALLS: Unit.SQUARE_METRE,
    Part.FLOORS: Unit.SQUARE_METRE,
    Part.WATER: Unit.HOME,
    Part.ELECTRICITY: Unit.HOME,
    Part.OPENINGS: Unit.PIECE,
    Part.KITCHEN: Unit.SET,
    Part.CEILING: Unit.SQUARE_METRE,
    Part.STRUCTURE: Unit.METRE,
}


class Damage(models.TextChoices):
    """How badly an element is damaged. The class of the whole home is the programme's own."""

    NONE = "none", _("Whole")
    SLIGHT = "slight", _("Slight")
    PARTIAL = "partial", _("Partial")
    SEVERE = "severe", _("Severe")
    DESTROYED = "destroyed", _("Destroyed")


class State(models.TextChoices):
    DRAFT = "draft", _("Draft")
    CONFIRMED = "confirmed", _("Confirmed")
    REPLACED = "replaced", _("Replaced")


class Assessment(models.Model):
    """One visit to the home of a claim. A draft may change; a confirmed one is replaced by another visit only.

    `damage` is a class of the programme; `area` in thousandths of a square metre; `version` counts saved drafts.
    """

    reference = models.CharField(max_length=16, unique=True)
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="assessments")
    assessor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="assessments")
    assessed_on = models.DateField()
    damage = models.CharField(max_length=64)
    is_unfit = models.BooleanField()
    area = models.BigIntegerField(null=True)
    state = models.CharField(max_length=16, choices=State, default=State.DRAFT)
    version = models.IntegerField(default=1)
    saved_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(state__in=State.values), name="assessment_state_is_known"),
            models.CheckConstraint(condition=Q(area=None) | Q(area__gt=0), name="assessment_area_is_positive"),
            models.CheckConstraint(
                condition=Q(state=State.DRAFT, confirmed_at=None, confirmed_by=None)
                | (~Q(state=State.DRAFT) & Q(confirmed_at__isnull=False, confirmed_by__isnull=False)),
                name="assessment_is_confirmed_by_somebody",
            ),
            models.UniqueConstraint(
                fields=["claim"], condition=Q(state=State.CONFIRMED), name="claim_has_one_assessment_that_counts"
            ),
        ]

    def __str__(self) -> str:
        return self.reference


class Element(models.Model):
    """What is damaged of one element. `quantity` in thousandths of its unit."""

    assessment = models.ForeignKey(Assessment, on_delete=models.CASCADE, related_name="elements")
    part = models.CharField(max_length=16, choices=Part)
    damage = models.CharField(max_length=16, choices=Damage)
    quantity = models.BigIntegerField()
    unit = models.CharField(max_length=8, choices=Unit)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["assessment", "part"], name="element_is_assessed_once"),
            models.CheckConstraint(condition=Q(part__in=Part.values), name="element_part_is_known"),
            models.CheckConstraint(condition=Q(damage__in=Damage.values), name="element_damage_is_known"),
            models.CheckConstraint(condition=Q(unit__in=Unit.values), name="element_unit_is_known"),
            models.CheckConstraint(
                condition=Q(quantity__range=(0, 10_000_000)), name="element_quantity_is_that_of_a_home"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.assessment_id}: {self.part}"


class Photo(models.Model):
    """A photo of one element, or of the whole home where `part` is empty; it lies under the household's key."""

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="photos")
    part = models.CharField(max_length=16, choices=Part, blank=True)
    file = models.OneToOneField(File, on_delete=models.PROTECT, related_name="assessment_photo")

    def __str__(self) -> str:
        return f"{self.assessment_id}: {self.part}"


class Milestone(models.TextChoices):
    """What an inspection proves: a stage of works on a building, or a step of the repair of a home."""

    STAGE = "stage", _("Stage of works")
    HALF = "half", _("Half of the repair")
    FINAL = "final", _("Finished repair")


class Inspection(models.Model):
    """An engineer was there on a day, saw that a milestone is reached, and took a photo. Never changed or deleted.

    `claim` is the claim whose home was inspected; none where it was the building.
    """

    client_id = models.UUIDField(unique=True)
    milestone = models.CharField(max_length=8, choices=Milestone)
    building = models.ForeignKey(Building, on_delete=models.PROTECT, related_name="inspections")
    claim = models.ForeignKey(Claim, null=True, on_delete=models.PROTECT, related_name="inspections")
    inspected_on = models.DateField()
    photo = models.OneToOneField(File, on_delete=models.PROTECT, related_name="inspection")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(milestone=Milestone.STAGE, claim=None)
                | Q(milestone__in=[Milestone.HALF, Milestone.FINAL], claim__isnull=False),
                name="inspection_is_of_a_building_or_a_home",
            ),
            models.UniqueConstraint(
                fields=["claim", "milestone"],
                condition=Q(claim__isnull=False),
                name="home_reaches_a_milestone_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.milestone} {self.inspected_on}"
