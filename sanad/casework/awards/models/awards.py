from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from sanad.audit.whole import all_whole
from sanad.casework.awards.models.rounds import Round
from sanad.casework.claims.models import Claim


class Outcome(models.TextChoices):
    """How a claim ends in a round; the engine's own words."""

    AWARD = "award", _("Awarded")
    REFUSE = "refuse", _("Refused")
    DEFER = "defer", _("Deferred")
    REFER = "refer", _("Referred")
    INCOMPLETE = "incomplete", _("Facts missing")
    UNPUBLISHED = "unpublished", _("Rule not published")
    ERROR = "error", _("Error")


class Award(models.Model):
    """What a round decided for a claim; never changed, but superseded by a later one.

    `version` counts the decisions of the claim from 1; `supersedes` is the one before. Amounts are minor units of
    `currency`; `net` is null where the claim is not decided. `reasons` are the codes of the rules that spoke.
    """

    # The keys have no index of their own where another index begins with them.
    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="decisions", db_index=False)
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="awards", db_index=False)
    version = models.IntegerField()
    supersedes = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="superseded_by")
    outcome = models.CharField(max_length=16, choices=Outcome)
    reasons = models.JSONField(default=list)
    currency = models.CharField(max_length=3)
    net = models.BigIntegerField(null=True)
    due_now = models.BigIntegerField(null=True)
    queue_place = models.BigIntegerField(null=True)
    money_ahead = models.BigIntegerField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["claim", "version"], name="claim_has_one_award_of_a_version"),
            models.CheckConstraint(
                condition=Q(version=1, supersedes=None) | Q(version__gt=1, supersedes__isnull=False),
                name="later_award_supersedes_the_one_before",
            ),
            models.CheckConstraint(condition=Q(outcome__in=Outcome.values), name="award_outcome_is_known"),
            models.CheckConstraint(condition=Q(net=None) | all_whole("net", "due_now"), name="award_sums_are_whole"),
            models.CheckConstraint(
                condition=Q(net=None) | (Q(net__gte=0) & Q(due_now__gte=0) & Q(due_now__lte=F("net"))),
                name="due_now_is_part_of_the_award",
            ),
            models.CheckConstraint(
                condition=~Q(outcome=Outcome.AWARD) | Q(net__isnull=False, due_now__isnull=False),
                name="award_has_its_sums",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["round", "outcome"], name="award_by_outcome")]

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        return f"A-{self.claim.number.split('-', 1)[1]}-{self.version}"


class AwardLine(models.Model):
    """One line of an award, such as the shelter allowance, in minor units of the award's currency.

    `due_now` is what was due of it when it was decided, and `paid_before` what had been paid of it by then.
    """

    award = models.ForeignKey(Award, on_delete=models.PROTECT, related_name="lines", db_index=False)
    line = models.CharField(max_length=64)
    outcome = models.CharField(max_length=16, choices=Outcome)
    amount = models.BigIntegerField(null=True)
    due_now = models.BigIntegerField(default=0)
    paid_before = models.BigIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["award", "line"], name="award_has_a_line_once"),
            models.CheckConstraint(
                condition=all_whole("due_now", "paid_before") & Q(due_now__gte=0, paid_before__gte=0),
                name="line_is_due_and_paid_in_whole_sums",
            ),
            models.CheckConstraint(
                condition=Q(due_now=0) | Q(amount__isnull=False, due_now__lte=F("amount")),
                name="what_is_due_is_part_of_the_line",
            ),
            models.CheckConstraint(
                condition=Q(amount=None) | (all_whole("amount") & Q(amount__gte=0)),
                name="line_is_a_whole_sum",
            ),
            models.CheckConstraint(condition=Q(outcome__in=Outcome.values), name="line_outcome_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.award_id} {self.line}"
