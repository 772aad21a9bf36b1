"""What is told in more than one way: the ways side by side, none before another."""

from typing import ClassVar

from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint

from sanad.record.kinds import Stance
from sanad.record.models.checks import filled, known


class Question(models.Model):
    """What several accounts tell differently."""

    text = models.CharField(max_length=300)
    event = models.ForeignKey("record.Event", null=True, on_delete=models.PROTECT, related_name="questions")
    about = models.ForeignKey("record.Agent", null=True, on_delete=models.PROTECT, related_name="questions")

    class Meta:
        constraints: ClassVar = [filled("text", "question_has_text")]

    def __str__(self) -> str:
        return self.text


class Version(models.Model):
    """One account's answer. There is no column for which is right, and none for an order among them.

    `summary` is one neutral line of ours; `stance` says how the account stands `toward` another version, if it does.
    """

    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="versions")
    account = models.ForeignKey("record.Account", on_delete=models.PROTECT, related_name="versions")
    summary = models.CharField(max_length=300)
    stance = models.CharField(max_length=10, choices=Stance)
    toward = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="answered_by")

    class Meta:
        constraints: ClassVar = [
            known("stance", Stance, "version_stance_is_known"),
            filled("summary", "version_has_a_summary"),
            CheckConstraint(condition=Q(toward=None) | ~Q(toward=F("id")), name="version_is_not_toward_itself"),
            UniqueConstraint(fields=["question", "account"], name="account_has_one_version_of_a_question"),
        ]

    def __str__(self) -> str:
        return self.summary


class VersionStatement(models.Model):
    """A statement that the version rests on."""

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="grounds")
    statement = models.ForeignKey("record.Statement", on_delete=models.PROTECT, related_name="grounds_of")

    class Meta:
        constraints: ClassVar = [
            UniqueConstraint(fields=["version", "statement"], name="version_rests_once_on_a_statement"),
        ]

    def __str__(self) -> str:
        return f"{self.version_id}: {self.statement_id}"
