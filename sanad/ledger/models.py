"""The books: accounts, the transfers between them, and the line that each transfer writes into each account."""

from typing import ClassVar

from django.db import models
from django.db.models import CheckConstraint, F, Index, Q, UniqueConstraint
from django.db.models.functions import Concat, Left
from django.db.models.lookups import Exact

from sanad.audit.whole import all_whole
from sanad.ledger.kinds import NEEDED_STATE, AccountKind, PendingState, Side, TransferKind

SUMS = ("debits_pending", "debits_posted", "credits_pending", "credits_posted")
CURRENCY_LETTERS = 3


class Sums(models.Model):
    """Four running sums in minor units: what is announced and what is booked, on either side."""

    debits_pending = models.BigIntegerField(default=0)
    debits_posted = models.BigIntegerField(default=0)
    credits_pending = models.BigIntegerField(default=0)
    credits_posted = models.BigIntegerField(default=0)

    class Meta:
        abstract = True


class Account(Sums):
    """One heading of the ledger. Its code begins with its currency, so that the database can compare two accounts.

    `uncovered` is the sum of promises whose money was lost and about which nobody has decided: while there is any,
    nothing new is reserved.
    """

    code = models.CharField(primary_key=True, max_length=160)
    currency = models.CharField(max_length=CURRENCY_LETTERS)
    kind = models.CharField(max_length=16, choices=AccountKind)
    uncovered = models.BigIntegerField(default=0)
    version = models.BigIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            CheckConstraint(condition=Q(kind__in=AccountKind.values), name="account_kind_is_known"),
            CheckConstraint(
                condition=Exact(Left("code", CURRENCY_LETTERS + 1), Concat(F("currency"), models.Value(":"))),
                name="account_code_begins_with_its_currency",
            ),
            CheckConstraint(condition=all_whole(*SUMS, "uncovered", "version"), name="account_sums_are_whole"),
            CheckConstraint(
                condition=Q(*((f"{name}__gte", 0) for name in (*SUMS, "uncovered", "version"))),
                name="account_sums_are_not_negative",
            ),
            CheckConstraint(
                condition=~Q(kind=AccountKind.HELD) | Q(debits_pending__lte=F("credits_posted") - F("debits_posted")),
                name="held_money_is_not_exceeded",
            ),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def free(self) -> int:
        """What may still be taken: what came in, less what left and what is set aside."""
        return self.credits_posted - self.debits_posted - self.debits_pending


class Transfer(models.Model):
    """Money from one account to another. Never changed or deleted; a correction is a reversal.

    `id` is made by whoever asks, so that asking again books nothing twice. `place` is its place within its event.
    `rank` is the place of a reservation in the order of payment.
    """

    id = models.UUIDField(primary_key=True)
    event = models.ForeignKey("audit.Event", on_delete=models.PROTECT, related_name="+", db_index=False)
    place = models.BigIntegerField()
    kind = models.CharField(max_length=8, choices=TransferKind)
    debit_account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="debits", db_index=False)
    credit_account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="credits", db_index=False)
    amount = models.BigIntegerField()
    rank = models.BigIntegerField(null=True)
    pending_of = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="ends")
    reversal_of = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="reversal")

    class Meta:
        constraints: ClassVar = [
            UniqueConstraint(fields=["event", "place"], name="transfer_has_its_place_in_the_event"),
            CheckConstraint(condition=all_whole("amount") & Q(amount__gt=0), name="transfer_moves_something"),
            CheckConstraint(condition=~Q(debit_account=F("credit_account")), name="transfer_joins_two_accounts"),
            CheckConstraint(
                condition=Exact(
                    Left("debit_account", CURRENCY_LETTERS + 1), Left("credit_account", CURRENCY_LETTERS + 1)
                ),
                name="transfer_stays_in_one_currency",
            ),
            CheckConstraint(
                condition=Q(kind__in=["direct", "pending"], pending_of=None)
                | Q(kind__in=list(NEEDED_STATE), pending_of__isnull=False),
                name="transfer_kind_fits_its_pending",
            ),
            CheckConstraint(condition=Q(reversal_of=None) | Q(kind="direct"), name="reversal_is_direct"),
            CheckConstraint(condition=Q(rank=None) | Q(kind="pending"), name="only_pending_transfers_have_a_rank"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"


class Entry(Sums):
    """The line that a transfer writes into one account, with the account's sums after it. Never changed or deleted."""

    transfer = models.ForeignKey(Transfer, on_delete=models.PROTECT, related_name="entries", db_index=False)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="entries", db_index=False)
    side = models.CharField(max_length=6, choices=Side)
    version = models.BigIntegerField()

    class Meta:
        constraints: ClassVar = [
            UniqueConstraint(fields=["account", "version"], name="entry_is_the_only_one_of_its_version"),
            UniqueConstraint(fields=["transfer", "side"], name="entry_is_the_only_one_of_its_side"),
            CheckConstraint(condition=Q(side__in=Side.values), name="entry_side_is_known"),
            CheckConstraint(condition=all_whole(*SUMS, "version"), name="entry_sums_are_whole"),
        ]

    def __str__(self) -> str:
        return f"{self.account_id} {self.version}"


class Pending(models.Model):
    """How a pending transfer stands now: what is still open of it, and whether money is behind that.

    `account` and `to` are the accounts of its debit and its credit.
    """

    transfer = models.OneToOneField(Transfer, primary_key=True, on_delete=models.PROTECT, related_name="pending")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+", db_index=False)
    to = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+", db_index=False)
    state = models.CharField(max_length=9, choices=PendingState, default=PendingState.PENDING)
    left = models.BigIntegerField()

    class Meta:
        constraints: ClassVar = [
            CheckConstraint(
                condition=all_whole("left")
                & (Q(state__in=["pending", "uncovered"], left__gt=0) | Q(state__in=["posted", "voided"], left=0)),
                name="pending_has_something_left_or_is_done",
            ),
        ]
        indexes: ClassVar = [
            Index(fields=["account", "state"], name="pending_of_account"),
        ]

    def __str__(self) -> str:
        return f"{self.transfer_id}: {self.state}"
