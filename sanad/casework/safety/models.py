"""Danger told, placards, precautions: an alarm never waits for money."""

from datetime import datetime, timedelta
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sanad.evidence.models import File, Key
from sanad.registry.models import Building

LONGEST_PRECAUTION = 72
"""Hours; after them an engineer has looked, or the building is used again."""


class Reporter(models.TextChoices):
    RESIDENT = "resident", _("Resident")
    NEIGHBOUR = "neighbour", _("Neighbour")
    STAFF = "staff", _("Member of staff")
    UNNAMED = "unnamed", _("Not told")


class Triage(models.TextChoices):
    """What the safety officer found of a report."""

    WAITING = "waiting", _("Waits for triage")
    NO_DANGER = "no_danger", _("No danger seen")
    INSPECTION = "inspection", _("An engineer has to look")
    ACUTE = "acute", _("Acute: keep out now")


class DangerReport(models.Model):
    """Somebody says that a building is dangerous. It starts a clock and has no other effect.

    What was written, and how to reach the reporter, lie under a key of the report's own.
    """

    reference = models.CharField(max_length=16, unique=True)
    client_id = models.UUIDField(unique=True)
    building = models.ForeignKey(Building, on_delete=models.PROTECT, related_name="danger_reports")
    reporter = models.CharField(max_length=16, choices=Reporter)
    told_at = models.DateTimeField()
    told_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    key = models.OneToOneField(Key, on_delete=models.PROTECT, related_name="+")
    words = models.BinaryField()
    contact = models.BinaryField(null=True)
    due_at = models.DateTimeField()
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    triage = models.CharField(max_length=16, choices=Triage, default=Triage.WAITING)
    triaged_at = models.DateTimeField(null=True)
    triaged_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(reporter__in=Reporter.values), name="reporter_is_known"),
            models.CheckConstraint(condition=Q(triage__in=Triage.values), name="triage_is_known"),
            models.CheckConstraint(
                condition=Q(triage=Triage.WAITING, triaged_at=None, triaged_by=None)
                | (~Q(triage=Triage.WAITING) & Q(triaged_at__isnull=False, triaged_by__isnull=False)),
                name="triage_is_done_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return self.reference


class Colour(models.TextChoices):
    GREEN = "green", _("Green: may be used")
    YELLOW = "yellow", _("Yellow: use is restricted")
    RED = "red", _("Red: unsafe")


class Reason(models.TextChoices):
    """Why a building may not be used as before. Families read the sentence of REASONS."""

    NONE = ""
    CRACKED = "cracked"
    LEANING = "leaning"
    PARTLY_FALLEN = "partly_fallen"
    FALLING_PARTS = "falling_parts"
    STAIRS = "stairs"
    NEIGHBOUR = "neighbour"
    UTILITIES = "utilities"

    @property
    def words(self) -> dict[str, str]:
        english, arabic = REASONS[self.value]
        return {"en": english, "ar": arabic}


REASONS: dict[str, tuple[str, str]] = {
    "": ("", ""),
    "cracked": ("columns or bearing walls are cracked", "تصدّع أعمدة أو جدران حاملة"),
    "leaning": ("the building leans or has sunk", "ميل المبنى أو هبوطه"),
    "partly_fallen": ("a part of the building has collapsed", "انهيار جزء من المبنى"),
    "falling_parts": ("loose parts may fall", "احتمال سقوط أجزاء غير ثابتة"),
    "stairs": ("the stairs may not bear people", "احتمال ألا يحمل الدرج الناس"),
    "neighbour": ("the building beside it is in danger", "الخطر في المبنى المجاور"),
    "utilities": ("gas, water or electricity is a danger", "خطر من الغاز أو الماء أو الكهرباء"),
}


class Placard(models.Model):
    """What an engineer found. One counts at a time; a red one stands on evidence, and both restrictions on a reason.

    `owner` looks at the building again by `review_at`; past it, the placard is overdue.
    """

    building = models.ForeignKey(Building, on_delete=models.PROTECT, related_name="placards")
    colour = models.CharField(max_length=8, choices=Colour)
    reason = models.CharField(max_length=16, choices=Reason, blank=True)
    evidence = models.ForeignKey(File, null=True, on_delete=models.PROTECT, related_name="+")
    placed_at = models.DateTimeField()
    placed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    review_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(colour__in=Colour.values), name="placard_colour_is_known"),
            models.CheckConstraint(condition=Q(reason__in=Reason.values), name="placard_reason_is_known"),
            models.CheckConstraint(
                condition=Q(colour=Colour.GREEN) | (~Q(reason="") & Q(owner__isnull=False, review_at__isnull=False)),
                name="restriction_has_a_reason_an_owner_and_a_review",
            ),
            models.CheckConstraint(
                condition=~Q(colour=Colour.RED) | Q(evidence__isnull=False), name="red_stands_on_evidence"
            ),
            models.UniqueConstraint(
                fields=["building"], condition=Q(ended_at=None), name="building_has_one_placard_that_counts"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.building_id}: {self.colour}"


class HowEnded(models.TextChoices):
    OPEN = "open", _("In force")
    PLACARD = "placard", _("Ended by an engineer's placard")
    OFFICER = "officer", _("Ended by the safety officer")
    LAPSED = "lapsed", _("Ran out")


class Precaution(models.Model):
    """Keep out until an engineer has looked: for at most 72 hours, and never twice without an engineer between."""

    building = models.ForeignKey(Building, on_delete=models.PROTECT, related_name="precautions")
    report = models.ForeignKey(DangerReport, null=True, on_delete=models.PROTECT, related_name="precautions")
    reason = models.CharField(max_length=16, choices=Reason)
    since = models.DateTimeField()
    hours = models.SmallIntegerField()
    due_at = models.DateTimeField()
    ordered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=16, choices=HowEnded, default=HowEnded.OPEN)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(hours__range=(1, LONGEST_PRECAUTION)), name="precaution_lasts_72_hours_at_most"
            ),
            models.CheckConstraint(
                condition=Q(reason__in=[value for value in Reason.values if value]), name="precaution_has_a_reason"
            ),
            models.CheckConstraint(
                condition=Q(state=HowEnded.OPEN, ended_at=None)
                | Q(state__in=[HowEnded.PLACARD, HowEnded.OFFICER, HowEnded.LAPSED], ended_at__isnull=False),
                name="precaution_ends_some_way",
            ),
            models.UniqueConstraint(
                fields=["building"], condition=Q(state=HowEnded.OPEN), name="building_has_one_precaution_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.building_id} since {self.since}"

    def holds(self, at: datetime) -> bool:
        return self.state == HowEnded.OPEN and self.since <= at < self.since + timedelta(hours=self.hours)
