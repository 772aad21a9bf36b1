"""Being heard: whoever is spoken of is asked for a reply, and it stands beside what is shown, or that none came."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, F, Q

from sanad.record.kinds import Way
from sanad.record.models.checks import exactly_one, filled, known


class ReplyAsked(models.Model):
    """Asked about a person, or about a work that is disputed: of whom, how, when, and until which day they may answer.

    Nothing of it is public before an answer came or that day has passed.
    """

    agent = models.ForeignKey("record.Agent", null=True, on_delete=models.PROTECT, related_name="replies_asked")
    work = models.ForeignKey("record.Work", null=True, on_delete=models.PROTECT, related_name="replies_asked")
    asked_of = models.CharField(max_length=200)
    how = models.CharField(max_length=12, choices=Way)
    asked_date = models.DateField()
    until = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            exactly_one("agent", "work", name="reply_is_asked_about_one_thing"),
            filled("asked_of", "reply_is_asked_of_somebody"),
            known("how", Way, "reply_way_is_known"),
            CheckConstraint(condition=Q(until__gt=F("asked_date")), name="reply_has_time_to_come"),
        ]

    def __str__(self) -> str:
        return f"{self.asked_date} until {self.until}"


class Reply(models.Model):
    """The answer, in its own words."""

    asked = models.OneToOneField(ReplyAsked, on_delete=models.PROTECT, related_name="reply")
    came_date = models.DateField()
    text = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [filled("text", "reply_says_something")]
        verbose_name_plural = "replies"

    def __str__(self) -> str:
        return f"{self.asked_id}: {self.came_date}"
