from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from sanad.funds.models import Outflow, Part
from sanad.funds.selectors import free_money, numbers_of_parts
from sanad.funds.services import book_loss, pay_fees, return_money
from sanad.ledger.kinds import PendingState
from sanad.ledger.refusals import NotEnoughMoney, SameIdOtherContent, UncoveredFirst
from sanad.ledger.selectors import state_of
from sanad.staff.models import User
from tests.funds.money import AT, promised, received

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _money(part: Part, omar: User, mona: User) -> None:
    received(part, 1_000, omar, mona)


def leaves(verb, part: Part, amount: int, by: User, **changed: object) -> Outflow:
    given = {"id": uuid4(), "part": part, "amount": amount, "reference": "LETTER-1", "reason": "as agreed"}
    return verb(**{**given, "by": by, "at": AT, **changed})


@pytest.mark.parametrize(("verb", "column"), [(return_money, "returned"), (pay_fees, "fees"), (book_loss, "lost")])
def test_what_leaves_is_free_no_longer_and_has_its_own_line(verb, column: str, part: Part, omar: User):
    leaves(verb, part, 300, omar)

    numbers = numbers_of_parts([part])[part.pk]
    assert (numbers.free, getattr(numbers, column), numbers.received) == (700, 300, 1_000)


@pytest.mark.parametrize("verb", [return_money, pay_fees])
def test_what_is_reserved_is_neither_given_back_nor_spent_on_fees(verb, part: Part, omar: User):
    promised(part, 900)

    with pytest.raises(NotEnoughMoney) as refused:
        leaves(verb, part, 300, omar)

    assert refused.value.missing == 200
    assert not Outflow.objects.exists()


def test_a_loss_is_booked_whatever_was_promised(part: Part, omar: User):
    reserved = promised(part, 900)

    leaves(book_loss, part, 300, omar)

    assert state_of(reserved) == (PendingState.UNCOVERED, 900)
    assert numbers_of_parts([part])[part.pk].uncovered == 900


def test_a_part_with_uncovered_promises_has_no_money_at_hand(part: Part, omar: User):
    promised(part, 900)

    leaves(book_loss, part, 300, omar)

    assert free_money(part) == 0
    with pytest.raises(UncoveredFirst):
        promised(part, 5)


def test_money_that_comes_in_first_makes_a_shortfall_good(part: Part, omar: User, mona: User):
    leaves(book_loss, part, 1_200, omar)
    assert numbers_of_parts([part])[part.pk].shortfall == 200

    received(part, 150, omar, mona)
    received(part, 150, omar, mona)

    numbers = numbers_of_parts([part])[part.pk]
    assert (numbers.shortfall, numbers.free, free_money(part)) == (0, 100, 100)


@pytest.mark.parametrize("verb", [return_money, pay_fees, book_loss])
def test_what_leaves_under_one_id_leaves_once(verb, part: Part, omar: User):
    id = uuid4()
    first = leaves(verb, part, 300, omar, id=id)

    again = leaves(verb, part, 300, omar, id=id)

    assert again == first
    assert free_money(part) == 700


@pytest.mark.parametrize("changed", [{"amount": 301}, {"reason": "another"}, {"reference": "LETTER-2"}])
def test_something_else_under_the_same_id_is_an_error(changed: dict[str, object], part: Part, omar: User):
    id = uuid4()
    leaves(return_money, part, 300, omar, id=id)

    with pytest.raises(SameIdOtherContent):
        leaves(return_money, **{"part": part, "amount": 300, "by": omar, "id": id, **changed})


def test_why_money_left_is_never_changed(part: Part, omar: User):
    leaves(return_money, part, 300, omar)

    with pytest.raises(IntegrityError), transaction.atomic():
        Outflow.objects.update(reason="another")
