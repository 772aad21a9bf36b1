from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from sanad.evidence.models import Key
from sanad.registry.models import Household


class AccountKind(models.TextChoices):
    """Where a payee is paid."""

    BANK = "bank", _("Bank account")
    WALLET = "wallet", _("Wallet")
    DESK = "desk", _("Cash desk")


class Verdict(models.TextChoices):
    CONFIRMED = "confirmed", _("Confirmed")
    REFUSED = "refused", _("Refused")


class Payee(models.Model):
    """Whoever is paid: a household, or an organisation by its name. `account` is the confirmed one, and no other."""

    household = models.OneToOneField(Household, null=True, on_delete=models.PROTECT, related_name="payee")
    organisation = models.CharField(max_length=140, blank=True)
    key = models.ForeignKey(Key, on_delete=models.PROTECT, related_name="payees")
    account = models.OneToOneField("PayeeAccount", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            CheckConstraint(
                condition=Q(household__isnull=False, organisation="") | (Q(household=None) & ~Q(organisation="")),
                name="payee_is_a_household_or_an_organisation",
            ),
            UniqueConstraint(
                fields=["organisation"], condition=~Q(organisation=""), name="organisation_is_a_payee_once"
            ),
        ]

    def __str__(self) -> str:
        return self.household.reference if self.household else self.organisation


class PayeeAccount(models.Model):
    """Where a payee wants to be paid: proposed by one person, and nothing until another has confirmed it.

    Holder and number lie under the payee's key. A row is never changed, so that what was paid to it stays known; the id
    is made by whoever sends it. `bank` is the code of the bank or the operator, or empty.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    payee = models.ForeignKey(Payee, on_delete=models.PROTECT, related_name="accounts")
    kind = models.CharField(max_length=6, choices=AccountKind)
    bank = models.CharField(max_length=11, blank=True)
    holder = models.BinaryField()
    number = models.BinaryField()
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    decision = models.CharField(max_length=9, null=True, choices=Verdict)  # noqa: DJ001  absent until it is decided
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            CheckConstraint(condition=Q(kind__in=AccountKind.values), name="account_kind_is_a_way_to_be_paid"),
            CheckConstraint(condition=~Q(decided_by=F("proposed_by")), name="account_is_decided_by_a_second_person"),
            CheckConstraint(
                condition=Q(decision=None, decided_by=None, decided_at=None)
                | Q(decision__in=Verdict.values, decided_by__isnull=False, decided_at__isnull=False),
                name="account_is_decided_whole",
            ),
            UniqueConstraint(
                fields=["payee"], condition=Q(decision=None), name="one_account_of_a_payee_waits_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.payee} {self.kind}"
