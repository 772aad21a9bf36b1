"""Sharing a fund among awards that stand in their order."""

from collections.abc import Callable, Sequence


def in_order(fund: int, owed: Sequence[int]) -> list[int]:
    """Pay each in full, first to last, until the fund is spent; the last one reached may be part paid."""
    paid = []
    for amount in owed:
        share = min(amount, fund)
        paid.append(share)
        fund -= share
    return paid


def equal_first(fund: int, owed: Sequence[int], at_most: int | None) -> list[int]:
    """Everyone's first part alike (constrained equal awards): as high as the fund reaches, never above `at_most`.

    Units too few to go round go one each to the first in order.
    """
    wanted = [amount if at_most is None else min(amount, at_most) for amount in owed]
    level, rest = water_level(
        lambda height: sum(min(amount, height) for amount in wanted), fund, max(wanted, default=0)
    )
    paid = []
    for amount in wanted:
        extra = 1 if amount > level and rest > 0 else 0
        rest -= extra
        paid.append(min(amount, level) + extra)
    return paid


def water_level(total_at: Callable[[int], int], fund: int, highest: int) -> tuple[int, int]:
    """The greatest level at which the fund pays everyone up to it, and what is then left of the fund.

    `total_at(level)` is the sum of everyone's amount up to that level. At `highest` everyone is paid in full, so
    nothing of what is left is anybody's.
    """
    if total_at(highest) <= fund:
        return highest, 0
    low, high = 0, highest
    while high - low > 1:
        middle = (low + high) // 2
        if total_at(middle) <= fund:
            low = middle
        else:
            high = middle
    return low, fund - total_at(low)
