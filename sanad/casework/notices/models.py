"""What families are told."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sanad.registry.models import Building, Household


class Channel(models.TextChoices):
    """How a notice went out."""

    LETTER = "letter", _("By letter")
    MESSAGE = "message", _("By telephone or message")
    DESK = "desk", _("In person")


class Notice(models.Model):
    """One thing that a household is told; written in the transaction of the act, sent afterwards.

    `facts` holds references, sums and days that the sentence of its kind names, never a name or free text. `about` is
    what several notices of one thing have in common, such as `halt:S-000017`: by it one counts whom they reached.
    """

    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="notices")
    kind = models.CharField(max_length=64)
    facts = models.JSONField()
    about = models.CharField(max_length=64, blank=True)
    written_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    sent_by = models.CharField(max_length=16, null=True, choices=Channel)  # noqa: DJ001  absent until it is sent

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(sent_at=None, sent_by=None) | Q(sent_at__isnull=False, sent_by__in=Channel.values),
                name="notice_is_sent_some_way",
            ),
            models.CheckConstraint(condition=~Q(kind=""), name="notice_has_a_kind"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["id"], condition=Q(sent_at=None), name="notice_outbox"),
            models.Index(fields=["about", "household"], condition=~Q(about=""), name="notice_by_what_it_is_about"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.household_id}"


class Standing(models.Model):
    """A placard or a halt of a building, as long as it stands: whoever files a claim for a home in it is told."""

    building = models.ForeignKey(Building, on_delete=models.PROTECT, related_name="standing_notices")
    about = models.CharField(max_length=64)
    kind = models.CharField(max_length=64)
    facts = models.JSONField()
    since = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(kind="") & ~Q(about=""), name="standing_notice_says_what_it_is_about"),
            models.UniqueConstraint(
                fields=["building", "about"], condition=Q(ended_at=None), name="one_thing_stands_once_in_a_building"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.building_id}: {self.about}"
