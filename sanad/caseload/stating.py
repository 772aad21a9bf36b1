"""A value stated in a mapping or a figures file, as the text that a cell of the field would be read to."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sanad.engine.money import NotAnAmount, scaled, unscaled
from sanad.engine.rules.declared import Literals
from sanad.engine.rules.fields import TypedField
from sanad.engine.rules.types import Boolean, Choice, Day, Number
from sanad.sheets.sql import text as literal


@dataclass(frozen=True, slots=True)
class Stated:
    """`value` as written, in major units; `text` is what a cell that says so would be read to."""

    value: Literals | int
    text: str


class NotAValue(ValueError):
    """The value does not fit the field; the message says what would."""


def stated_text(field: TypedField, value: object) -> str:
    """Scaled digits, `true`, a code or an ISO date. Raises NotAValue."""
    if isinstance(field.type, Number):
        return _number(field.type, value)
    if isinstance(field.type, Boolean) and isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(field.type, Choice) and not isinstance(value, bool) and str(value) in field.type.options:
        return str(value)
    if isinstance(field.type, Day) and isinstance(value, date) and field.type.low <= value <= field.type.high:
        return value.isoformat()
    raise NotAValue(needed(field))


def stated(field: TypedField, value: object) -> Stated:
    """Raises NotAValue."""
    text = stated_text(field, value)
    if not isinstance(value, Decimal | int | str | date):
        raise NotAValue(needed(field))
    return Stated(value, text)


def stated_sql(field: TypedField, text: str) -> str:
    """A stated text as SQL of the field's type."""
    return f"cast({literal(text)} as {sql_kind(field)})"


def sql_kind(field: TypedField) -> str:
    """The type of the field's column: scaled integers, codes, days, yes or no."""
    kinds: dict[type, str] = {Number: "BIGINT", Boolean: "BOOLEAN", Day: "DATE"}
    return kinds.get(type(field.type), "VARCHAR")


def needed(field: TypedField) -> str:
    """What the field takes, for a message."""
    if isinstance(field.type, Number):
        low, high = (unscaled(bound, field.type.scale) for bound in (field.type.low, field.type.high))
        return f"{low:f}..{high:f}"
    if isinstance(field.type, Choice):
        return ", ".join(sorted(field.type.options))
    if isinstance(field.type, Day):
        return f"{field.type.low}..{field.type.high}"
    return "true, false" if isinstance(field.type, Boolean) else "-"


def _number(kind: Number, value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise NotAValue(f"{unscaled(kind.low, kind.scale):f}..{unscaled(kind.high, kind.scale):f}")
    try:
        number = scaled(Decimal(value), kind.scale)
    except NotAnAmount as error:
        raise NotAValue(str(error)) from error
    if not kind.low <= number <= kind.high:
        raise NotAValue(f"{unscaled(kind.low, kind.scale):f}..{unscaled(kind.high, kind.scale):f}")
    return str(number)
