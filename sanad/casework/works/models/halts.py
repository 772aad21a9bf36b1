from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from sanad.audit.whole import all_whole
from sanad.casework.safety.models import Placard, Precaution
from sanad.casework.works.models.orders import Order
from sanad.casework.works.reasons import Body, Ending, Reason, Restart
from sanad.evidence.models import Key
from sanad.funds.models import Fund
from sanad.registry.models import Building
from sanad.rulebook.models import Programme
from sanad.staff.roles import Role


class Subject(models.TextChoices):
    """What stands still."""

    WORKS = "works", _("All works on a building")
    ORDER = "order", _("One order of works")
    LINE = "line", _("One line of awards")
    FUND = "fund", _("Payments of a fund")
    PROGRAMME = "programme", _("A programme")


OF_SOMETHING = (
    Q(subject=Subject.WORKS, building__isnull=False, order=None, programme=None, line="", fund=None)
    | Q(subject=Subject.ORDER, building__isnull=False, order__isnull=False, programme=None, line="", fund=None)
    | (Q(subject=Subject.LINE, building=None, order=None, programme__isnull=False, fund=None) & ~Q(line=""))
    | Q(subject=Subject.FUND, building=None, order=None, programme=None, line="", fund__isnull=False)
    | Q(subject=Subject.PROGRAMME, building=None, order=None, programme__isnull=False, line="", fund=None)
)
RESTARTS = (Q(restart=Restart.MONEY, missing__isnull=False, missing__gt=0, body=Body.NONE) & ~Q(currency="")) | (
    Q(restart__in=[one for one in Restart if one != Restart.MONEY], missing=None, currency="")
    & Q(body__in=[one for one in Body if one])
    & (~Q(body=Body.OTHER) | ~Q(body_name=""))
)


class Halt(models.Model):
    """Something stands still: since when, by whom, why, what restarts it, and when that is looked at again.

    The database refuses one without author, reason, what restarts it and review. `office` is the role in which its
    author acted. `missing` is in minor units of `currency`. `words` are for the families and name nobody; `note` is
    for the office and lies under a key. `families` is how many were told when it began.
    """

    reference = models.CharField(max_length=16, unique=True)
    client_id = models.UUIDField(unique=True)
    subject = models.CharField(max_length=16, choices=Subject)
    building = models.ForeignKey(Building, null=True, on_delete=models.PROTECT, related_name="halts")
    order = models.ForeignKey(Order, null=True, on_delete=models.PROTECT, related_name="halts")
    programme = models.ForeignKey(Programme, null=True, on_delete=models.PROTECT, related_name="halts")
    line = models.CharField(max_length=64, blank=True)
    fund = models.ForeignKey(Fund, null=True, on_delete=models.PROTECT, related_name="halts")
    placard = models.ForeignKey(Placard, null=True, on_delete=models.PROTECT, related_name="halts")
    precaution = models.ForeignKey(Precaution, null=True, on_delete=models.PROTECT, related_name="halts")
    since = models.DateField()
    halted_at = models.DateTimeField()
    halted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    office = models.CharField(max_length=16, choices=Role)
    reason = models.CharField(max_length=16, choices=[(one.value, one.name) for one in Reason])
    words = models.CharField(max_length=500, blank=True)
    key = models.OneToOneField(Key, null=True, on_delete=models.PROTECT, related_name="+")
    note = models.BinaryField(null=True)
    restart = models.CharField(max_length=16, choices=[(one.value, one.name) for one in Restart])
    missing = models.BigIntegerField(null=True)
    currency = models.CharField(max_length=3, blank=True)
    body = models.CharField(max_length=16, choices=[(one.value, one.name) for one in Body], blank=True)
    body_name = models.CharField(max_length=200, blank=True)
    review_on = models.DateField()
    families = models.IntegerField()
    extensions = models.SmallIntegerField(default=0)
    looked_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    ending = models.CharField(max_length=16, choices=[(one.value, one.name) for one in Ending], blank=True)
    ending_words = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=OF_SOMETHING, name="halt_is_of_something"),
            models.CheckConstraint(condition=Q(office__in=Role.values), name="halt_is_by_an_office"),
            models.CheckConstraint(condition=Q(reason__in=Reason.values), name="halt_has_a_reason"),
            models.CheckConstraint(condition=RESTARTS, name="halt_says_what_restarts_it"),
            models.CheckConstraint(condition=Q(review_on__gt=F("since")), name="halt_is_reviewed_after_it_began"),
            models.CheckConstraint(condition=Q(missing=None) | all_whole("missing"), name="halt_misses_a_whole_sum"),
            models.CheckConstraint(
                condition=Q(families__gte=0) & Q(extensions__gte=0), name="halt_counts_families_and_extensions"
            ),
            models.CheckConstraint(condition=Q(note=None) | Q(key__isnull=False), name="halt_note_lies_under_a_key"),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None, ending="")
                | Q(ended_at__isnull=False, ended_by__isnull=False, ending__in=Ending.values),
                name="halt_ends_by_somebody_for_something",
            ),
            models.UniqueConstraint(
                fields=["building", "reason"],
                condition=Q(ended_at=None, subject=Subject.WORKS),
                name="works_are_halted_once_for_a_reason",
            ),
            models.UniqueConstraint(
                fields=["order", "reason"],
                condition=Q(ended_at=None, subject=Subject.ORDER),
                name="order_is_halted_once_for_a_reason",
            ),
            models.UniqueConstraint(
                fields=["programme", "line", "reason"],
                condition=Q(ended_at=None, subject__in=[Subject.LINE, Subject.PROGRAMME]),
                name="line_or_programme_is_halted_once_for_a_reason",
            ),
            models.UniqueConstraint(
                fields=["fund", "reason"],
                condition=Q(ended_at=None, subject=Subject.FUND),
                name="fund_is_halted_once_for_a_reason",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["review_on"], condition=Q(ended_at=None), name="halt_by_review")]

    def __str__(self) -> str:
        return self.reference

    @property
    def about(self) -> str:
        """The common name of all that families are told of it."""
        return f"halt:{self.reference}"

    @property
    def is_open(self) -> bool:
        return self.ended_at is None

    def days_late(self, on: date) -> int:
        """How long its review is past; 0 while it is not, or once it has ended."""
        return max((on - self.review_on).days, 0) if self.is_open else 0


class Extension(models.Model):
    """A review moved to a later day, with its reason. From the third on a programme lead decides. Never changed."""

    halt = models.ForeignKey(Halt, on_delete=models.PROTECT, related_name="moved")
    number = models.SmallIntegerField()
    client_id = models.UUIDField(unique=True)
    from_review = models.DateField()
    to_review = models.DateField()
    words = models.CharField(max_length=500)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    office = models.CharField(max_length=16, choices=Role)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["halt", "number"], name="extension_has_its_number"),
            models.CheckConstraint(condition=Q(number__gte=1) & ~Q(words=""), name="extension_has_a_reason"),
            models.CheckConstraint(condition=Q(to_review__gt=F("from_review")), name="extension_moves_the_review_on"),
            models.CheckConstraint(
                condition=Q(number__lt=3) | Q(office=Role.PROGRAMME_LEAD), name="third_extension_is_a_leads"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.halt_id}: {self.number}"


class Escalation(models.Model):
    """A review that passed without an act, told once to the lead; no `to` where nobody is named. Never changed."""

    halt = models.ForeignKey(Halt, on_delete=models.PROTECT, related_name="escalations")
    review_on = models.DateField()
    at = models.DateTimeField()
    to = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["halt", "review_on"], name="passed_review_escalates_once"),
        ]

    def __str__(self) -> str:
        return f"{self.halt_id}: {self.review_on}"
