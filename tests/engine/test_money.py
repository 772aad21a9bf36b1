from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanad.engine.money import Money, NotAnAmount, exponent, grouped, scaled, shares, unscaled


@pytest.mark.parametrize(
    ("currency", "decimals"),
    [("USD", 2), ("NPR", 2), ("LBP", 2), ("UAH", 2), ("JPY", 0), ("IQD", 3), ("KWD", 3), ("JOD", 3), ("CLF", 4)],
)
def test_every_currency_has_the_decimals_of_iso_4217(currency, decimals):
    assert exponent(currency) == decimals


@pytest.mark.parametrize("currency", ["", "XYZ", "usd", "US", "DOLLAR", "XAU", "XXX"])
def test_a_currency_that_cannot_be_paid_is_refused(currency):
    with pytest.raises(NotAnAmount):
        exponent(currency)


def test_an_amount_is_read_in_major_units_and_kept_in_minor_ones():
    furniture = Money.of(Decimal("8000.50"), "USD")

    assert furniture.minor == 800_050
    assert furniture.major == Decimal("8000.5")


def test_an_amount_finer_than_its_currency_is_refused_and_never_rounded():
    with pytest.raises(NotAnAmount, match="more than 0 decimals"):
        Money.of(Decimal("0.5"), "JPY")


@pytest.mark.parametrize(
    "number",
    [
        "0.1000000000000000000000000000000000001",
        "123456789012345678901234567890.001",
        "1.00000000000000000000000000000001",
    ],
)
def test_no_digit_is_lost_beyond_the_precision_of_the_decimal_context(number):
    with pytest.raises(NotAnAmount):
        scaled(Decimal(number), 2)


@given(st.integers(-(10**40), 10**40), st.integers(0, 30))
def test_a_number_scaled_and_unscaled_is_the_same(minor, scale):
    written = Decimal((int(minor < 0), tuple(map(int, str(abs(minor)))), -scale))

    assert scaled(written, scale) == minor


@given(st.integers(-(10**15), 10**15), st.integers(0, 4))
def test_amounts_up_to_ten_to_the_fifteenth_stay_exact(minor, scale):
    assert scaled(unscaled(minor, scale), scale) == minor
    assert Fraction(unscaled(minor, scale)) == Fraction(minor, 10**scale)


def test_an_amount_is_written_with_separators_and_its_currency():
    assert str(Money(1_234_567_50, "USD")) == "1,234,567.50 USD"
    assert str(Money(300_000_00, "NPR")) == "300,000 NPR"
    assert grouped(Decimal("-1234.5")) == "-1,234.5"


@given(st.integers(0, 10**15), st.lists(st.integers(0, 10**6), min_size=1, max_size=40).filter(any))
def test_shares_add_up_and_none_is_a_whole_unit_away_from_its_part(total, weights):
    parts = shares(total, weights)

    assert sum(parts) == total
    assert all(
        abs(part - Fraction(total * weight, sum(weights))) < 1 for part, weight in zip(parts, weights, strict=True)
    )


@given(st.integers(0, 10**9), st.lists(st.integers(0, 100), min_size=1, max_size=20).filter(any))
def test_whoever_has_no_weight_gets_nothing(total, weights):
    parts = shares(total, weights)

    assert all(part == 0 for part, weight in zip(parts, weights, strict=True) if weight == 0)


def test_the_last_unit_goes_to_the_largest_remainder_and_among_equals_to_the_first():
    assert shares(100, [1, 1, 1]) == [34, 33, 33]
    assert shares(10, [1, 1, 4]) == [2, 2, 6]
    assert shares(600_000, [400_000, 6_000_000, 200_000]) == [36_364, 545_454, 18_182]


@pytest.mark.parametrize("weights", [[], [0], [0, 0]])
def test_nothing_is_lost_in_silence_when_nobody_has_a_weight(weights):
    with pytest.raises(NotAnAmount):
        shares(100, weights)
