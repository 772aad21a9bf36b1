"""Exact arithmetic on arrays that OpenFisca does not bring: rounded shares, months, absent facts."""

import numpy as np

Array = np.ndarray


def share(amount: Array, part: Array | int, whole: Array | int) -> Array:
    """`amount * part / whole`, half up; in 64 bits, since OpenFisca's own integers have 32."""
    return (2 * amount.astype("int64") * part + whole) // (2 * np.asarray(whole, "int64"))


def half_even(amount: Array, whole: int) -> Array:
    quotient, rest = np.divmod(amount, whole)
    return quotient + ((2 * rest > whole) | ((2 * rest == whole) & (quotient % 2 == 1)))


def add_months(days: Array, months: Array) -> Array:
    """The same day of the month, or the last day of a shorter month."""
    month = days.astype("datetime64[M]")
    place = (days - month.astype("datetime64[D]")).astype("int64")
    target = month + months.astype("timedelta64[M]")
    length = ((target + 1).astype("datetime64[D]") - target.astype("datetime64[D]")).astype("int64")
    return target.astype("datetime64[D]") + np.minimum(place, length - 1)


def months_between(first: Array, last: np.datetime64) -> Array:
    """Whole months; negative where `last` is the earlier day."""
    months = (last.astype("datetime64[M]") - first.astype("datetime64[M]")).astype("int64")
    forward = months - (add_months(first, months) > last)
    days = np.full(len(first), last)
    backward = months + (add_months(days, -months) > first)
    return np.where(first <= last, forward, backward)
