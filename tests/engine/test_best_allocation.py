"""No small share of earmarked money can be bettered: held against every way to pay it out.

`SANAD_EXAMPLES=10000 pytest tests/engine/test_best_allocation.py` tries ten thousand.
"""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.batch.profile import at_random
from tests.engine.small_funds import small_funds


@at_random
@given(small_funds())
def test_in_order_nobody_can_get_more_without_taking_it_from_a_better_place(small):
    held = small.shared(small.step("in_order"))

    assert held == small.best(lambda other: other)
    assert sum(held) == small.most()


@at_random
@given(small_funds(), st.none() | st.integers(0, 4))
def test_equal_first_gives_every_unit_to_the_lowest_whom_money_can_reach(small, at_most):
    held = small.shared(small.step("equal_first", *([] if at_most is None else [at_most])))

    heights = range(1, 1 + (4 if at_most is None else at_most))
    wanted = small.best(lambda other: [one >= height for height in heights for one in other])
    assert held == tuple(min(one, at_most) if at_most is not None else one for one in wanted)


@at_random
@given(small_funds(), st.lists(st.integers(0, 3), min_size=1, max_size=3).map(sorted))
def test_rounds_bring_everybody_to_one_ceiling_before_anybody_to_the_next(small, ceilings):
    held = small.shared(small.step("rounds", ceilings=ceilings))

    wanted = small.best(lambda other: [min(one, ceiling) for ceiling in ceilings for one in other])
    assert held == tuple(min(one, ceilings[-1]) for one in wanted)


@at_random
@given(small_funds(most=6), st.sampled_from(["first", "largest_remainder", "largest"]))
def test_pro_rata_pays_out_all_that_can_be_paid_out(small, last_unit):
    held = small.shared(small.step("pro_rata", last_unit=last_unit))

    assert small.served(held)
    assert sum(held) == small.most()


@at_random
@given(small_funds(needs=5, most=9), st.sampled_from(["first", "largest_remainder"]))
def test_pro_rata_is_never_a_whole_unit_away_from_the_exact_share(small, last_unit):
    held = small.shared(small.step("pro_rata", last_unit=last_unit))

    assert all(abs(one - part) < 1 for one, part in zip(held, small.exact_parts(), strict=True))


@at_random
@given(small_funds(most=9))
def test_with_the_last_units_to_the_largest_everybody_else_is_half_a_unit_away_at_most(small):
    one_fund = type(small)(small.due, [0] * len(small.due), small.payee, [(0,)], small.funds)

    held = one_fund.shared(one_fund.step("pro_rata", last_unit="largest"))

    away = [abs(one - part) for one, part in zip(held, one_fund.exact_parts(), strict=True)]
    moved = sum(one > Fraction(1, 2) for one in away)
    assert moved <= 1
    assert all(one <= Fraction(len(held), 2) for one in away)


STEPS = [
    ["in_order"],
    ["equal_first"],
    ["rounds"],
    ["equal_first", "in_order"],
    ["rounds", "equal_first"],
]


@pytest.mark.parametrize("ways", STEPS)
@at_random
@given(small_funds(most=6, payees=True), st.integers(0, 6), st.integers(0, 2), st.integers(1, 4))
def test_money_added_to_any_fund_lowers_nobody(ways, small, at_most, fund, more):
    def steps():
        rooms = {"equal_first": {"at_most": at_most}, "rounds": {"ceilings": [at_most, 5]}, "in_order": {}}
        return [small.step(way, **rooms[way]) for way in ways]

    before, after = small.shared(*steps()), small.richer(fund, more).shared(*steps())

    assert all(sum_of(small, before, own) <= sum_of(small, after, own) for own in set(small.payee))


def sum_of(small, held, payee):
    return sum(one for one, own in zip(held, small.payee, strict=True) if own == payee)
