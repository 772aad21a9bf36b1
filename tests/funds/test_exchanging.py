from decimal import Decimal
from uuid import uuid4

import pytest

from sanad.funds.models import Exchange, Part
from sanad.funds.refusals import RateDoesNotFit, SameCurrency
from sanad.funds.selectors import free_money, numbers_of_parts
from sanad.funds.services import Rate, exchange
from sanad.ledger.refusals import NotEnoughMoney, SameIdOtherContent
from sanad.ledger.verification import first_difference
from sanad.staff.models import User
from tests.funds.money import AT, TODAY, cedar_fund, general, promised, received

pytestmark = pytest.mark.django_db
POUNDS = Rate(Decimal("89500"), TODAY, "central bank, daily list")


@pytest.fixture
def pounds(part: Part, omar: User, mona: User) -> Part:
    received(part, 1_000, omar, mona)
    return general(cedar_fund("LBP", "cedar-lbp"))


def sell(part: Part, pounds: Part, by: User, sold: int, bought: int, rate: Rate = POUNDS, **more: object) -> Exchange:
    given = {"id": uuid4(), "sold_by": part, "bought_by": pounds, "sold": sold, "bought": bought}
    return exchange(**{**given, "rate": rate, "by": by, "at": AT, **more})


def test_an_exchange_takes_from_one_currency_and_gives_in_the_other(part: Part, pounds: Part, omar: User):
    sell(part, pounds, omar, sold=200, bought=17_900_000)

    assert (free_money(part), free_money(pounds)) == (800, 17_900_000)
    numbers = numbers_of_parts([part, pounds])
    assert (numbers[part.pk].exchanged, numbers[pounds.pk].exchanged) == (200, -17_900_000)
    assert first_difference() is None


def test_the_rate_keeps_its_day_and_its_source(part: Part, pounds: Part, omar: User):
    found = sell(part, pounds, omar, sold=200, bought=17_900_000)

    assert (found.rate, found.rate_on, found.source) == ("89500", TODAY, "central bank, daily list")


def test_a_sum_that_the_rate_does_not_give_is_refused(part: Part, pounds: Part, omar: User):
    with pytest.raises(RateDoesNotFit) as refused:
        sell(part, pounds, omar, sold=200, bought=17_900_001)

    assert refused.value.expected == 17_900_000


@pytest.mark.parametrize(("value", "bought"), [("1.005", 201), ("1.0025", 200), ("1.0075", 202)])
def test_a_sum_is_rounded_to_the_nearest_and_a_half_to_the_even(value: str, bought: int):
    assert Rate(Decimal(value), TODAY, "").bought(200, "USD", "EUR") == bought


def test_currencies_with_other_decimals_keep_their_size():
    assert Rate(Decimal("0.71"), TODAY, "").bought(100_00, "USD", "JOD") == 71_000
    assert Rate(Decimal("150"), TODAY, "").bought(100_00, "USD", "JPY") == 15_000


def test_what_is_reserved_is_not_exchanged(part: Part, pounds: Part, omar: User):
    promised(part, 900)

    with pytest.raises(NotEnoughMoney):
        sell(part, pounds, omar, sold=200, bought=17_900_000)

    assert free_money(pounds) == 0


def test_nothing_is_exchanged_within_one_currency(part: Part, pounds: Part, omar: User):
    other = general(cedar_fund(code="olive"))

    with pytest.raises(SameCurrency):
        sell(part, other, omar, sold=5, bought=5)


def test_an_exchange_asked_for_twice_is_booked_once(part: Part, pounds: Part, omar: User):
    id = uuid4()
    first = sell(part, pounds, omar, 200, 17_900_000, id=id)

    assert sell(part, pounds, omar, 200, 17_900_000, id=id) == first
    assert free_money(part) == 800
    with pytest.raises(SameIdOtherContent):
        sell(part, pounds, omar, 200, 17_900_000, Rate(Decimal("89500"), TODAY, "a market"), id=id)
