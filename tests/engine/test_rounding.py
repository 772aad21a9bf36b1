from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanad.engine.rules.rounding import divide

MODES = {"half_up": ROUND_HALF_UP, "half_even": ROUND_HALF_EVEN, "down": ROUND_DOWN, "up": ROUND_UP}


def by_decimal(number, divisor, mode):
    """Numbers up to 19 digits over up to 19 digits cannot come nearer to a half than 60 digits show."""
    with localcontext(prec=60):
        return int((Decimal(number) / Decimal(divisor)).to_integral_value(MODES[mode]))


@pytest.mark.parametrize("mode", MODES)
@given(st.integers(-(2**63), 2**63), st.integers(1, 2**63))
def test_a_division_rounds_as_decimal_arithmetic_does(mode, number, divisor):
    assert divide(number, divisor, mode) == by_decimal(number, divisor, mode)


@pytest.mark.parametrize("mode", MODES)
@given(st.integers(-(10**6), 10**6), st.integers(1, 10**6))
def test_a_half_exactly_is_decided_by_the_mode(mode, whole, divisor):
    assert divide((2 * whole + 1) * divisor, 2 * divisor, mode) == by_decimal(2 * whole + 1, 2, mode)


@pytest.mark.parametrize("mode", MODES)
@given(st.integers(-(10**18), 10**18), st.integers(1, 10**18))
def test_the_result_is_less_than_one_from_the_quotient_and_the_sign_changes_nothing(mode, number, divisor):
    rounded = divide(number, divisor, mode)

    assert abs(rounded - Fraction(number, divisor)) < 1
    assert divide(-number, divisor, mode) == -rounded


@pytest.mark.parametrize(
    ("number", "mode", "expected"),
    [
        (5, "half_up", 3), (-5, "half_up", -3), (5, "half_even", 2), (7, "half_even", 4), (-5, "half_even", -2),
        (5, "down", 2), (-5, "down", -2), (5, "up", 3), (-5, "up", -3), (4, "up", 2), (0, "up", 0),
    ],
)  # fmt: skip
def test_halves_by_hand(number, mode, expected):
    assert divide(number, 2, mode) == expected
