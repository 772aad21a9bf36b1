"""The named functions of days, and dated values as they stood on a day."""

import ast
from datetime import date, timedelta

from sanad.engine.rules.checking import numbers
from sanad.engine.rules.checking.arguments import Arguments, Builder, counted
from sanad.engine.rules.checking.look_up import Typed, table_and_keys, typed_keys
from sanad.engine.rules.checking.scope import Scope
from sanad.engine.rules.tree import Const, DayCall, Lookup, Node
from sanad.engine.rules.types import Day, Number, Type, Unit

FURTHEST = 3_000_000
"""Days from one end of the calendar to the other, and some more."""


def as_date(node: Node, scope: Scope) -> Node:
    """A quoted ISO date as a date; anything else as it is."""
    if not (isinstance(node, Const) and isinstance(node.value, str)):
        return node
    try:
        day = date.fromisoformat(node.value)
    except ValueError as error:
        raise scope.error("bad_date", f"`{node.value}` is no date.", "Write '2017-05-08'.") from error
    return Const(Day(day, day), day)


def a_day(node: Node, scope: Scope) -> tuple[Node, Day]:
    """The node as a date, with its range."""
    node = as_date(node, scope)
    if not isinstance(node.type, Day):
        raise scope.error("date_needed", "A date is needed here.", "Give a date field or a quoted date.")
    return node, node.type


def whole_number(function: str, node: Node, scope: Scope) -> Number:
    """The range of a plain whole number."""
    kind = numbers.numeric(node, scope)
    if kind.unit or kind.scale:
        raise scope.error(
            "wrong_arguments", f"`{function}()` takes a date and a whole number.", f"Write `{function}(day, 6)`."
        )
    return kind


def _date(function: str, arguments: Arguments, scope: Scope, want: Unit | None, typed: Typed) -> Node:
    counted(function, arguments, 1, 1, scope)
    return a_day(typed(arguments[0], scope, None), scope)[0]


def _between(function: str, arguments: Arguments, scope: Scope, want: Unit | None, typed: Typed) -> Node:
    counted(function, arguments, 2, 2, scope)
    (first, begun), (last, ended) = (a_day(typed(item, scope, None), scope) for item in arguments)
    low, high = (ended.low - begun.high).days, (ended.high - begun.low).days
    if function == "months_between":
        low, high = low // 28 - 1, high // 28 + 1
        return DayCall(scope.number((), 0, low, high), "months_between", (first, last))
    return DayCall(scope.number((), 0, low, high), "days_between", (first, last))


def _add_days(function: str, arguments: Arguments, scope: Scope, want: Unit | None, typed: Typed) -> Node:
    counted(function, arguments, 2, 2, scope)
    return days_later(typed(arguments[0], scope, None), typed(arguments[1], scope, None), scope)


def days_later(day: Node, number: Node, scope: Scope) -> Node:
    """The day so many days later, which the calendar must hold."""
    day, kind = a_day(day, scope)
    range_ = whole_number("add_days", number, scope)
    if max(abs(range_.low), abs(range_.high)) > FURTHEST:
        raise leaves_calendar("days", scope)
    try:
        low, high = kind.low + timedelta(days=range_.low), kind.high + timedelta(days=range_.high)
    except OverflowError as error:
        raise leaves_calendar("days", scope) from error
    if high.year > 9998:
        raise leaves_calendar("days", scope)
    return DayCall(Day(low, high), "add_days", (day, number))


def _add_months(function: str, arguments: Arguments, scope: Scope, want: Unit | None, typed: Typed) -> Node:
    counted(function, arguments, 2, 2, scope)
    return months_later(typed(arguments[0], scope, None), typed(arguments[1], scope, None), scope)


def months_later(day: Node, number: Node, scope: Scope) -> Node:
    day, kind = a_day(day, scope)
    range_ = whole_number("add_months", number, scope)
    low, high = kind.low.year + range_.low // 12 - 1, kind.high.year + range_.high // 12 + 1
    if low < 1 or high > 9998:
        raise leaves_calendar("months", scope)
    return DayCall(Day(date(low, 1, 1), date(high, 12, 31)), "add_months", (day, number))


def leaves_calendar(what: str, scope: Scope) -> Exception:
    return scope.error("leaves_calendar", "The date may leave the calendar.", f"Narrow the range of the {what}.")


def _part_of_day(function: str, arguments: Arguments, scope: Scope, want: Unit | None, typed: Typed) -> Node:
    counted(function, arguments, 1, 1, scope)
    day, range_ = a_day(typed(arguments[0], scope, None), scope)
    kind: Type = scope.number((), 0, 1, 12)
    if function == "year":
        kind = scope.number((), 0, range_.low.year, range_.high.year)
        return DayCall(kind, "year", (day,))
    return DayCall(kind, "month", (day,))


def _as_of(function: str, arguments: Arguments, scope: Scope, want: Unit | None, typed: Typed) -> Node:
    """`as_of(value, day)`: the version of another day than the one that the value names."""
    counted(function, arguments, 2, 2, scope)
    if not isinstance(arguments[0], ast.Name | ast.Subscript):
        raise scope.error("value_needed", "`as_of()` takes a dated value.", "Write `as_of(rent, day)`.")
    value, given = table_and_keys(arguments[0], scope)
    keys = typed_keys(value, given, scope, typed)
    return Lookup(value.type, value.name, a_day(typed(arguments[1], scope, None), scope)[0], keys)


DAY_FUNCTIONS: dict[str, Builder] = {
    "date": _date, "days_between": _between, "months_between": _between, "add_days": _add_days,
    "add_months": _add_months, "year": _part_of_day, "month": _part_of_day, "as_of": _as_of,
}  # fmt: skip
