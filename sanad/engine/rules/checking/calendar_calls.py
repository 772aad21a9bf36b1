"""The named functions that count working days."""

import ast
from difflib import get_close_matches

from sanad.engine.rules.calendars import WorkingDays
from sanad.engine.rules.checking.arguments import Arguments, Builder, counted
from sanad.engine.rules.checking.day_calls import FURTHEST, a_day, leaves_calendar, whole_number
from sanad.engine.rules.checking.look_up import Typed
from sanad.engine.rules.checking.scope import Scope
from sanad.engine.rules.problems import quoted
from sanad.engine.rules.tree import CalendarCall, CalendarFunction, Node
from sanad.engine.rules.types import Day, Unit


def _add_working_days(function: str, arguments: Arguments, scope: Scope, want: Unit | None, typed: Typed) -> Node:
    counted(function, arguments, 3, 3, scope)
    day, number = (typed(item, scope, None) for item in arguments[:2])
    return working_days_later(day, number, _named(arguments[2], scope), scope)


def working_days_later(day: Node, number: Node, calendar: WorkingDays, scope: Scope) -> CalendarCall:
    range_ = whole_number("add_working_days", number, scope)
    if max(abs(range_.low), abs(range_.high)) > FURTHEST:
        raise leaves_calendar("days", scope)
    return _counting("add_working_days", calendar, a_day(day, scope)[0], number)


def moved_to_working_day(function: CalendarFunction, day: Node, calendar: WorkingDays) -> CalendarCall:
    return _counting(function, calendar, day)


def _next_working_day(function: str, arguments: Arguments, scope: Scope, want: Unit | None, typed: Typed) -> Node:
    counted(function, arguments, 2, 2, scope)
    day, _ = a_day(typed(arguments[0], scope, None), scope)
    calendar = _named(arguments[1], scope)
    if function == "next_working_day":
        return moved_to_working_day("next_working_day", day, calendar)
    return moved_to_working_day("previous_working_day", day, calendar)


def _between(function: str, arguments: Arguments, scope: Scope, want: Unit | None, typed: Typed) -> Node:
    counted(function, arguments, 3, 3, scope)
    first, last = (a_day(typed(item, scope, None), scope)[0] for item in arguments[:2])
    calendar = _named(arguments[2], scope)
    most = len(calendar.days)
    return CalendarCall(scope.number((), 0, -most, most), "working_days_between", calendar.declared.name, (first, last))


def _counting(function: CalendarFunction, calendar: WorkingDays, *items: Node) -> CalendarCall:
    return CalendarCall(Day(calendar.first, calendar.last), function, calendar.declared.name, items)


def _named(item: ast.expr, scope: Scope) -> WorkingDays:
    name = item.value if isinstance(item, ast.Constant) else None
    if not isinstance(name, str):
        raise scope.error("calendar_needed", "The last argument names a calendar.", "Write its name in quotes: 'town'.")
    return calendar_named(name, scope)


def calendar_named(name: str, scope: Scope) -> WorkingDays:
    calendar = scope.names.calendars.get(name)
    if calendar is None:
        near = get_close_matches(name, scope.names.calendars, 1)
        known = (
            f"Calendars: {quoted(scope.names.calendars)}." if scope.names.calendars else "Add `calendars/NAME.yaml`."
        )
        todo = f"Did you mean `{near[0]}`?" if near else known
        raise scope.error("unknown_calendar", f"No calendar is named `{name}`.", todo)
    return calendar


CALENDAR_FUNCTIONS: dict[str, Builder] = {
    "add_working_days": _add_working_days, "next_working_day": _next_working_day,
    "previous_working_day": _next_working_day, "working_days_between": _between,
}  # fmt: skip
