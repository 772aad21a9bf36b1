"""Somebody with the keys of the database changes the books past all guards; verifying finds it."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.db import connection

from sanad.ledger.apps import KEPT
from sanad.ledger.losses import book_loss
from sanad.ledger.models import Account, Entry, Pending, Transfer
from sanad.ledger.services import cover, post, reverse, void
from sanad.ledger.verification import first_difference
from tests.ledger.books import HELD, PAID, RECEIVED, act, open_books, receive, set_aside

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _books(db: None) -> None:
    """A history with every kind of transfer."""
    open_books()
    wrong = uuid4()
    receive(1_000)
    receive(50, wrong)
    reverse(id=uuid4(), of=wrong, act=act())
    paid, ended, lost = set_aside(300, rank=1), set_aside(200, rank=2), set_aside(400, rank=3)
    post(id=uuid4(), pending=paid, amount=100, act=act())
    void(id=uuid4(), pending=ended, act=act())
    book_loss(id=uuid4(), account=HELD, amount=350, act=act("fund.lose"))
    receive(100)
    cover(id=uuid4(), pending=lost, act=act())


def without_guards() -> None:
    """Takes the triggers away, as somebody could who owns the database."""
    with connection.cursor() as cursor:
        for kept in KEPT:
            for verb in ("update", "delete"):
                on = f" ON {kept.table}" if connection.vendor == "postgresql" else ""
                cursor.execute(f"DROP TRIGGER {kept.table}_kept_{verb}{on}")


def test_books_that_follow_from_their_transfers_are_right():
    assert Transfer.objects.values("kind").distinct().count() == 6

    assert first_difference() is None


def change_an_amount() -> None:
    Transfer.objects.filter(kind="direct", amount=1_000).update(amount=1_001)


def change_an_account() -> None:
    Transfer.objects.filter(kind="direct", amount=1_000).update(debit_account=PAID)


def change_a_rank() -> None:
    Transfer.objects.filter(rank=1).update(rank=9)


def swap_two_places() -> None:
    event = Transfer.objects.filter(kind="uncover").get().event_id
    for old, new in ((1, 9), (2, 1), (9, 2)):
        Transfer.objects.filter(event=event, place=old).update(place=new)


def delete_an_act() -> None:
    gone = Transfer.objects.filter(credit_account=HELD, amount=100)
    Entry.objects.filter(transfer__in=gone).delete()
    Account.objects.filter(pk=RECEIVED).update(debits_posted=1_050)
    gone.delete()


def change_an_entry() -> None:
    Entry.objects.filter(account=HELD, version=2).update(credits_posted=5)


def move_an_entry() -> None:
    Entry.objects.filter(account=HELD, version=2).update(account=PAID, version=99)


def delete_an_entry() -> None:
    Entry.objects.filter(account=RECEIVED).order_by("version").last().delete()


def change_a_sum() -> None:
    Account.objects.filter(pk=HELD).update(credits_posted=9_999)


def hide_what_is_uncovered() -> None:
    Account.objects.filter(pk=HELD).update(uncovered=7)


def reopen_a_reservation() -> None:
    Pending.objects.filter(state="voided").update(state="pending", left=200)


CHANGES: list[tuple[Callable[[], None], str]] = [
    (change_an_amount, "root"),
    (change_an_account, "root"),
    (change_a_rank, "root"),
    (swap_two_places, "root"),
    (delete_an_act, "transfers_missing"),
    (change_an_entry, "entry_sums"),
    (move_an_entry, "entry_sums"),
    (delete_an_entry, "entry_missing"),
    (change_a_sum, "account_sums"),
    (hide_what_is_uncovered, "account_sums"),
    (reopen_a_reservation, "pending_state"),
]


@pytest.mark.parametrize(("change", "code"), CHANGES, ids=[change.__name__ for change, _ in CHANGES])
def test_a_change_past_the_guards_is_found(change: Callable[[], None], code: str):
    without_guards()

    change()

    assert (found := first_difference()) is not None
    assert found.code == code
