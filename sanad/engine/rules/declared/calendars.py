"""Calendars of working days, and the clocks that run by them."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from sanad.engine.rules.declared.plain import Expression, Where, Words

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
ClockUnit = Literal["days", "working_days", "months"]
NotWorking = Literal["next", "previous", "stays"]


@dataclass(frozen=True, slots=True)
class DayOff:
    """One dated day on which nobody works, or with `is_worked` a day of the weekend on which they do."""

    day: date
    label: Words
    source: str
    where: Where
    is_worked: bool = False


@dataclass(frozen=True, slots=True)
class Calendar:
    """Which days are working days, from `since` (inclusive) until `until` (exclusive)."""

    name: str
    label: Words
    weekend: tuple[Weekday, ...]
    since: date
    until: date
    source: str
    days: tuple[DayOff, ...]
    where: Where


@dataclass(frozen=True, slots=True)
class Extension:
    """A clock moved by a later decision: by so many units, or until a day; `when` says for whom."""

    decided_on: date
    by_body: Words
    reason: Words
    source: str
    where: Where
    until: Expression | None = None
    by: Expression | None = None
    when: Expression | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """A term: when it starts, how long it runs, and what follows where its last day is no working day."""

    name: str
    level: str
    label: Words
    starts: Expression
    length: Expression
    unit: ClockUnit
    source: str
    where: Where
    first_day_counts: bool = False
    last_day: Literal["included", "excluded"] = "included"
    if_not_working: NotWorking = "stays"
    calendar: str = ""
    extended: tuple[Extension, ...] = ()
    may_extend: Words = field(default_factory=dict)
