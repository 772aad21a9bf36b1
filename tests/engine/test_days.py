from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanad.engine.rules.days import add_months, months_between

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        ("2023-01-31", "2023-02-27", 0), ("2023-01-31", "2023-02-28", 1), ("2024-01-31", "2024-02-28", 0),
        ("2024-01-31", "2024-02-29", 1), ("2023-01-31", "2023-02-01", 0), ("2023-01-30", "2023-02-28", 1),
        ("2024-02-29", "2025-02-28", 12), ("2024-02-29", "2025-02-27", 11), ("2023-03-31", "2023-02-28", -1),
        ("2023-05-15", "2023-05-15", 0), ("2023-02-28", "2023-01-31", -1), ("2023-02-01", "2023-01-31", 0),
    ],
)  # fmt: skip
def test_whole_months_by_hand(first, last, months):
    assert months_between(date.fromisoformat(first), date.fromisoformat(last)) == months


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2023-01-31", 1, "2023-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2023-12-31", 2, "2024-02-29"),
        ("2023-03-31", -1, "2023-02-28"), ("2023-01-15", -1, "2022-12-15"), ("2023-01-31", 0, "2023-01-31"),
        ("2024-02-29", 12, "2025-02-28"), ("2023-05-31", 13, "2024-06-30"),
    ],
)  # fmt: skip
def test_months_are_added_up_to_the_end_of_a_shorter_month(day, months, expected):
    assert add_months(date.fromisoformat(day), months) == date.fromisoformat(expected)


@given(DAYS, DAYS)
def test_the_months_between_are_the_most_that_can_be_added_without_passing(one, other):
    first, last = sorted((one, other))

    months = months_between(first, last)

    assert add_months(first, months) <= last < add_months(first, months + 1)


@given(DAYS, DAYS)
def test_the_months_between_have_a_sign(first, last):
    assert months_between(first, last) == -months_between(last, first)


@given(DAYS, st.integers(0, 1200))
def test_months_that_were_added_are_counted_again(day, months):
    assert months_between(day, add_months(day, months)) == months


@given(DAYS, st.integers(-1200, 1200))
def test_a_month_more_is_never_an_earlier_day(day, months):
    later = add_months(day, months + 1) - add_months(day, months)

    assert timedelta(days=28) <= later <= timedelta(days=31)
