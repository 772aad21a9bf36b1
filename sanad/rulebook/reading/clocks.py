"""Clocks: terms that start on a day, run for a length and end on a day, with the decisions that moved them."""

from datetime import date
from typing import Literal, get_args

from sanad.engine.rules.declared import Clock, ClockUnit, Expression, Extension, NotWorking
from sanad.rulebook.reading.entry import Entry
from sanad.rulebook.reading.names import check_name, check_sensitive

KEYS = (
    "label", "level", "starts", "length", "unit", "first_day_counts", "last_day", "if_not_working", "calendar",
    "extended", "may_extend", "source",
)  # fmt: skip
EXTENSION_KEYS = ("until", "by", "when", "decided_on", "by_body", "reason", "source")
UNITS: tuple[ClockUnit, ...] = get_args(ClockUnit)
MOVES: tuple[NotWorking, ...] = get_args(NotWorking)
LAST_DAYS: tuple[Literal["included", "excluded"], ...] = ("included", "excluded")


def read_clock(name: str, entry: Entry) -> Clock:
    check_name(name, "a clock", entry.where(), entry.notes)
    check_sensitive(name, entry.where(), entry.notes)
    clock = Clock(
        name=name,
        level=entry.text("level", "claim"),
        label=entry.words("label"),
        starts=entry.needed_expression("starts"),
        length=entry.needed_expression("length"),
        unit=entry.one_of("unit", UNITS),
        source=entry.source(),
        where=entry.where(),
        first_day_counts=entry.flag("first_day_counts"),
        last_day=entry.one_of("last_day", LAST_DAYS, "included"),
        if_not_working=_if_not_working(entry),
        calendar=entry.text("calendar", ""),
        extended=tuple(_extension(inner) for inner in entry.listed("extended", EXTENSION_KEYS)),
        may_extend=entry.words("may_extend", required=False),
    )
    _check_calendar(clock, entry)
    return clock


def _if_not_working(entry: Entry) -> NotWorking:
    """Said by the author, unless the clock counts working days and so ends on one."""
    is_counted = entry.block.get("unit") == "working_days"
    return entry.one_of("if_not_working", MOVES, "stays" if is_counted else None)


def _check_calendar(clock: Clock, entry: Entry) -> None:
    needs = clock.unit == "working_days" or clock.if_not_working in ("next", "previous")
    if needs and not clock.calendar:
        todo = "Add `calendar: NAME`, the name of a file in `calendars/`."
        entry.notes.problem(entry.where(), "missing", f"{entry.name} counts working days and has no `calendar`.", todo)


def _extension(entry: Entry) -> Extension:
    if entry.has("until") is entry.has("by"):
        todo = "Write the new last day, `until: 2026-06-30`, or how much longer it runs, `by: 30`."
        entry.notes.problem(entry.where(), "until_or_by", f"{entry.name} needs `until` or `by`, and one of them.", todo)
    return Extension(
        decided_on=entry.day("decided_on", required=True) or date.min,
        by_body=entry.words("by_body"),
        reason=entry.words("reason"),
        source=entry.source(),
        where=entry.where(),
        until=_until(entry),
        by=entry.expression("by"),
        when=entry.expression("when"),
    )


def _until(entry: Entry) -> Expression | None:
    day = entry.block.get("until")
    return Expression(f"'{day}'", entry.where("until")) if isinstance(day, date) else entry.expression("until")
