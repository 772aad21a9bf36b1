"""Places: codes, names in several languages, and what encloses what."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q


class Source(models.Model):
    """Who published a list of places, when, and under which licence."""

    code = models.SlugField(max_length=64, unique=True)
    title = models.CharField(max_length=200)
    publisher = models.CharField(max_length=200)
    published = models.DateField(null=True)
    licence = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return self.code


class Kind(models.TextChoices):
    COUNTRY = "country"
    GOVERNORATE = "governorate"
    DISTRICT = "district"
    CADASTRE = "cadastre"
    LOCALITY = "locality"
    QUARTER = "quarter"


class Place(models.Model):
    """A named area or point. `code` is the published one with its list before it, such as `cod-LB31` or `wof-42`.

    A point is kept in millionths of a degree, never as a binary fraction.
    """

    code = models.CharField(max_length=64, unique=True)
    kind = models.CharField(max_length=16, choices=Kind)
    latitude = models.IntegerField(null=True)
    longitude = models.IntegerField(null=True)
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="places")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(code=""), name="place_has_a_code"),
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="place_kind_is_known"),
            models.CheckConstraint(
                condition=Q(latitude=None, longitude=None)
                | Q(latitude__range=(-90_000_000, 90_000_000), longitude__range=(-180_000_000, 180_000_000)),
                name="place_point_is_on_earth",
            ),
        ]

    def __str__(self) -> str:
        return self.code


class PlaceName(models.Model):
    """One name of a place. A source gives one main name a language; the others help to find it."""

    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="names")
    language = models.CharField(max_length=3)
    text = models.CharField(max_length=200)
    is_main = models.BooleanField()
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["place", "language", "text", "source"], name="place_name_is_there_once"),
            models.UniqueConstraint(
                fields=["place", "language", "source"], condition=Q(is_main=True), name="place_has_one_main_name"
            ),
            models.CheckConstraint(condition=~Q(text=""), name="place_name_is_not_empty"),
        ]
        indexes: ClassVar = [models.Index(fields=["text"], name="place_name_text")]

    def __str__(self) -> str:
        return self.text


class Enclosure(models.Model):
    """One place lies within another, in one hierarchy: a quarter may lie in a municipality and in a cadastre."""

    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="enclosures")
    within = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="enclosed")
    hierarchy = models.CharField(max_length=32)
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["place", "hierarchy"], name="place_lies_in_one_place_a_hierarchy"),
            models.CheckConstraint(condition=~Q(place=F("within")), name="place_does_not_enclose_itself"),
        ]

    def __str__(self) -> str:
        return f"{self.place_id} within {self.within_id}"
