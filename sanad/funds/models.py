"""Where the money comes from and what it may be used for; how much there is stands in the ledger alone."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from sanad.audit.whole import all_whole

GENERAL = "general"


class Donor(models.Model):
    """Whoever gives. `names` is keyed by language."""

    code = models.SlugField(unique=True)
    names = models.JSONField()

    def __str__(self) -> str:
        return self.code


class Fund(models.Model):
    """Money for a purpose, in one currency. `names` is keyed by language.

    `holder`, `account_number` and `bank` are the fund's own account at its bank, as payment orders name it. A payment
    run above `three_persons_above` (minor units) is released by a third person; null: two are enough for any sum.
    """

    code = models.SlugField(unique=True)
    names = models.JSONField()
    currency = models.CharField(max_length=3)
    holder = models.CharField(max_length=140, blank=True)
    account_number = models.CharField(max_length=34, blank=True)
    bank = models.CharField(max_length=11, blank=True)
    three_persons_above = models.BigIntegerField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            CheckConstraint(
                condition=Q(holder="", account_number="", bank="") | (~Q(holder="") & ~Q(account_number="")),
                name="fund_names_its_account_whole",
            ),
            CheckConstraint(
                condition=Q(three_persons_above=None)
                | (all_whole("three_persons_above") & Q(three_persons_above__gte=0)),
                name="third_person_is_asked_from_a_sum_on",
            ),
        ]

    def __str__(self) -> str:
        return self.code


class FundedProgramme(models.Model):
    """A programme, by its key, that the fund may pay for."""

    fund = models.ForeignKey(Fund, on_delete=models.PROTECT, related_name="programmes")
    programme = models.CharField(max_length=64)

    class Meta:
        constraints: ClassVar = [
            UniqueConstraint(fields=["fund", "programme"], name="programme_is_funded_once"),
            CheckConstraint(condition=~Q(programme=""), name="funded_programme_is_named"),
        ]

    def __str__(self) -> str:
        return f"{self.fund_id}: {self.programme}"


class Part(models.Model):
    """A fund's general part, or what of it is earmarked: for an area, for lines of the award, for a period.

    `area` is the code of a place and `line` names lines of awards, separated by `|`; empty means any. Money is held
    apart for each part: `account` is its ledger account.
    """

    fund = models.ForeignKey(Fund, on_delete=models.PROTECT, related_name="parts")
    code = models.SlugField()
    area = models.CharField(max_length=64, blank=True)
    line = models.CharField(max_length=200, blank=True)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    account = models.OneToOneField("ledger.Account", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            UniqueConstraint(fields=["fund", "code"], name="part_has_its_code_in_the_fund"),
            CheckConstraint(
                condition=Q(code=GENERAL, area="", line="", since=None, until=None)
                | (~Q(code=GENERAL) & (~Q(area="") | ~Q(line="") | ~Q(since=None) | ~Q(until=None))),
                name="part_is_general_or_earmarked",
            ),
            CheckConstraint(
                condition=Q(since=None) | Q(until=None) | Q(until__gte=F("since")), name="part_ends_after_it_begins"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.fund.code}/{self.code}"

    @property
    def is_general(self) -> bool:
        return self.code == GENERAL


class AgreementKind(models.TextChoices):
    """A framework says how much may be agreed in all; a pledge is what a donor has said it will give."""

    FRAMEWORK = "framework", _("Framework")
    PLEDGE = "pledge", _("Pledge")


class Agreement(models.Model):
    """What a donor said it will give, in the fund's currency. It is shown and never reserved.

    `bound_on` is the day on which the donor bound itself in writing; from then on it is a donor commitment.
    """

    fund = models.ForeignKey(Fund, on_delete=models.PROTECT, related_name="agreements")
    donor = models.ForeignKey(Donor, on_delete=models.PROTECT, related_name="agreements")
    kind = models.CharField(max_length=9, choices=AgreementKind)
    reference = models.CharField(max_length=64, unique=True)
    amount = models.BigIntegerField()
    said_on = models.DateField()
    bound_on = models.DateField(null=True, blank=True)
    expected_by = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=300)

    class Meta:
        constraints: ClassVar = [
            CheckConstraint(condition=all_whole("amount") & Q(amount__gt=0), name="agreement_is_about_a_sum"),
            CheckConstraint(condition=~Q(reference="") & ~Q(source=""), name="agreement_has_reference_and_source"),
            CheckConstraint(condition=Q(kind__in=AgreementKind.values), name="agreement_kind_is_known"),
        ]

    def __str__(self) -> str:
        return self.reference


class ReceiptState(models.TextChoices):
    RECORDED = "recorded", _("Recorded, to be confirmed")
    CONFIRMED = "confirmed", _("Confirmed")
    REFUSED = "refused", _("Refused")


class Receipt(models.Model):
    """Money that arrived at the bank. It counts from the day on which a second person has confirmed it."""

    id = models.UUIDField(primary_key=True)
    part = models.ForeignKey(Part, on_delete=models.PROTECT, related_name="receipts")
    agreement = models.ForeignKey(Agreement, null=True, on_delete=models.PROTECT, related_name="receipts")
    amount = models.BigIntegerField()
    bank_reference = models.CharField(max_length=64)
    received_on = models.DateField()
    state = models.CharField(max_length=9, choices=ReceiptState, default=ReceiptState.RECORDED)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            CheckConstraint(condition=all_whole("amount") & Q(amount__gt=0), name="receipt_is_of_a_sum"),
            CheckConstraint(condition=~Q(bank_reference=""), name="receipt_names_the_bank_reference"),
            CheckConstraint(condition=~Q(decided_by=F("recorded_by")), name="receipt_is_decided_by_a_second_person"),
            CheckConstraint(
                condition=Q(state="recorded", decided_by=None, decided_at=None)
                | Q(state__in=["confirmed", "refused"], decided_by__isnull=False, decided_at__isnull=False),
                name="receipt_is_decided_whole",
            ),
            UniqueConstraint(
                fields=["part", "bank_reference"],
                condition=~Q(state="refused"),
                name="bank_reference_is_received_once",
            ),
        ]

    def __str__(self) -> str:
        return self.bank_reference


class OutflowKind(models.TextChoices):
    RETURNED = "returned", _("Returned to the donor")
    FEES = "fees", _("Fees")
    LOST = "lost", _("Lost")


class Outflow(models.Model):
    """Money that left the fund for no family: why, and where that is written. Never changed or deleted."""

    id = models.UUIDField(primary_key=True)
    part = models.ForeignKey(Part, on_delete=models.PROTECT, related_name="outflows")
    kind = models.CharField(max_length=8, choices=OutflowKind)
    amount = models.BigIntegerField()
    reference = models.CharField(max_length=64)
    reason = models.CharField(max_length=500)
    booked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    booked_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            CheckConstraint(condition=all_whole("amount") & Q(amount__gt=0), name="outflow_is_of_a_sum"),
            CheckConstraint(condition=~Q(reference="") & ~Q(reason=""), name="outflow_has_reference_and_reason"),
            CheckConstraint(condition=Q(kind__in=OutflowKind.values), name="outflow_kind_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.reference}"


class Exchange(models.Model):
    """One currency given for another: two transfers at a dated rate with its source. Never changed or deleted.

    `rate` is how much of the bought currency one unit of the sold one brings, as it was written in the source.
    """

    id = models.UUIDField(primary_key=True)
    sold_by = models.ForeignKey(Part, on_delete=models.PROTECT, related_name="sales")
    bought_by = models.ForeignKey(Part, on_delete=models.PROTECT, related_name="purchases")
    sold = models.BigIntegerField()
    bought = models.BigIntegerField()
    rate = models.CharField(max_length=40)
    rate_on = models.DateField()
    source = models.CharField(max_length=300)
    booked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    booked_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            CheckConstraint(
                condition=all_whole("sold", "bought") & Q(sold__gt=0, bought__gt=0), name="exchange_is_of_two_sums"
            ),
            CheckConstraint(condition=~Q(sold_by=F("bought_by")), name="exchange_joins_two_parts"),
            CheckConstraint(condition=~Q(rate="") & ~Q(source=""), name="exchange_has_rate_and_source"),
        ]

    def __str__(self) -> str:
        return f"{self.sold_by} to {self.bought_by}"
