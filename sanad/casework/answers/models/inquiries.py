"""What families ask, and what they are answered. What is done with them is in `sanad.casework.inquiries`."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from sanad.audit.whole import all_whole
from sanad.casework.claims.models import Claim
from sanad.evidence.models import File


class Kind(models.TextChoices):
    """Abuse is told in confidence: only a programme lead and an auditor see that it was."""

    QUESTION = "question", _("Question")
    OBJECTION = "objection", _("Objection to the decision")
    NOT_ARRIVED = "not_arrived", _("A payment has not arrived")
    CORRECTION = "correction", _("Something about us is wrong")
    ABUSE = "abuse", _("Somebody asked for money or abused their office")


class State(models.TextChoices):
    OPEN = "open", _("Open")
    ANSWERED = "answered", _("Answered")


class Inquiry(models.Model):
    """One question of a family. `client_id` is made by whoever sends it, so that sent twice it is one.

    `words` lie under the household's key. `due_on` is the day until which a person answers. `object_until` is the last
    day for an objection by the rules, where there is one; a later one is taken in and says so.
    """

    number = models.CharField(max_length=16, unique=True)
    client_id = models.UUIDField(unique=True)
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="inquiries")
    kind = models.CharField(max_length=16, choices=Kind)
    words = models.BinaryField()
    file = models.OneToOneField(File, null=True, on_delete=models.PROTECT, related_name="inquiry")
    payment = models.CharField(max_length=35, blank=True)
    asked_at = models.DateTimeField()
    due_on = models.DateField()
    object_until = models.DateField(null=True)
    state = models.CharField(max_length=16, choices=State, default=State.OPEN)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="inquiry_kind_is_known"),
            models.CheckConstraint(
                condition=Q(number__regex=r"^I-[0-9]{6,}-[0-9]$"), name="inquiry_number_has_its_form"
            ),
            models.CheckConstraint(
                condition=Q(state=State.OPEN, answered_at=None, answered_by=None)
                | Q(state=State.ANSWERED, answered_at__isnull=False, answered_by__isnull=False),
                name="inquiry_is_answered_by_somebody",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["due_on"], condition=Q(state="open"), name="inquiries_open_by_day"),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def is_late(self) -> bool:
        """An objection after the last day that the rules give."""
        return self.object_until is not None and localdate(self.asked_at) > self.object_until


class Reply(models.Model):
    """An answer to an inquiry: nothing is answered without the facts. Never changed or deleted.

    `answer` is the family's answer at `position`, as it is kept. Beside it stands the next day, or what is missing in
    minor units of `currency`, or the fact that is awaited with the body that brings it about and the day on which that
    is looked at again. The first reply is the answer itself, by nobody; a person's words lie under the household's key.
    """

    inquiry = models.ForeignKey(Inquiry, on_delete=models.PROTECT, related_name="replies")
    number = models.SmallIntegerField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    words = models.BinaryField(null=True)
    position = models.BigIntegerField()
    answer = models.BinaryField()
    next_on = models.DateField(null=True)
    missing = models.BigIntegerField(null=True)
    currency = models.CharField(max_length=3, blank=True)
    awaited = models.CharField(max_length=64, blank=True)
    body = models.CharField(max_length=64, blank=True)
    review_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["inquiry", "number"], name="inquiry_has_a_reply_of_a_number_once"),
            models.CheckConstraint(
                condition=Q(number=1, by=None, words=None) | Q(number__gt=1, by__isnull=False, words__isnull=False),
                name="first_reply_is_the_answer_itself",
            ),
            models.CheckConstraint(condition=Q(position__gt=0), name="reply_is_as_of_a_position"),
            models.CheckConstraint(
                condition=Q(next_on__isnull=False)
                | (Q(missing__gt=0) & ~Q(currency=""))
                | (~Q(awaited="") & ~Q(body="") & Q(review_on__isnull=False)),
                name="no_reply_without_its_facts",
            ),
            models.CheckConstraint(
                condition=Q(missing=None) | (all_whole("missing") & Q(missing__gt=0) & ~Q(currency="")),
                name="what_is_missing_is_a_sum",
            ),
            models.CheckConstraint(
                condition=Q(awaited="", body="", review_on=None)
                | (~Q(awaited="") & ~Q(body="") & Q(review_on__isnull=False)),
                name="what_is_awaited_has_its_body_and_review",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.inquiry_id}: {self.number}"
