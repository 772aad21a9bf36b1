"""A written sum is read one way or refused: never a guess."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanad.sheets.sums import MOST_MINOR, AboveAll, MoreDecimals, NotASum, minor_of

decimals = st.sampled_from([2, 0, 3])


@pytest.mark.parametrize(
    ("written", "places", "minor"),
    [
        ("750.5", 2, 75_050),
        ("-1,250.50", 2, -125_050),
        ("1 250 000", 2, 125_000_000),
        ("1\u202f250,", 2, None),
        ("−٧٥٠٫٠٠", 2, -75_000),
        ("١٬٢٥٠", 2, 125_000),
        ("+ 5", 2, 500),
        ("1.500", 3, 1_500),
        ("1500", 0, 1_500),
    ],
)
def test_a_sum_in_the_signs_of_either_script(written: str, places: int, minor: int | None):
    if minor is None:
        with pytest.raises(NotASum):
            minor_of(written, places)
    else:
        assert minor_of(written, places) == minor


@pytest.mark.parametrize("written", ["1.500", "0.000", "12.345.678", "1.5e3"])
def test_a_point_that_may_part_thousands_is_never_taken_for_decimals(written: str):
    with pytest.raises(MoreDecimals if written.count(".") == 1 and "e" not in written else NotASum):
        minor_of(written, 2)


@pytest.mark.parametrize(
    "written", ["1 2 3", "1,23", "5000,50", "1,250 000", "12,34,567", "--5", "", ".5", "5.", "NaN"]
)
def test_what_is_not_written_as_a_sum_is_refused(written: str):
    with pytest.raises(NotASum):
        minor_of(written, 2)


def test_a_sum_beyond_all_is_refused():
    with pytest.raises(AboveAll):
        minor_of("1,000,000,000,000,000.01", 2)


@given(st.integers(-MOST_MINOR, MOST_MINOR), decimals, st.sampled_from([",", " ", "", "٬"]))
def test_what_is_written_is_read_back(minor: int, places: int, separator: str):
    written = f"{Decimal(minor).scaleb(-places):,f}".replace(",", separator)

    assert minor_of(written, places) == minor
