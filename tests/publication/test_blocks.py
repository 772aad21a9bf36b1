"""Sums that can be set off against one another are told of one day together."""

from datetime import date

import pytest

from sanad.publication.blocks import Block, settle_block
from sanad.publication.counting.sums import EQUATIONS, FREE, TOGETHER
from sanad.publication.hiding.equations import without_what_gives_away
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

    return settle_block(draft, "money/homes", Block(money, TOGETHER, EQUATIONS, FREE), tell)


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


@pytest.mark.parametrize("few", ["unfunded", "reserved", "on_its_way"])
def test_the_sum_of_three_families_is_not_what_need_leaves_beside_all_others(few: str):
    money = sums(need=families(0, 40), paid=families(0, 37), unconfirmed=families(0, 37))
    money[few] = families(37, 40)

    found = told(Draft(MAY), money)

    assert {name for name in NAMES if found[name].state == "hidden"} == {few, "paid", "unconfirmed"}


def test_of_the_sums_that_would_do_the_least_is_hidden_beside_a_small_one():
    money = sums(need=families(0, 80), paid=families(0, 60), reserved=families(60, 77), unfunded=families(77, 80))

    found = told(Draft(MAY), money)

    assert {name for name in NAMES if found[name].state == "hidden"} == {"unfunded", "reserved"}


def test_what_is_not_yet_due_hides_a_small_sum_at_no_cost_since_it_is_never_told():
    money = sums(need=families(0, 80), paid=families(0, 12), not_yet_due=families(12, 77), unfunded=families(77, 80))

    found = told(Draft(MAY), money)

    assert {name for name in NAMES if found[name].state == "hidden"} == {"unfunded", "not_yet_due"}


def test_a_sum_that_is_as_it_was_told_before_hides_no_other():
    """Whoever guesses that paid has not changed takes it away from need."""
    draft = Draft(MAY)
    told(draft, sums(need=families(0, 80), paid=families(0, 20), reserved=families(20, 67), unfunded=families(67, 80)))

    draft.on = JUNE
    money = sums(need=families(0, 80), paid=families(0, 20), reserved=families(20, 77), unfunded=families(77, 80))
    found = told(draft, money)

    assert (found["unfunded"].state, found["reserved"].state, found["paid"].state) == ("hidden", "hidden", "known")


def test_where_all_that_could_hide_a_small_sum_is_known_from_before_nothing_is_told_anew():
    money = sums(paid=families(0, 40), confirmed=families(0, 37), unconfirmed=families(37, 40))
    known = frozenset({"paid", "confirmed"})

    assert without_what_gives_away(money, known, known, EQUATIONS, FREE) is None
