"""The words of the ledger: what an account stands for, what a transfer does, and what it moves."""

from dataclasses import dataclass

from django.db import models


class AccountKind(models.TextChoices):
    """What the money of an account is. Only money that is held is bounded: it cannot go beyond what came in."""

    HELD = "held"
    RECEIVED = "received"
    RETURNED = "returned"
    SENT = "sent"
    PAID = "paid"
    SUSPENSE = "suspense"
    FEES = "fees"
    LOST = "lost"
    EXCHANGED = "exchanged"
    SHORTFALL = "shortfall"


class TransferKind(models.TextChoices):
    """What a transfer does; all but the first two act on a pending one."""

    DIRECT = "direct"
    PENDING = "pending"
    POST = "post"
    VOID = "void"
    UNCOVER = "uncover"
    COVER = "cover"
    GIVE_UP = "give_up"


class PendingState(models.TextChoices):
    PENDING = "pending"
    UNCOVERED = "uncovered"
    POSTED = "posted"
    VOIDED = "voided"


class Side(models.TextChoices):
    DEBIT = "debit"
    CREDIT = "credit"


@dataclass(frozen=True, slots=True)
class Effect:
    """How often a transfer's amount is added to the sums of its two accounts, each on its own side.

    `uncovered` counts on the debit account only: promises whose money was lost and about which nobody has decided.
    """

    pending: int
    posted: int
    uncovered: int = 0


EFFECTS = {
    TransferKind.DIRECT: Effect(pending=0, posted=1),
    TransferKind.PENDING: Effect(pending=1, posted=0),
    TransferKind.POST: Effect(pending=-1, posted=1),
    TransferKind.VOID: Effect(pending=-1, posted=0),
    TransferKind.UNCOVER: Effect(pending=-1, posted=0, uncovered=1),
    TransferKind.COVER: Effect(pending=1, posted=0, uncovered=-1),
    TransferKind.GIVE_UP: Effect(pending=0, posted=0, uncovered=-1),
}

NEEDED_STATE = {
    TransferKind.POST: PendingState.PENDING,
    TransferKind.VOID: PendingState.PENDING,
    TransferKind.UNCOVER: PendingState.PENDING,
    TransferKind.COVER: PendingState.UNCOVERED,
    TransferKind.GIVE_UP: PendingState.UNCOVERED,
}
"""The state of a pending transfer in which each kind may act on it; the other kinds act on none."""
