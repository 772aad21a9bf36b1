"""Declared fields with their types: the one declaration behind forms, checks and the engine's columns."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sanad.engine.money import NotAnAmount, exponent, scaled
from sanad.engine.rules.declared import Field
from sanad.engine.rules.problems import Problem
from sanad.engine.rules.types import (
    FINEST,
    FIRST_DAY,
    INT64_MAX,
    LAST_DAY,
    Boolean,
    Choice,
    Day,
    Number,
    Text,
    Type,
    Unit,
    read_unit,
)


@dataclass(frozen=True, slots=True)
class TypedField:
    """A field and the type of its values."""

    name: str
    level: str
    type: Type
    declared: Field


class FieldProblem(Exception):
    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def type_field(field: Field, currency: str) -> TypedField:
    """Raises FieldProblem when the declaration has no exact type."""
    return TypedField(field.name, field.level, _type_of(field, currency), field)


def _type_of(field: Field, currency: str) -> Type:
    match field.kind:
        case "date":
            return _day(field)
        case "choice":
            return _choice(field)
        case "place":
            return _place(field)
        case "boolean":
            return Boolean()
        case "text":
            return Text()
    return _number(field, currency)


def _day(field: Field) -> Type:
    low, high = field.low or FIRST_DAY, field.high or LAST_DAY
    if not isinstance(low, date) or not isinstance(high, date):
        raise _refused(
            field, "bad_range", "The range of a date is two dates.", "Write `range: [2015-04-25, 2030-12-31]`."
        )
    if low > high:
        raise _refused(field, "bad_range", "The range is empty.", "Write `range: [earliest, latest]`.")
    return Day(low, high)


def _choice(field: Field) -> Type:
    if not field.options:
        raise _refused(field, "no_options", "A choice needs its options.", "Write `options: {code: {en: .., ar: ..}}`.")
    return Choice(frozenset(option.code for option in field.options))


def _place(field: Field) -> Type:
    if not field.options:
        raise _refused(field, "no_places", "There are no places.", "Write them in `places.yaml`.")
    return Choice(
        frozenset(option.code for option in field.options),
        tuple((option.code, option.within) for option in field.options),
    )


def _number(field: Field, currency: str) -> Type:
    if not isinstance(field.low, Decimal) or not isinstance(field.high, Decimal):
        raise _refused(
            field, "no_range", f"The number `{field.name}` has no range.", "Write `range: [lowest, highest]`."
        )
    try:
        unit, scale = number_shape(field.kind, field.unit, field.decimals, currency)
    except ValueError as error:
        raise _refused(field, "bad_unit", f"`{field.unit}` is no unit.", "Write a unit like `m2`, `NPR/m2`.") from error
    if scale > FINEST:
        message = f"The field `{field.name}` has {scale:,} decimals."
        raise _refused(field, "too_many_decimals", message, f"Write at most {FINEST}.")
    try:
        low, high = scaled(field.low, scale), scaled(field.high, scale)
    except NotAnAmount as error:
        raise _refused(field, "bad_range", f"The range is finer than the field: {error}.", "Give decimals.") from error
    if low > high or max(abs(low), abs(high)) > INT64_MAX:
        raise _refused(field, "bad_range", "The range is empty or leaves 64 bits.", "Write `range: [lowest, highest]`.")
    return Number(unit, scale, low, high)


def number_shape(kind: str, unit: str, decimals: int, currency: str) -> tuple[Unit, int]:
    """Unit and scale of a number of this kind; money and money rates have the currency's exponent as scale."""
    if kind == "integer":
        return (), 0
    if kind == "percent":
        return (("percent", 1),), decimals
    if kind == "money":
        return read_unit(unit or currency), max(decimals, exponent(currency))
    return read_unit(unit), decimals


def _refused(field: Field, code: str, message: str, todo: str) -> FieldProblem:
    return FieldProblem(Problem(field.where, code, message, todo))
