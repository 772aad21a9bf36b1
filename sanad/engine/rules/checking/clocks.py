"""A clock as a date: its last day, put together from the functions of days that rules have."""

from dataclasses import dataclass, replace

from sanad.engine.rules.calendars import WorkingDays
from sanad.engine.rules.checking import numbers
from sanad.engine.rules.checking.calendar_calls import calendar_named, moved_to_working_day, working_days_later
from sanad.engine.rules.checking.day_calls import a_day, days_later, months_later, whole_number
from sanad.engine.rules.checking.expressions import boolean, check
from sanad.engine.rules.checking.scope import Scope
from sanad.engine.rules.declared import Clock, Expression, Extension
from sanad.engine.rules.syntax import parse
from sanad.engine.rules.tree import And, Compare, Const, IfElse, Node, RoundDate
from sanad.engine.rules.types import Boolean, Day, Number


@dataclass(frozen=True, slots=True)
class TypedExtension:
    """`applies` from the day of the decision on; it moves the clock `until` a day, or `by` so many units."""

    declared: Extension
    applies: Node
    when: Node | None
    until: Node | None
    by: Node | None


@dataclass(frozen=True, slots=True)
class TypedClock:
    """`counted` is the last day as it was counted, `moved` as it follows from working days, `node` with all moves."""

    declared: Clock
    starts: Node
    length: Node
    counted: Node
    moved: Node
    node: Node
    extensions: tuple[TypedExtension, ...]


def typed_clock(clock: Clock, scope: Scope) -> TypedClock:
    """Raises RuleError."""
    starts, _ = a_day(check(scope), scope)
    length = _length(clock, replace(scope, at=clock.length))
    extensions = tuple(_extension(one, scope) for one in clock.extended)
    counted = _counted(clock, starts, _with_extensions(length, extensions, scope), scope)
    moved = _moved(clock, counted, scope)
    last = days_later(moved, _whole(-1), scope) if clock.last_day == "excluded" else moved
    return TypedClock(clock, starts, length, counted, moved, _until(last, extensions, scope), extensions)


def _length(clock: Clock, scope: Scope) -> Node:
    length = check(scope)
    least = 1 if clock.first_day_counts else 0
    if whole_number("length", length, scope).low < least:
        raise scope.error(
            "bad_length", f"The length of `{clock.name}` may be less than {least}.", f"Write `max(length, {least})`."
        )
    return length


def _extension(one: Extension, scope: Scope) -> TypedExtension:
    decided = Const(Day(one.decided_on, one.decided_on), one.decided_on)
    known: Node = Compare(Boolean(), ">=", RoundDate(Day()), decided)
    when = _condition(one.when, scope) if one.when else None
    applies = And(Boolean(), (known, when)) if when else known
    until = a_day(check(replace(scope, at=one.until)), scope)[0] if one.until else None
    return TypedExtension(one, applies, when, until, _more(one.by, scope) if one.by else None)


def _condition(at: Expression, scope: Scope) -> Node:
    return boolean(parse(at), replace(scope, at=at))


def _more(at: Expression, scope: Scope) -> Node:
    more = check(replace(scope, at=at))
    if whole_number("by", more, replace(scope, at=at)).low < 0:
        raise replace(scope, at=at).error("bad_length", "An extension may be less than 0.", "Write `max(by, 0)`.")
    return more


def _with_extensions(length: Node, extensions: tuple[TypedExtension, ...], scope: Scope) -> Node:
    """The length with what each extension adds where it applies."""
    for one in extensions:
        if one.by is not None:
            kind = numbers.numeric(one.by, scope)
            added = IfElse(kind.within(0, kind.high), one.applies, one.by, Const(kind.within(0, 0), 0))
            length = numbers.arithmetic("+", length, added, scope)
    return length


def _counted(clock: Clock, starts: Node, length: Node, scope: Scope) -> Node:
    """The first day counts as one of the length's, or the day after it is the first."""
    if clock.unit == "months":
        last = months_later(starts, length, scope)
        return days_later(last, _whole(-1), scope) if clock.first_day_counts else last
    if clock.unit == "days":
        rest = numbers.arithmetic("-", length, _whole(1), scope) if clock.first_day_counts else length
        return days_later(starts, rest, scope)
    start = days_later(starts, _whole(-1), scope) if clock.first_day_counts else starts
    return working_days_later(start, length, _calendar(clock, scope), scope)


def _calendar(clock: Clock, scope: Scope) -> WorkingDays:
    return calendar_named(clock.calendar, replace(scope, at=Expression(f"calendar: {clock.calendar}", clock.where)))


def _moved(clock: Clock, counted: Node, scope: Scope) -> Node:
    if clock.if_not_working == "stays":
        return counted
    calendar = _calendar(clock, scope)
    if clock.if_not_working == "next":
        return moved_to_working_day("next_working_day", counted, calendar)
    return moved_to_working_day("previous_working_day", counted, calendar)


def _until(last: Node, extensions: tuple[TypedExtension, ...], scope: Scope) -> Node:
    """The latest of the last day and of the days until which it was extended: no extension makes a term shorter."""
    kind = last.type
    assert isinstance(kind, Day)
    never = Const(Day(kind.low, kind.low), kind.low)
    days = [_day_if(one, never) for one in extensions if one.until is not None]
    return numbers.extreme("max", [last, *days], scope) if days else last


def _day_if(one: TypedExtension, never: Const) -> Node:
    assert one.until is not None
    until, kind = one.until, one.until.type
    assert isinstance(kind, Day)
    assert isinstance(never.type, Day)
    both = Day(min(kind.low, never.type.low), max(kind.high, never.type.high))
    return IfElse(both, one.applies, until, never)


def _whole(number: int) -> Const:
    return Const(Number((), 0, number, number), number)
