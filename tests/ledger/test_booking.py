from uuid import uuid4

import pytest

from sanad.ledger.kinds import AccountKind, PendingState
from sanad.ledger.models import Entry, Transfer
from sanad.ledger.refusals import (
    AlreadyReversed,
    BadMovement,
    NotEnoughMoney,
    NotPending,
    NotReversible,
    SameIdOtherContent,
    UnknownAccount,
    UnknownTransfer,
)
from sanad.ledger.selectors import balance_of, state_of
from sanad.ledger.services import open_account, post, reserve, reverse, transfer, void
from tests.ledger.books import HELD, PAID, RECEIVED, act, open_books, receive, set_aside

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _books(db: None) -> None:
    open_books()


def test_what_is_received_is_free():
    receive(500)

    assert balance_of(HELD).free == 500


def test_every_transfer_writes_one_entry_into_each_of_its_accounts_with_the_sums_after_it():
    receive(500)
    set_aside(200)

    found = Entry.objects.filter(account=HELD).order_by("version")

    assert [(one.version, one.side, one.credits_posted, one.debits_pending) for one in found] == [
        (1, "credit", 500, 0),
        (2, "debit", 500, 200),
    ]
    assert Entry.objects.count() == 2 * Transfer.objects.count()


def test_what_is_set_aside_is_free_no_longer():
    receive(500)

    set_aside(200)

    assert balance_of(HELD).free == 300
    assert balance_of(PAID).credits_pending == 200


def test_more_than_is_free_is_refused_with_what_is_missing():
    receive(500)
    set_aside(400)

    with pytest.raises(NotEnoughMoney) as refused:
        set_aside(250)

    assert (refused.value.account, refused.value.asked, refused.value.free, refused.value.missing) == (
        HELD,
        250,
        100,
        150,
    )
    assert balance_of(HELD).debits_pending == 400


def test_the_same_transfer_asked_for_twice_is_booked_once():
    id = uuid4()
    first = receive(500, id)

    again = receive(500, id)

    assert (first.is_new, again.is_new) == (True, False)
    assert again.event == first.event
    assert balance_of(HELD).credits_posted == 500


@pytest.mark.parametrize("changed", [{"amount": 501}, {"debit": PAID}, {"act": act("fund.other")}])
def test_the_same_id_with_other_content_is_an_error(changed: dict[str, object]):
    asked = {"id": uuid4(), "debit": RECEIVED, "credit": HELD, "amount": 500, "act": act("fund.receive")}
    transfer(**asked)

    with pytest.raises(SameIdOtherContent):
        transfer(**asked | changed)


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"amount": 0}, "amount_out_of_range"),
        ({"amount": -5}, "amount_out_of_range"),
        ({"amount": 2**63}, "amount_out_of_range"),
        ({"amount": 1.5}, "amount_is_no_integer"),
        ({"amount": True}, "amount_is_no_integer"),
        ({"credit": RECEIVED}, "same_account"),
        ({"credit": "LBP:fund:cedar:held"}, "two_currencies"),
    ],
)
def test_what_is_no_transfer_is_refused(changed: dict[str, object], reason: str):
    asked = {"id": uuid4(), "debit": RECEIVED, "credit": HELD, "amount": 500, "act": act()}

    with pytest.raises(BadMovement) as refused:
        transfer(**asked | changed)

    assert refused.value.reason == reason
    assert not Transfer.objects.exists()


def test_an_account_that_is_not_open_is_named():
    with pytest.raises(UnknownAccount) as refused:
        transfer(id=uuid4(), debit="USD:nowhere:held", credit=HELD, amount=5, act=act())

    assert refused.value.code == "USD:nowhere:held"


def test_an_account_is_opened_once():
    assert open_account(currency="USD", name="fund:cedar", kind=AccountKind.HELD) == HELD


def test_a_posted_reservation_is_paid():
    receive(500)
    reserved = set_aside(200)

    post(id=uuid4(), pending=reserved, act=act("payment.settle"))

    held = balance_of(HELD)
    assert (held.debits_pending, held.debits_posted, held.free) == (0, 200, 300)
    assert balance_of(PAID).credits_posted == 200
    assert state_of(reserved) == (PendingState.POSTED, 0)


def test_a_part_is_paid_and_the_rest_stays_set_aside():
    receive(500)
    reserved = set_aside(200)

    post(id=uuid4(), pending=reserved, amount=50, act=act())

    assert state_of(reserved) == (PendingState.PENDING, 150)
    assert (balance_of(HELD).debits_pending, balance_of(HELD).debits_posted) == (150, 50)


def test_a_void_gives_back_what_was_not_paid():
    receive(500)
    reserved = set_aside(200)
    post(id=uuid4(), pending=reserved, amount=50, act=act())

    void(id=uuid4(), pending=reserved, act=act("award.supersede"))

    assert state_of(reserved) == (PendingState.VOIDED, 0)
    assert balance_of(HELD).free == 450


@pytest.mark.parametrize("verb", [post, void])
def test_an_end_asked_for_twice_is_booked_once(verb):
    receive(500)
    reserved, id = set_aside(200), uuid4()
    verb(id=id, pending=reserved, act=act())

    again = verb(id=id, pending=reserved, act=act())

    assert not again.is_new
    assert Transfer.objects.count() == 3


def test_who_comes_second_is_told_who_decided_what(amal):
    receive(500)
    reserved = set_aside(200)
    void(id=uuid4(), pending=reserved, act=act("award.supersede", by=amal))

    with pytest.raises(NotPending) as refused:
        post(id=uuid4(), pending=reserved, act=act())

    assert (refused.value.state, refused.value.act, refused.value.by) == ("voided", "award.supersede", "Amal Haddad")


def test_more_than_is_left_of_a_reservation_is_not_paid():
    receive(500)
    reserved = set_aside(200)

    with pytest.raises(NotPending) as refused:
        post(id=uuid4(), pending=reserved, amount=201, act=act())

    assert refused.value.left == 200


@pytest.mark.parametrize("verb", [post, void])
def test_what_was_never_booked_cannot_end(verb):
    with pytest.raises(UnknownTransfer):
        verb(id=uuid4(), pending=uuid4(), act=act())


def test_what_never_was_pending_cannot_be_posted():
    direct = uuid4()
    receive(500, direct)

    with pytest.raises(UnknownTransfer):
        post(id=uuid4(), pending=direct, act=act())


def test_a_reversal_restores_both_accounts():
    paid = uuid4()
    receive(500)
    transfer(id=paid, debit=HELD, credit=PAID, amount=200, act=act())

    reverse(id=uuid4(), of=paid, act=act("ledger.reverse"))

    assert balance_of(HELD).free == 500
    assert balance_of(PAID).credits_posted - balance_of(PAID).debits_posted == 0


def test_a_transfer_is_reversed_once():
    first = uuid4()
    receive(500, first)
    reverse(id=uuid4(), of=first, act=act("ledger.reverse"))

    with pytest.raises(AlreadyReversed) as refused:
        reverse(id=uuid4(), of=first, act=act())

    assert (refused.value.id, refused.value.act) == (first, "ledger.reverse")


def test_money_that_is_set_aside_cannot_be_reversed_away():
    received = uuid4()
    receive(500, received)
    set_aside(200)

    with pytest.raises(NotEnoughMoney) as refused:
        reverse(id=uuid4(), of=received, act=act())

    assert refused.value.missing == 200


def test_what_moved_no_money_is_not_reversed():
    receive(500)

    with pytest.raises(NotReversible):
        reverse(id=uuid4(), of=set_aside(200), act=act())


def test_a_reversal_is_not_reversed():
    received, undone = uuid4(), uuid4()
    receive(500, received)
    reverse(id=undone, of=received, act=act())

    with pytest.raises(NotReversible):
        reverse(id=uuid4(), of=undone, act=act())


def test_nothing_of_a_refused_act_stays():
    receive(100)

    with pytest.raises(NotEnoughMoney):
        reserve(id=uuid4(), account=HELD, to=PAID, amount=200, rank=1, act=act())

    assert Transfer.objects.count() == 1
    assert Entry.objects.count() == 2
