"""`calendars/NAME.yaml`: which days are working days, and from when to when that is known."""

from collections.abc import Iterator
from datetime import date
from typing import Literal, get_args

from sanad.engine.rules.declared import Calendar, DayOff, Weekday, Where
from sanad.engine.rules.problems import quoted
from sanad.rulebook.reading.entry import LANGUAGES, Entry
from sanad.rulebook.reading.names import check_name
from sanad.rulebook.reading.notes import Notes, did_you_mean
from sanad.rulebook.reading.strict_yaml import Block

KEYS = ("label", "weekend", "from", "until", "source", "days", "worked")
WEEKDAYS: tuple[Weekday, ...] = get_args(Weekday)
MOST_DAYS = 14_700
"""Forty years: the batch carries each calendar as a list of its days."""


def read_calendar(name: str, block: Block, notes: Notes) -> Calendar:
    entry = Entry(block, notes, f"the calendar `{name}`", KEYS)
    check_name(name, "a calendar", entry.where(), notes)
    since, until = entry.day("from", required=True), entry.day("until", required=True)
    calendar = Calendar(
        name=name,
        label=entry.words("label"),
        weekend=tuple(_weekend(entry)),
        since=since or date.min,
        until=until or date.min,
        source=entry.source() if entry.has("source") else "",
        days=(*_days(entry, "days"), *_days(entry, "worked")),
        where=entry.where(),
    )
    if since and until:
        _check(calendar, notes)
    return calendar


def _weekend(entry: Entry) -> Iterator[Weekday]:
    if not entry.has("weekend"):
        entry.missing("weekend")
    for name in entry.names("weekend"):
        known = next((day for day in WEEKDAYS if day == name), None)
        if known:
            yield known
        else:
            todo = did_you_mean(name, WEEKDAYS)
            entry.notes.problem(entry.where("weekend"), "unknown_weekday", f"`{name}` is no day of the week.", todo)


def _days(entry: Entry, key: Literal["days", "worked"]) -> Iterator[DayOff]:
    """The dated days under the key; each cites a source, or the calendar does."""
    block = entry.block.get(key)
    if block is None:
        return
    if not isinstance(block, Block):
        entry.wrong(key, "dated lines, as `2026-01-01: {en: New Year, ar: رأس السنة}`")
        return
    for day, inner in block.items():
        where = Where(block.file, block.lines[day])
        if isinstance(day, date) and isinstance(inner, Block):
            yield _day(Entry(inner, entry.notes, f"`{day}`", (*LANGUAGES, "source")), day, where, key, entry)
        else:
            todo = "Write `2026-01-01: {en: New Year, ar: رأس السنة}`."
            entry.notes.problem(where, "wrong_type", f"`{day}` is no dated day of a calendar.", todo)


def _day(inner: Entry, day: date, where: Where, key: str, calendar: Entry) -> DayOff:
    source = inner.source() if inner.has("source") or not calendar.has("source") else calendar.text("source")
    label = {language: inner.text(language) for language in LANGUAGES}
    return DayOff(day, label, source, where, is_worked=key == "worked")


def _check(calendar: Calendar, notes: Notes) -> None:
    length = (calendar.until - calendar.since).days
    if length <= 0:
        message = f"`{calendar.name}` ends on {calendar.until}, not after it begins on {calendar.since}."
        notes.problem(calendar.where, "dates_out_of_order", message, "Correct `from` or `until`.")
    if length > MOST_DAYS:
        message = f"`{calendar.name}` holds {length:,} days; {MOST_DAYS:,} are allowed."
        notes.problem(calendar.where, "calendar_too_long", message, "Give it the years for which days are known.")
    if len(calendar.weekend) == len(WEEKDAYS):
        notes.problem(
            calendar.where, "no_working_day", f"`{calendar.name}` has no working day.", quoted(WEEKDAYS) + "."
        )
    seen: dict[date, Where] = {}
    for one in calendar.days:
        if not calendar.since <= one.day < calendar.until:
            message = f"{one.day} is not within `{calendar.name}`, {calendar.since} until before {calendar.until}."
            notes.problem(one.where, "outside_calendar", message, "Widen the calendar, or leave the day out.")
        if one.day in seen:
            message = f"{one.day} stands twice in `{calendar.name}`; the first is in {seen[one.day]}."
            notes.problem(one.where, "doubled_key", message, "Keep one of them.")
        seen.setdefault(one.day, one.where)
