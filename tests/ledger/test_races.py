"""Several officers at the same moment. First the race as it happens to a program that reads, checks and then writes."""

from collections.abc import Callable
from functools import partial
from threading import Barrier
from uuid import UUID, uuid4

import pytest
from django.db import connection, transaction

from sanad.ledger.losses import book_loss
from sanad.ledger.models import Account, Entry, Pending, Transfer
from sanad.ledger.movements import Wanted
from sanad.ledger.refusals import (
    AlreadyReversed,
    LedgerRefused,
    NotEnoughMoney,
    NotPending,
    SameIdOtherContent,
    ShortfallFirst,
    UncoveredFirst,
)
from sanad.ledger.selectors import balance_of
from sanad.ledger.services import post, reserve_in_bulk, reverse, transfer, void
from sanad.ledger.verification import first_difference
from tests.at_once import at_once
from tests.ledger.books import AT, HELD, PAID, act, open_books, receive, set_aside

ROUNDS = 10


@pytest.fixture(autouse=True)
def _books(own_database: str) -> None:
    open_books()


def kinds(found: list[object]) -> list[str]:
    return sorted(type(one).__name__ for one in found)


def naive(amount: int, both_have_read: Barrier) -> int:
    """Reads, checks, writes: what two officers do to each other without a guard."""
    with transaction.atomic():
        account = Account.objects.get(pk=HELD)
        both_have_read.wait(timeout=10)
        if account.free < amount:
            return 0
        Account.objects.filter(pk=HELD).update(debits_pending=account.debits_pending + amount)
    return amount


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite lets one transaction in at a time")
def test_without_a_guard_the_same_money_is_promised_twice():
    receive(100)
    both_have_read = Barrier(2)

    promised = at_once(*[partial(naive, 60, both_have_read)] * 2)

    assert promised == [60, 60]
    assert balance_of(HELD).debits_pending == 60


def naive_end(reserved: UUID, state: str, both_have_read: Barrier) -> str:
    with transaction.atomic():
        standing = Pending.objects.get(pk=reserved)
        both_have_read.wait(timeout=10)
        if standing.state != "pending":
            return "too late"
        Pending.objects.filter(pk=reserved).update(state=state, left=0)
    return state


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite lets one transaction in at a time")
def test_without_a_guard_a_reservation_is_paid_and_voided():
    receive(100)
    reserved, both_have_read = set_aside(60), Barrier(2)

    ended = at_once(*[partial(naive_end, reserved, state, both_have_read) for state in ("posted", "voided")])

    assert ended == ["posted", "voided"]


def test_of_two_who_reserve_the_same_money_one_is_refused():
    for _ in range(ROUNDS):
        receive(100)
        free = balance_of(HELD).free

        found = at_once(*[partial(set_aside, free - 40)] * 2)

        assert kinds(found) == ["NotEnoughMoney", "UUID"]
    assert first_difference() is None


def test_many_who_reserve_at_once_never_exceed_the_money():
    receive(100)

    found = at_once(*[partial(many, 10)] * 8)

    assert sum(found) == 100
    assert (balance_of(HELD).free, balance_of(HELD).debits_pending) == (0, 100)
    assert first_difference() is None


def many(times: int) -> int:
    """How much of 3 at a time one officer gets."""
    got = 0
    for _ in range(times):
        try:
            set_aside(amount := 3 if balance_of(HELD).free > 3 else 1)
        except NotEnoughMoney:
            continue
        got += amount
    return got


def test_of_two_who_end_a_reservation_one_wins_and_the_other_is_told():
    receive(1_000)
    for _ in range(ROUNDS):
        reserved = set_aside(50)
        pay = partial(post, id=uuid4(), pending=reserved, act=act("payment.settle"))
        drop = partial(void, id=uuid4(), pending=reserved, act=act("award.supersede"))

        found = at_once(pay, drop)

        assert kinds(found) == ["Booked", "NotPending"]
        winner = Transfer.objects.select_related("event").get(pending_of=reserved)
        (loser,) = [one for one in found if isinstance(one, NotPending)]
        assert loser.act == winner.event.act
    assert first_difference() is None


def test_two_who_pay_parts_never_pay_more_than_was_reserved():
    receive(1_000)
    for _ in range(ROUNDS):
        reserved = set_aside(100)

        found = at_once(*[partial(part, reserved) for _ in range(3)])

        assert kinds(found) == ["Booked", "Booked", "NotPending"]
    assert first_difference() is None


def part(reserved: UUID) -> object:
    return post(id=uuid4(), pending=reserved, amount=50, act=act())


def test_one_transfer_sent_by_many_is_booked_once():
    for _ in range(ROUNDS):
        id, before = uuid4(), balance_of(HELD).credits_posted

        found = at_once(*[partial(receive, 10, id)] * 4)

        assert [one.is_new for one in found].count(True) == 1
        assert balance_of(HELD).credits_posted == before + 10
    assert first_difference() is None


def test_one_list_sent_by_two_is_booked_once():
    receive(1_000)
    for number in range(ROUNDS):
        wanted = [Wanted(uuid4(), HELD, PAID, 5, rank) for rank in range(1, 6)]

        found = at_once(
            *[partial(reserve_in_bulk, reservations=wanted, on=f"round:{number}", by=None, at=AT) for _ in range(2)]
        )

        assert [one.is_new for one in found].count(True) == 1
    assert balance_of(HELD).debits_pending == ROUNDS * 25


def test_of_two_transfers_with_one_id_the_second_is_an_error():
    for _ in range(ROUNDS):
        id = uuid4()

        found = at_once(partial(receive, 10, id), partial(receive, 20, id))

        assert kinds(found) == ["Booked", "SameIdOtherContent"]
        assert isinstance(found[0], SameIdOtherContent) or isinstance(found[1], SameIdOtherContent)
    assert first_difference() is None


def test_a_transfer_is_reversed_by_one_of_two():
    for _ in range(ROUNDS):
        received = uuid4()
        receive(10, received)

        found = at_once(*[partial(undo, received) for _ in range(2)])

        assert kinds(found) == ["AlreadyReversed", "Booked"]
        assert any(isinstance(one, AlreadyReversed) for one in found)
    assert balance_of(HELD).free == 0


def undo(received: UUID) -> object:
    return reverse(id=uuid4(), of=received, act=act("ledger.reverse"))


def refused_or(done: Callable[[], object]) -> object:
    try:
        return done()
    except (NotEnoughMoney, UncoveredFirst, ShortfallFirst) as refused:
        return refused


def test_a_loss_and_reservations_at_once_never_promise_what_is_gone():
    receive(1_000)

    losing = partial(book_loss, id=uuid4(), account=HELD, amount=600, act=act("fund.lose"))
    found = at_once(losing, *[partial(refused_or, partial(many_small, 20)) for _ in range(4)])

    held = balance_of(HELD)
    assert not [one for one in found if isinstance(one, Exception) and not isinstance(one, LedgerRefused)]
    assert held.debits_posted == 600
    assert held.debits_pending <= 400
    assert first_difference() is None


def many_small(times: int) -> int:
    for _ in range(times):
        set_aside(10)
    return times


def test_transfers_in_both_directions_do_not_block_each_other():
    receive(1_000)
    open_books(name="fund:olive")

    found = at_once(*[partial(to_and_fro, number) for number in range(4)])

    assert found == [None] * 4
    assert Entry.objects.filter(account=HELD).count() == 1 + 4 * 10
    assert first_difference() is None


def to_and_fro(number: int) -> None:
    olive = "USD:fund:olive:held"
    for step in range(10):
        pair = (HELD, olive) if (number + step) % 2 else (olive, HELD)
        transfer_or_wait(*pair)


def transfer_or_wait(debit: str, credit: str) -> None:
    """An empty fund gives nothing; then the other direction is taken."""
    try:
        move(debit, credit)
    except NotEnoughMoney:
        move(credit, debit)


def move(debit: str, credit: str) -> None:
    transfer(id=uuid4(), debit=debit, credit=credit, amount=1, act=act())
