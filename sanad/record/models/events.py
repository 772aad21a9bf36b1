"""What is spoken of: meetings, visits, halts; with those who took part, as told."""

from typing import ClassVar

from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint

from sanad.record.kinds import Basis, Openness, Part
from sanad.record.models.checks import dated, filled, known

DURATION = r"^P(\d+Y)?(\d+M)?(\d+D)?(T(\d+H)?(\d+M)?(\d+S)?)?$"


class Event(models.Model):
    """Something that is said to have happened. `when` is EDTF, `duration` ISO 8601."""

    kind = models.CharField(max_length=32)
    label = models.CharField(max_length=200)
    when = models.CharField(max_length=32, blank=True)
    when_basis = models.CharField(max_length=8, choices=Basis, blank=True)
    place = models.CharField(max_length=200, blank=True)
    part_of = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="parts")
    duration = models.CharField(max_length=32, blank=True)
    openness = models.CharField(max_length=8, choices=Openness, blank=True)

    class Meta:
        constraints: ClassVar = [
            filled("kind", "event_has_a_kind"),
            filled("label", "event_has_a_label"),
            dated("when", "event_day_is_edtf"),
            known("openness", Openness, "event_openness_is_known", may_be_empty=True),
            CheckConstraint(
                condition=Q(when="", when_basis="") | (~Q(when="") & Q(when_basis__in=Basis.values)),
                name="event_day_is_stated_or_concluded",
            ),
            CheckConstraint(condition=Q(duration="") | Q(duration__regex=DURATION), name="event_lasts_an_iso_duration"),
            CheckConstraint(condition=Q(part_of=None) | ~Q(part_of=F("id")), name="event_is_no_part_of_itself"),
        ]

    def __str__(self) -> str:
        return self.label


class AgendaItem(models.Model):
    """What was spoken of, in its order."""

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="agenda")
    ordinal = models.IntegerField()
    text = models.CharField(max_length=300)
    statement = models.ForeignKey("record.Statement", on_delete=models.PROTECT, related_name="agenda_items")

    class Meta:
        constraints: ClassVar = [
            filled("text", "agenda_item_has_text"),
            UniqueConstraint(fields=["event", "ordinal", "statement"], name="agenda_item_has_its_place"),
        ]

    def __str__(self) -> str:
        return self.text


class EventParticipant(models.Model):
    """Who is said to have been there, or to have been absent."""

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="participants")
    agent = models.ForeignKey("record.Agent", on_delete=models.PROTECT, related_name="took_part")
    role = models.CharField(max_length=12, choices=Part)
    statement = models.ForeignKey("record.Statement", on_delete=models.PROTECT, related_name="participants")

    class Meta:
        constraints: ClassVar = [
            known("role", Part, "participant_role_is_known"),
            UniqueConstraint(fields=["event", "agent", "role", "statement"], name="participant_is_told_once"),
        ]

    def __str__(self) -> str:
        return f"{self.agent_id} {self.role}"
