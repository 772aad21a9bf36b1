"""Division that rounds once: signs apart, so that half up is away from zero on both sides."""

from sanad.engine.rules.declared import Rounding


def divide(number: int, divisor: int, mode: Rounding) -> int:
    """`number / divisor` (positive) rounded: `down` towards zero, `up` away from it."""
    whole, rest = divmod(abs(number), divisor)
    whole += _carries(whole, rest, divisor, mode)
    return whole if number >= 0 else -whole


def _carries(whole: int, rest: int, divisor: int, mode: Rounding) -> bool:
    if mode == "up":
        return rest > 0
    if mode == "down":
        return False
    if mode == "half_even" and rest * 2 == divisor:
        return whole % 2 == 1
    return rest * 2 >= divisor
