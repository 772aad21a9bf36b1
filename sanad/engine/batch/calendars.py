"""Working days in columns: a calendar is two lists of numbers, asked by place."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import ibis

from sanad.engine.batch.cells import Cell, bit, is_set, union, when
from sanad.engine.batch.functions import DAYS, Column, big, item
from sanad.engine.rules.calendars import WorkingDays
from sanad.engine.rules.ruleset import Gap
from sanad.engine.rules.tree import CalendarCall, CalendarFunction, Const
from sanad.engine.rules.types import Type

if TYPE_CHECKING:
    from sanad.engine.batch.nodes import Computed, Stage


@dataclass(frozen=True, slots=True)
class Reached:
    """What a calendar gave, in a column: NULL without a gap means a day outside the calendar."""

    type: Type
    of: "Computed"
    calendar: str


def calendar_call(stage: "Stage", node: CalendarCall) -> Cell:
    """Absent where an item is; outside the calendar NULL, which `Reached` turns into a gap."""
    number = node.items[1] if len(node.items) == 2 else None
    known = number.value if isinstance(number, Const) and isinstance(number.value, int) else None
    calendar = stage.rules.calendars[node.calendar]
    return stage.strict(lambda *items: counted(calendar, node.function, items, known), *node.items)


def reached(stage: "Stage", node: Reached) -> Cell:
    of = stage.cell(node.of)
    outside, is_absent = of.value.isnull(), is_set(of.mask)
    outside = outside if is_absent is None else outside & ~is_absent
    gap = bit(stage.rules.bits[Gap("not_in_force", node.calendar)])
    return Cell(of.value, union([of.mask, when(outside, gap)]))


def counted(calendar: WorkingDays, function: CalendarFunction, items: Sequence[Column], number: int | None) -> Column:
    """What the calendar says, NULL outside it. `number`: of working days, where it is the same for all."""
    held = [_within(calendar, day) for day in (items if function == "working_days_between" else items[:1])]
    if function == "working_days_between":
        first, last = (_worked_until(calendar, day, 1) for day in items)
        found, nothing = last - first, "int64"
    else:
        found, nothing = _day(calendar, function, items, number), "date"
    for is_held in held:
        found = ibis.ifelse(is_held, found, ibis.null(nothing))
    return found


def _day(calendar: WorkingDays, function: CalendarFunction, items: Sequence[Column], number: int | None) -> Column:
    day = items[0]
    if function == "next_working_day":
        return _worked(calendar, _worked_until(calendar, day, 0))
    if function == "previous_working_day":
        return _worked(calendar, _worked_until(calendar, day, 1) - big(1))
    if number is not None:
        return _later(calendar, day, big(number), number) if number else day
    wanted = items[1]
    place = ibis.ifelse(wanted > big(0), _place_after(calendar, day, wanted), _place_before(calendar, day, wanted))
    return ibis.ifelse(wanted == big(0), day, _worked(calendar, place))


def _later(calendar: WorkingDays, day: Column, wanted: Column, number: int) -> Column:
    place = _place_after if number > 0 else _place_before
    return _worked(calendar, place(calendar, day, wanted))


def _place_after(calendar: WorkingDays, day: Column, wanted: Column) -> Column:
    return _worked_until(calendar, day, 1) + wanted - big(1)


def _place_before(calendar: WorkingDays, day: Column, wanted: Column) -> Column:
    return _worked_until(calendar, day, 0) + wanted


def _within(calendar: WorkingDays, day: Column) -> Column:
    return (day >= ibis.literal(calendar.first)) & (day <= ibis.literal(calendar.last))


def _worked_until(calendar: WorkingDays, day: Column, shift: int) -> Column:
    """How many working days there are before the day, or with a shift of 1 up to it."""
    place = DAYS["days_between"](ibis.literal(calendar.first), day) + big(shift)
    return item(_text(calendar.counts), place)


def _worked(calendar: WorkingDays, place: Column) -> Column:
    return DAYS["add_days"](ibis.literal(calendar.first), item(_text(calendar.days), place))


def _text(numbers: Sequence[int]) -> Column:
    return ibis.literal(",".join(map(str, numbers)))
