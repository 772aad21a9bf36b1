"""What makes a thing of a level, and the shares that link two levels where they form no tree."""

from dataclasses import dataclass
from decimal import Decimal

from sanad.engine.rules.declared.plain import Where, Words


@dataclass(frozen=True, slots=True)
class Relation:
    """`group` says what makes a thing of the level. `shares`, a field of it, adds up to a total within each `per`."""

    level: str
    group: Words
    source: str
    where: Where
    shares: str = ""
    add_up_to: Decimal = Decimal(0)
    per: str = ""
