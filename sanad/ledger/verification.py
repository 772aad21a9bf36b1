"""Recomputes the books from their transfers and says everything that does not fit."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db.models import Count, F, Sum

from sanad.audit.models import Event
from sanad.ledger.kinds import EFFECTS, PendingState, TransferKind
from sanad.ledger.models import SUMS, Account, Entry, Transfer
from sanad.ledger.movements import Movement, root_of

AT_ONCE = 5_000
MOVEMENT = ("id", "kind", "debit_account_id", "credit_account_id", "amount", "rank", "pending_of_id", "reversal_of_id")


@dataclass(frozen=True, slots=True)
class Difference:
    """Something in the books that does not follow from the transfers. `code`: root, transfers_missing, entry_account,
    entry_sums, entry_missing, account_sums, pending_state, reversal.
    """

    code: str
    where: str
    found: str
    expected: str


def first_difference() -> Difference | None:
    return next(verify_books(), None)


def verify_books() -> Iterator[Difference]:
    """Everything that does not fit: nothing where the books are right."""
    yield from _roots()
    yield from _gone()
    yield from _entries()
    yield from _accounts()
    yield from _pendings()
    yield from _reversals()


def _roots() -> Iterator[Difference]:
    """Each event carries the root over its transfers in their order."""
    ordered = Transfer.objects.order_by("event_id", "place").values_list("event_id", "event__root", *MOVEMENT)
    for (event, root), rows in groupby(ordered.iterator(chunk_size=AT_ONCE), key=lambda row: row[:2]):
        found = root_of([Movement(row[2], TransferKind(row[3]), *row[4:]) for row in rows]).root
        if found != root:
            yield Difference("root", f"event {event}", found, root)


def _gone() -> Iterator[Difference]:
    """Events that booked more or fewer transfers than there are."""
    counted = dict(Transfer.objects.order_by().values_list("event_id").annotate(Count("id")))
    for event, booked in Event.objects.filter(facts__has_key="transfers").values_list("id", "facts__transfers"):
        if counted.get(event, 0) != booked:
            yield Difference("transfers_missing", f"event {event}", str(counted.get(event, 0)), str(booked))


def _entries() -> Iterator[Difference]:
    """Walks each account's entries: every one is the one before and its transfer."""
    columns = ("account_id", "version", "side", *SUMS)
    of_transfer = ("transfer__kind", "transfer__amount", "transfer__debit_account_id", "transfer__credit_account_id")
    ordered = Entry.objects.order_by("account_id", "version").values_list(*columns, *of_transfer)
    for account, rows in groupby(ordered.iterator(chunk_size=AT_ONCE), key=lambda row: row[0]):
        yield from _walked(account, rows)
    entries, transfers = Entry.objects.count(), Transfer.objects.count()
    if entries != 2 * transfers:
        yield Difference("entry_missing", "ledger", str(entries), str(2 * transfers))


def _walked(account: str, rows: Iterator[tuple[Any, ...]]) -> Iterator[Difference]:
    sums = [0, 0, 0, 0]
    for number, (_, version, side, *told, kind, amount, debit, credit) in enumerate(rows, start=1):
        if account != (debit if side == "debit" else credit):
            yield Difference("entry_account", f"{account} {version}", account, f"{debit} or {credit}")
        sums = _after(sums, side, kind, amount)
        if (version, told) != (number, sums):
            yield Difference("entry_sums", f"{account} {version}", f"{version} {told}", f"{number} {sums}")
            return


def _after(sums: list[int], side: str, kind: str, amount: int) -> list[int]:
    effect = EFFECTS[TransferKind(kind)]
    moved = [effect.pending * amount, effect.posted * amount]
    moved = [*moved, 0, 0] if side == "debit" else [0, 0, *moved]
    return [before + more for before, more in zip(sums, moved, strict=True)]


def _accounts() -> Iterator[Difference]:
    """The sums of each account are those of all its transfers."""
    expected: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0, 0, 0])
    for side, column in (("debit", "debit_account_id"), ("credit", "credit_account_id")):
        grouped = Transfer.objects.order_by().values_list(column, "kind").annotate(Sum("amount"), Count("id"))
        for account, kind, amount, count in grouped:
            *sums, uncovered, version = expected[account]
            more = EFFECTS[TransferKind(kind)].uncovered * int(amount) if side == "debit" else 0
            expected[account] = [*_after(sums, side, kind, int(amount)), uncovered + more, version + count]
    for account, *found in Account.objects.order_by("code").values_list("code", *SUMS, "uncovered", "version"):
        if found != expected[account]:
            yield Difference("account_sums", account, str(found), str(expected[account]))


def _pendings() -> Iterator[Difference]:
    """Each pending transfer stands as the transfers that acted on it left it."""
    acted: defaultdict[Any, list[tuple[str, int]]] = defaultdict(list)
    # The version tells in which order they were booked; numbers of events are given before an act waits for its turn.
    acting = Entry.objects.filter(side="debit", transfer__pending_of__isnull=False).order_by("version")
    columns = ("transfer__pending_of", "transfer__kind", "transfer__amount")
    for pending, kind, amount in acting.values_list(*columns).iterator(chunk_size=AT_ONCE):
        acted[pending].append((kind, amount))
    pendings = Transfer.objects.filter(kind=TransferKind.PENDING).values_list(
        "id", "amount", "pending__state", "pending__left"
    )
    for pending, amount, *found in pendings.iterator(chunk_size=AT_ONCE):
        expected = _stands(amount, acted.get(pending, []))
        if found != expected:
            yield Difference("pending_state", str(pending), str(found), str(expected))


def _stands(amount: int, acted: list[tuple[str, int]]) -> list[object]:
    state, left = PendingState.PENDING, amount
    for kind, part in acted:
        if kind == TransferKind.UNCOVER:
            state = PendingState.UNCOVERED
        elif kind == TransferKind.COVER:
            state = PendingState.PENDING
        else:
            left -= part
            ended = PendingState.POSTED if kind == TransferKind.POST else PendingState.VOIDED
            state = state if left else ended
    return [state, left]


def _reversals() -> Iterator[Difference]:
    """A reversal is the exact opposite."""
    wrong = Transfer.objects.filter(reversal_of__isnull=False).exclude(
        debit_account=F("reversal_of__credit_account"),
        credit_account=F("reversal_of__debit_account"),
        amount=F("reversal_of__amount"),
    )
    for reversal, found, expected in wrong.values_list("pk", "amount", "reversal_of__amount"):
        yield Difference("reversal", str(reversal), str(found), str(expected))
