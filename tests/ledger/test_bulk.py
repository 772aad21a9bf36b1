from uuid import UUID, uuid4

import pytest

from sanad.audit.models import Event
from sanad.ledger.models import Account, Entry, Pending, Transfer
from sanad.ledger.movements import Posting, Wanted, serial_ids
from sanad.ledger.refusals import BadMovement, NotEnoughMoney, NotPending, SameIdOtherContent
from sanad.ledger.selectors import balance_of
from sanad.ledger.services import post_in_bulk, reserve_in_bulk, void
from tests.ledger.books import AT, HELD, PAID, RECEIVED, act, open_books, receive, set_aside

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _books(db: None) -> None:
    open_books()
    receive(1_000)


def wanted(*amounts: int) -> list[Wanted]:
    return [Wanted(uuid4(), HELD, PAID, amount, rank) for rank, amount in enumerate(amounts, start=1)]


def reserve_all(reservations: list[Wanted]):
    return reserve_in_bulk(reservations=reservations, on="round:7", by=None, at=AT)


def test_many_reservations_are_one_event_with_the_root_of_its_rows():
    booked = reserve_all(wanted(300, 200, 100))

    assert (booked.event.rows, len(booked.event.root), booked.event.on) == (3, 64, "round:7")
    assert balance_of(HELD).free == 400
    assert Pending.objects.count() == 3


def test_many_at_once_write_the_same_entries_as_one_after_the_other():
    reserve_all(wanted(300, 200, 100))
    together = list(Entry.objects.filter(account=HELD).order_by("version").values_list("version", "debits_pending"))

    assert together == [(1, 0), (2, 300), (3, 500), (4, 600)]


def test_many_reservations_beyond_the_money_are_refused_whole():
    with pytest.raises(NotEnoughMoney) as refused:
        reserve_all(wanted(600, 300, 200))

    assert (refused.value.asked, refused.value.free, refused.value.missing) == (1_100, 1_000, 100)
    assert not Pending.objects.exists()
    assert Event.objects.count() == 1


def test_the_same_reservations_asked_for_again_are_booked_once():
    reservations = wanted(300, 200)
    first = reserve_all(reservations)

    again = reserve_all(reservations)

    assert (again.is_new, again.event) == (False, first.event)
    assert balance_of(HELD).free == 500


@pytest.mark.parametrize("change", ["less", "more", "amount", "order", "known_later"])
def test_reservations_that_were_asked_for_differently_are_refused(change: str):
    first, second = reservations = wanted(300, 200)
    reserve_all(reservations)
    other = {
        "less": [first],
        "more": [*reservations, *wanted(5)],
        "amount": [first, Wanted(second.id, HELD, PAID, 201, 2)],
        "order": [second, first],
        "known_later": [*wanted(5), second],
    }[change]

    with pytest.raises(SameIdOtherContent):
        reserve_all(other)

    assert balance_of(HELD).free == 500


def test_one_id_twice_in_a_list_is_refused():
    one, _ = reservations = wanted(300, 200)

    with pytest.raises(BadMovement) as refused:
        reserve_all([*reservations, one])

    assert refused.value.reason == "twice_in_one_act"


def posting(*reserved: UUID, amount: int) -> list[Posting]:
    return [Posting(uuid4(), one, amount) for one in reserved]


def test_many_reservations_are_paid_at_once():
    reserve_all(reservations := wanted(300, 200))

    post_in_bulk(postings=[Posting(uuid4(), one.id, one.amount) for one in reservations], act=act("payment.settle"))

    assert (balance_of(HELD).debits_posted, balance_of(HELD).debits_pending) == (500, 0)
    assert balance_of(PAID).credits_posted == 500


def test_a_run_with_one_reservation_that_ended_meanwhile_pays_nobody():
    reserve_all(reservations := wanted(300, 200))
    void(id=uuid4(), pending=reservations[1].id, act=act("award.supersede"))

    with pytest.raises(NotPending) as refused:
        post_in_bulk(postings=[Posting(uuid4(), one.id, one.amount) for one in reservations], act=act())

    assert (refused.value.id, refused.value.act) == (reservations[1].id, "award.supersede")
    assert balance_of(HELD).debits_posted == 0


def test_one_reservation_is_paid_once_in_a_run():
    reserved = set_aside(100)

    with pytest.raises(BadMovement) as refused:
        post_in_bulk(postings=posting(reserved, reserved, amount=50), act=act())

    assert refused.value.reason == "pending_twice_in_one_act"


def test_accounts_know_how_many_entries_they_have():
    reserve_all(wanted(300, 200, 100))

    assert Account.objects.get(pk=HELD).version == Entry.objects.filter(account=HELD).count() == 4
    assert Transfer.objects.count() == 4


def test_a_posting_between_other_accounts_than_its_promise_is_refused():
    promise = set_aside(300)
    wrong = Posting(uuid4(), promise, 300, (HELD, RECEIVED))

    with pytest.raises(NotPending):
        post_in_bulk(postings=[wrong], act=act())

    post_in_bulk(postings=[Posting(uuid4(), promise, 300, (HELD, PAID))], act=act())
    assert balance_of(PAID).credits_posted == 300


def test_ids_of_one_act_are_the_same_each_time_and_those_of_another_are_others():
    first, again, other = (list(serial_ids(name, 3)) for name in ("RUN-1", "RUN-1", "RUN-2"))

    assert first == again == sorted(first)
    assert not set(first) & set(other)
