"""Sums that can be set off against one another are told of one day together."""

from datetime import date

import pytest

from sanad.publication.blocks import Block, settle_block
from sanad.publication.counting.sums import NEEDS, TOGETHER
from sanad.publication.packing import Cells
from sanad.publication.series import Draft, Told

MAY, JUNE = date(2026, 5, 31), date(2026, 6, 30)
NAMES = ("need", "unfunded", "not_yet_due", "reserved", "on_its_way", "paid", "confirmed", "unconfirmed")
Sums = dict[str, dict[int, int]]

pytestmark = pytest.mark.django_db


def sums(**given: dict[int, int]) -> Sums:
    return {name: {} for name in NAMES} | given


def families(first: int, last: int, amount: int = 500) -> dict[int, int]:
    return dict.fromkeys(range(first, last), amount)


def told(draft: Draft, money: Sums) -> dict[str, Told]:
    def tell(name: str) -> Cells:
        return {"value": sum(money[name].values())}

    return settle_block(draft, "money/homes", Block(money, TOGETHER, NEEDS), tell)


def test_sums_of_many_families_are_told():
    found = told(Draft(MAY), sums(need=families(0, 40), paid=families(0, 20), unconfirmed=families(0, 20)))

    assert {name: found[name].cells["value"] for name in ("need", "paid", "confirmed")} == {
        "need": 20_000,
        "paid": 10_000,
        "confirmed": 0,
    }


def test_what_was_confirmed_is_not_told_where_the_rest_of_what_was_paid_is_that_of_a_few():
    money = sums(paid=families(0, 20), confirmed=families(0, 17), unconfirmed=families(17, 20))

    found = told(Draft(MAY), money)

    assert (found["paid"].state, found["confirmed"].state, found["unconfirmed"].state) == ("known", "hidden", "hidden")


def test_a_payment_to_one_family_is_not_told_until_there_were_ten():
    draft = Draft(MAY)
    told(draft, sums(reserved=families(20, 60), paid=families(0, 20)))

    draft.on = JUNE
    one = told(draft, sums(reserved=families(21, 60), paid=families(0, 21)))
    ten = told(draft, sums(reserved=families(30, 60), paid=families(0, 30)))

    assert (one["paid"].cells["value"], one["paid"].as_of) == (10_000, MAY)
    assert (ten["paid"].cells["value"], ten["paid"].as_of) == (15_000, JUNE)


def test_one_new_reservation_does_not_show_behind_many_that_were_paid():
    """Reserved and paid together would grow by what one family got."""
    draft = Draft(MAY)
    told(draft, sums(reserved=families(20, 60), paid=families(0, 20)))

    draft.on = JUNE
    found = told(draft, sums(reserved=families(32, 61), paid=families(0, 32)))

    assert {found[name].as_of for name in ("reserved", "paid")} == {MAY}
