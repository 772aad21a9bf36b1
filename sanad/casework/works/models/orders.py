from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from sanad.audit.whole import all_whole
from sanad.casework.assessments.models import Inspection
from sanad.casework.works.models.contractors import Contractor
from sanad.funds.models import Part
from sanad.registry.models import Building
from sanad.rulebook.models import Programme


class Kind(models.TextChoices):
    """Finishing works wait for a safe structure."""

    STRUCTURAL = "structural", _("Structural works")
    FINISHING = "finishing", _("Finishing works")


class State(models.TextChoices):
    PREPARED = "prepared", _("Prepared, to be approved")
    ORDERED = "ordered", _("Ordered")
    FINISHED = "finished", _("Finished")
    SENT_BACK = "sent_back", _("Sent back")
    CLOSED = "closed", _("Closed before its end")


class Order(models.Model):
    """Works on a building, paid by one part of a fund. Its money is reserved at the moment at which it is ordered.

    `budget` in minor units of the fund's currency is the sum of the stages. `reason` says why it was sent back, or
    closed before its end.
    """

    reference = models.CharField(max_length=16, unique=True)
    client_id = models.UUIDField(unique=True)
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="orders")
    building = models.ForeignKey(Building, on_delete=models.PROTECT, related_name="orders")
    contractor = models.ForeignKey(Contractor, on_delete=models.PROTECT, related_name="orders")
    part = models.ForeignKey(Part, on_delete=models.PROTECT, related_name="orders")
    kind = models.CharField(max_length=16, choices=Kind)
    budget = models.BigIntegerField()
    state = models.CharField(max_length=16, choices=State, default=State.PREPARED)
    prepared_at = models.DateTimeField()
    prepared_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="works_are_of_a_known_kind"),
            models.CheckConstraint(condition=all_whole("budget") & Q(budget__gt=0), name="works_have_a_budget"),
            models.CheckConstraint(
                condition=~Q(decided_by=F("prepared_by")), name="works_are_ordered_by_a_second_person"
            ),
            models.CheckConstraint(
                condition=Q(state=State.PREPARED, decided_at=None, decided_by=None)
                | (~Q(state=State.PREPARED) & Q(decided_at__isnull=False, decided_by__isnull=False)),
                name="works_are_decided_whole",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[State.PREPARED, State.ORDERED, State.SENT_BACK], ended_at=None, ended_by=None)
                | Q(state__in=[State.FINISHED, State.CLOSED], ended_at__isnull=False, ended_by__isnull=False),
                name="works_end_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[State.SENT_BACK, State.CLOSED]) | ~Q(reason=""),
                name="works_stop_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def currency(self) -> str:
        return self.part.fund.currency


class Stage(models.Model):
    """One stage of an order, certified in its turn. `transfer` is its reservation; without one nothing is certified."""

    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="stages")
    number = models.SmallIntegerField()
    title = models.CharField(max_length=200)
    amount = models.BigIntegerField()
    transfer = models.OneToOneField("ledger.Transfer", null=True, on_delete=models.PROTECT, related_name="stage")
    inspection = models.OneToOneField(Inspection, null=True, on_delete=models.PROTECT, related_name="stage")
    certified_at = models.DateTimeField(null=True)
    certified_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["order", "number"], name="stage_has_its_number_in_the_order"),
            models.CheckConstraint(condition=Q(number__gte=1) & ~Q(title=""), name="stage_is_numbered_and_named"),
            models.CheckConstraint(condition=all_whole("amount") & Q(amount__gt=0), name="stage_has_a_sum"),
            models.CheckConstraint(
                condition=Q(inspection=None, certified_at=None, certified_by=None)
                | Q(inspection__isnull=False, certified_at__isnull=False, certified_by__isnull=False),
                name="stage_is_certified_by_an_inspection",
            ),
            models.CheckConstraint(
                condition=Q(certified_at=None) | Q(transfer__isnull=False), name="stage_is_certified_after_its_order"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.order_id}: {self.number}"

    @property
    def is_certified(self) -> bool:
        return self.certified_at is not None
