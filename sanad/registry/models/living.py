from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from sanad.evidence.models import File
from sanad.registry.models.homes import Dwelling
from sanad.registry.models.people import Household


class Occupancy(models.Model):
    """A household lives, or lived, in a dwelling."""

    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="occupancies")
    dwelling = models.ForeignKey(Dwelling, on_delete=models.PROTECT, related_name="occupancies")
    since = models.DateField()
    until = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["household", "dwelling"], condition=Q(until=None), name="household_lives_in_a_home_once"
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")), name="occupancy_ends_after_it_begins"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.household_id} in {self.dwelling_id}"


class TenureKind(models.TextChoices):
    """By which right a household lives in its home."""

    OWNER = "owner", _("Owner")
    HEIR = "heir", _("Heir, not yet registered")
    TENANT = "tenant", _("Tenant")
    OLD_TENANT = "old_tenant", _("Tenant under the old rent law")
    ALLOWED = "allowed", _("Lives there with the owner's leave")
    OTHER = "other", _("Another right")


class Grade(models.TextChoices):
    """How well a right is shown. A claim without a deed is allowed; the grade says what there is."""

    REGISTERED = "registered", _("Entry in the land register")
    CONTRACT = "contract", _("Contract or lease")
    PAPERS = "papers", _("Other papers: bills, a certificate of the mayor")
    WITNESSES = "witnesses", _("Neighbours say so")
    STATED = "stated", _("The family says so")


class Tenure(models.Model):
    """A household's right to a dwelling, with the evidence for it. `share` of an owner or heir in thousandths."""

    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="tenures")
    dwelling = models.ForeignKey(Dwelling, on_delete=models.PROTECT, related_name="tenures")
    kind = models.CharField(max_length=16, choices=TenureKind)
    grade = models.CharField(max_length=16, choices=Grade)
    share = models.SmallIntegerField(null=True)
    since = models.DateField()
    until = models.DateField(null=True)
    file = models.ForeignKey(File, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["household", "dwelling"], condition=Q(until=None), name="household_has_one_right_to_a_home"
            ),
            models.CheckConstraint(condition=Q(kind__in=TenureKind.values), name="tenure_kind_is_known"),
            models.CheckConstraint(condition=Q(grade__in=Grade.values), name="tenure_grade_is_known"),
            models.CheckConstraint(
                condition=Q(share=None) | Q(share__range=(1, 1000)), name="tenure_share_is_a_part_of_the_whole"
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")), name="tenure_ends_after_it_begins"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.household_id}: {self.kind} of {self.dwelling_id}"
