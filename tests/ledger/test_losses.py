from uuid import UUID, uuid4

import pytest

from sanad.ledger.booking import Booked
from sanad.ledger.kinds import PendingState
from sanad.ledger.losses import book_loss
from sanad.ledger.models import Transfer
from sanad.ledger.movements import Wanted
from sanad.ledger.refusals import NotEnoughMoney, NotPending, SameIdOtherContent, ShortfallFirst, UncoveredFirst
from sanad.ledger.selectors import balance_of, state_of, uncovered_promises
from sanad.ledger.services import cover, give_up, post, reserve_in_bulk, transfer
from tests.ledger.books import AT, HELD, PAID, act, open_books, receive, set_aside

pytestmark = pytest.mark.django_db
LOST, SHORTFALL = "USD:fund:cedar:lost", "USD:fund:cedar:shortfall"


@pytest.fixture(autouse=True)
def _books(db: None) -> None:
    open_books()
    receive(1_000)


def lose(amount: int, id: UUID | None = None) -> Booked:
    return book_loss(id=id or uuid4(), account=HELD, amount=amount, act=act("fund.lose"))


def test_a_loss_of_free_money_uncovers_nothing():
    reserved = set_aside(400)

    lose(600)

    assert state_of(reserved) == (PendingState.PENDING, 400)
    assert (balance_of(HELD).free, balance_of(LOST).credits_posted) == (0, 600)


def test_the_last_in_the_order_of_payment_loses_its_money_first():
    first, second, third = (set_aside(300, rank=rank) for rank in (1, 2, 3))

    lose(400)

    assert state_of(third) == (PendingState.UNCOVERED, 300)
    assert [state_of(one)[0] for one in (first, second)] == [PendingState.PENDING, PendingState.PENDING]
    assert balance_of(HELD).uncovered == 300


def test_within_one_act_the_rank_decides_and_not_the_place_in_the_list():
    last, first = (Wanted(uuid4(), HELD, PAID, 400, rank) for rank in (2, 1))
    reserve_in_bulk(reservations=[last, first], on="round:7", by=None, at=AT)

    lose(300)

    assert uncovered_promises(HELD) == [last.id]


def test_a_promise_loses_its_money_whole_and_the_rest_of_it_is_free_but_not_to_be_promised():
    set_aside(1_000)

    lose(100)

    assert (balance_of(HELD).free, balance_of(HELD).uncovered) == (900, 1_000)
    with pytest.raises(UncoveredFirst) as refused:
        set_aside(5)
    assert (refused.value.account, refused.value.uncovered) == (HELD, 1_000)


def test_an_uncovered_promise_cannot_be_paid():
    reserved = set_aside(1_000)
    lose(100)

    with pytest.raises(NotPending) as refused:
        post(id=uuid4(), pending=reserved, act=act())

    assert (refused.value.state, refused.value.act) == ("uncovered", "fund.lose")


def test_what_is_lost_beyond_the_money_is_a_shortfall():
    reserved = set_aside(700)

    lose(1_200)

    assert state_of(reserved)[0] == PendingState.UNCOVERED
    assert (balance_of(HELD).free, balance_of(SHORTFALL).debits_posted) == (0, 200)
    assert balance_of(LOST).credits_posted == 1_200


def test_a_loss_is_booked_even_where_nothing_is_held():
    lose(1_000)

    lose(50)

    assert balance_of(SHORTFALL).debits_posted == 50


def test_nothing_is_promised_before_a_shortfall_is_made_good():
    lose(1_200)
    receive(500)

    with pytest.raises(ShortfallFirst) as refused:
        set_aside(100)

    assert (refused.value.account, refused.value.shortfall) == (HELD, 200)
    transfer(id=uuid4(), debit=HELD, credit=SHORTFALL, amount=200, act=act("fund.make_good"))
    assert state_of(set_aside(100))[0] == PendingState.PENDING


def test_new_money_covers_a_promise_again():
    reserved = set_aside(1_000)
    lose(100)
    receive(100)

    cover(id=uuid4(), pending=reserved, act=act("fund.cover"))

    assert state_of(reserved) == (PendingState.PENDING, 1_000)
    assert (balance_of(HELD).free, balance_of(HELD).uncovered) == (0, 0)


def test_a_promise_is_not_covered_without_money():
    reserved = set_aside(1_000)
    lose(100)

    with pytest.raises(NotEnoughMoney) as refused:
        cover(id=uuid4(), pending=reserved, act=act())

    assert refused.value.missing == 100


def test_once_a_promise_is_given_up_new_ones_can_be_made():
    reserved = set_aside(1_000)
    lose(100)

    give_up(id=uuid4(), pending=reserved, act=act("fund.give_up"))

    assert state_of(reserved) == (PendingState.VOIDED, 0)
    assert state_of(set_aside(900))[0] == PendingState.PENDING


def test_a_part_paid_promise_loses_only_what_was_not_paid():
    reserved = set_aside(1_000)
    post(id=uuid4(), pending=reserved, amount=600, act=act())

    lose(100)

    assert state_of(reserved) == (PendingState.UNCOVERED, 400)


def test_a_loss_told_twice_is_booked_once():
    id = uuid4()
    set_aside(1_000)
    lose(100, id)

    again = lose(100, id)

    assert not again.is_new
    assert balance_of(LOST).credits_posted == 100


def test_another_loss_under_the_same_id_is_an_error():
    id = uuid4()
    lose(100, id)

    with pytest.raises(SameIdOtherContent):
        lose(101, id)


def test_a_loss_with_all_that_it_uncovers_is_one_act():
    for rank in range(1, 5):
        set_aside(250, rank=rank)

    booked = lose(600)

    assert Transfer.objects.filter(event=booked.event).count() == 4
    assert booked.event.rows == 4
