"""Sums fixed in a unit that is not this money, and how money is paid out."""

from dataclasses import dataclass
from decimal import Decimal

from sanad.engine.rules.declared.plain import Expression, Where, Words


@dataclass(frozen=True, slots=True)
class Units:
    """A line whose `amount` counts wages, index points, another currency: the dated value `rate` makes money of them.

    `rate_on` is the day whose rate counts. The units have so many decimals; None: they must have none.
    """

    rate: str
    rate_on: Expression
    decimals: int | None = None


@dataclass(frozen=True, slots=True)
class Payment:
    """How money leaves: in which currency, at which rate, in which smallest unit (major units), who bears the fees."""

    currency: str
    fees_borne_by: Words
    source: str
    where: Where
    rate: str = ""
    smallest: Decimal | None = None
