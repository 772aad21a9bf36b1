from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanad.engine.allocation.sharing import equal_first, in_order, water_level
from sanad.engine.money import shares

OWED = st.lists(st.integers(0, 10**15), max_size=30)
FUND = st.integers(0, 3 * 10**16)
CEILING = st.none() | st.integers(0, 10**15)


def by_equal_first(at_most):
    return lambda fund, owed: equal_first(fund, owed, at_most)


WAYS = [in_order, by_equal_first(None), by_equal_first(3_500_00), by_equal_first(7)]


@pytest.mark.parametrize(
    ("fund", "at_most", "expected"),
    [
        (6_000_00, None, [2_000_00, 2_000_00, 2_000_00]), (9_000_00, 3_500_00, [3_500_00, 3_500_00, 2_000_00]),
        (0, None, [0, 0, 0]), (1, None, [1, 0, 0]), (5, None, [2, 2, 1]),
        (66_000_00, None, [4_000_00, 60_000_00, 2_000_00]), (10**9, None, [4_000_00, 60_000_00, 2_000_00]),
        (10**9, 0, [0, 0, 0]), (8_000_00, None, [3_000_00, 3_000_00, 2_000_00]),
    ],
)  # fmt: skip
def test_everyones_first_part_is_alike_as_far_as_the_fund_reaches(fund, at_most, expected):
    assert equal_first(fund, [4_000_00, 60_000_00, 2_000_00], at_most) == expected


def test_pro_rata_of_the_same_awards_adds_up_to_the_cent():
    assert shares(6_000_00, [4_000_00, 60_000_00, 2_000_00]) == [363_64, 5_454_54, 181_82]


@pytest.mark.parametrize(
    ("fund", "expected"), [(0, [0, 0, 0]), (3, [3, 0, 0]), (6, [5, 1, 0]), (12, [5, 4, 3]), (99, [5, 4, 3])]
)
def test_awards_are_paid_in_full_from_the_first_to_the_last(fund, expected):
    assert in_order(fund, [5, 4, 3]) == expected


@pytest.mark.parametrize("way", WAYS)
def test_an_empty_queue_gets_nothing(way):
    assert way(100, []) == []


@given(FUND, OWED)
def test_in_order_adds_up_to_the_fund_or_to_the_need(fund, owed):
    assert sum(in_order(fund, owed)) == min(fund, sum(owed))


@given(FUND, OWED, CEILING)
def test_equal_first_adds_up_to_the_fund_or_to_the_need(fund, owed, at_most):
    need = sum(owed) if at_most is None else sum(min(amount, at_most) for amount in owed)

    assert sum(equal_first(fund, owed, at_most)) == min(fund, need)


@given(FUND, OWED)
def test_nobody_is_paid_anything_while_a_better_place_waits(fund, owed):
    paid = in_order(fund, owed)

    waiting = [place for place, (amount, part) in enumerate(zip(owed, paid, strict=True)) if part < amount]
    assert all(part == 0 for part in paid[waiting[0] + 1 :]) if waiting else paid == owed


@given(FUND, OWED, CEILING)
def test_nobody_is_ahead_of_a_better_place_that_is_owed_more(fund, owed, at_most):
    wanted = owed if at_most is None else [min(amount, at_most) for amount in owed]
    paid = equal_first(fund, owed, at_most)

    for place, part in enumerate(paid):
        for better in range(place):
            assert paid[better] >= min(part, wanted[better])
            assert paid[better] - part <= 1 or part == wanted[place]


@pytest.mark.parametrize("way", WAYS)
@given(FUND, st.integers(0, 10**16), OWED)
def test_adding_money_never_lowers_anybody(way, fund, more, owed):
    before, after = way(fund, owed), way(fund + more, owed)

    assert all(low <= high for low, high in zip(before, after, strict=True))


@pytest.mark.parametrize("way", WAYS)
@given(FUND, OWED)
def test_nobody_gets_more_than_is_owed_or_less_than_nothing(way, fund, owed):
    assert all(0 <= part <= amount for part, amount in zip(way(fund, owed), owed, strict=True))


@given(FUND, st.lists(st.integers(1, 10**6), min_size=1, max_size=10))
def test_the_level_is_the_highest_that_the_fund_reaches(fund, owed):
    def total(height):
        return sum(min(amount, height) for amount in owed)

    level, rest = water_level(total, fund, max(owed))

    assert total(level) <= fund
    assert level == max(owed) or total(level + 1) > fund
    assert rest == (fund - total(level) if level < max(owed) else 0)
    assert level <= Fraction(max(owed))
