"""What an expression may read: the names in reach of its level, and how it complains."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from sanad.engine.rules.calendars import WorkingDays
from sanad.engine.rules.declared import Expression, Option
from sanad.engine.rules.fields import TypedField
from sanad.engine.rules.levels import Levels
from sanad.engine.rules.syntax import RuleError
from sanad.engine.rules.tree import Node
from sanad.engine.rules.types import FINEST, INT64_MAX, Number, Type, Unit, write_unit
from sanad.engine.rules.values import TypedValue


class Names(Protocol):
    """The programme's names, typed as they are asked for."""

    @property
    def levels(self) -> Levels: ...

    @property
    def fields(self) -> Mapping[str, TypedField]: ...

    @property
    def version_by(self) -> str: ...

    @property
    def currency(self) -> str: ...

    @property
    def money_scale(self) -> int: ...

    @property
    def calendars(self) -> Mapping[str, WorkingDays]: ...

    @property
    def members(self) -> int:
        """The most members that a group is taken to have in the proof."""
        ...

    def definition(self, name: str) -> "TypedDefinition | None": ...

    def value(self, name: str) -> TypedValue | None: ...

    def known(self) -> list[str]: ...

    def codes(self) -> set[str]:
        """Every option of a choice, a value or a table's own key."""
        ...

    def most_granted(self) -> int:
        """The most that a claim's lines may bring by themselves, those that read `granted` left out."""
        ...

    def scale_of(self, unit: Unit) -> int:
        """How many decimals `round` leaves: the exponent of a currency, none elsewhere."""
        ...


@dataclass(frozen=True, slots=True)
class TypedDefinition:
    name: str
    level: str
    node: Node
    steps: int
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Scope:
    """Where an expression stands: its level, and the results that it may read."""

    names: Names
    level: str
    at: Expression
    results: Mapping[str, Type]

    def inside(self, level: str) -> "Scope":
        """The scope of a group's members, who have no results yet."""
        return replace(self, level=level, results={})

    def error(self, code: str, message: str, todo: str) -> RuleError:
        return RuleError(self.at, code, message, todo)

    def number(self, unit: Unit, scale: int, low: int, high: int) -> Number:
        """A number whose step stays in int64, or RuleError."""
        if scale > FINEST:
            message = f"A step has {scale} decimals, more than 64 bits hold."
            raise self.error("too_many_decimals", message, "Round on the way.")
        if max(abs(low), abs(high)) > INT64_MAX:
            raise self.error(
                "overflow",
                f"A step may reach {max(abs(low), abs(high)):,}, which leaves 64 bits.",
                "Narrow the range of a field that it reads, or round on the way.",
            )
        return Number(unit, scale, low, high)

    def expect_unit(self, kind: Number, unit: Unit) -> None:
        if kind.unit != unit:
            raise self.error(
                "wrong_unit",
                f"{write_unit(kind.unit)} stands where {write_unit(unit)} is needed.",
                "Multiply by a rate of the right unit, or correct the unit of a field or value.",
            )
