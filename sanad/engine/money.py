"""Money: integers in minor units, ISO 4217 exponents, rounding, and shares that add up."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache

from iso4217 import Currency


class NotAnAmount(ValueError):
    """The number cannot be an amount of this currency."""


@cache
def exponent(currency: str) -> int:
    """How many decimals the currency has (ISO 4217): 2 for USD, 0 for JPY, 3 for KWD. Raises NotAnAmount."""
    try:
        digits = Currency(currency).exponent
    except ValueError as error:
        raise NotAnAmount(f"`{currency}` is no ISO 4217 currency code") from error
    if digits is None:
        raise NotAnAmount(f"{currency} has no minor unit in ISO 4217 and cannot be paid")
    return int(digits)


def scaled(number: Decimal, scale: int) -> int:
    """The number as an integer of ten to the minus `scale`. Raises NotAnAmount when it has more decimals."""
    exact = Fraction(number) * Fraction(10**scale)
    if exact.denominator != 1:
        raise NotAnAmount(f"{number} has more than {scale} decimals")
    return exact.numerator


def unscaled(number: int, scale: int) -> Decimal:
    return Decimal(number).scaleb(-scale)


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in minor units (cents, piastres) of one currency."""

    minor: int
    currency: str

    @classmethod
    def of(cls, major: Decimal, currency: str) -> "Money":
        return cls(scaled(major, exponent(currency)), currency)

    @property
    def major(self) -> Decimal:
        return unscaled(self.minor, exponent(self.currency))

    def __str__(self) -> str:
        return f"{grouped(self.major)} {self.currency}"


def grouped(number: Decimal) -> str:
    """1234567.50 as `1,234,567.50`; whole numbers lose their decimals."""
    return f"{int(number):,}" if number == number.to_integral_value() else f"{number:,f}"


def shares(total: int, weights: Sequence[int]) -> list[int]:
    """Divide `total` by weights so that the parts add up: what is left over goes to the largest remainders.

    Raises NotAnAmount when there is nothing to divide by.
    """
    whole = sum(weights)
    if not whole:
        raise NotAnAmount("no weight is above 0, so nothing can be shared by them")
    parts = [total * weight // whole for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda place: (-(total * weights[place] % whole), place))
    for place in by_remainder[: total - sum(parts)]:
        parts[place] += 1
    return parts


def proportion(fund: int, owed: Sequence[int]) -> list[int]:
    """Of a fund that does not reach for all, each the same part, rounded down; units left over go to the first.

    Where the fund reaches, everyone gets what is owed.
    """
    whole = sum(owed)
    if whole <= fund:
        return list(owed)
    parts = [fund * amount // whole for amount in owed]
    left = fund - sum(parts)
    for place, amount in enumerate(owed):
        if left and amount:
            parts[place] += 1
            left -= 1
    return parts
