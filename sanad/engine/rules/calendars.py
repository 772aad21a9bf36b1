"""Working days counted by a dated calendar, which knows nothing of the days outside it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from sanad.engine.rules.declared import Calendar, DayOff

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """`counts` says how many of the first so many days are worked; `days` are those, as days after the first."""

    declared: Calendar
    first: date
    last: date
    counts: tuple[int, ...]
    days: tuple[int, ...]

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last

    def place(self, day: date) -> int:
        return (day - self.first).days

    def at(self, place: int) -> date | None:
        """The working day of this number, from 0 on; None outside the calendar."""
        return self.first + timedelta(days=self.days[place]) if 0 <= place < len(self.days) else None

    def later(self, day: date, number: int) -> date | None:
        """So many working days after the day, or before it where the number is below 0."""
        if not self.holds(day):
            return None
        if number > 0:
            return self.at(self.counts[self.place(day) + 1] + number - 1)
        return self.at(self.counts[self.place(day)] + number) if number else day

    def following(self, day: date) -> date | None:
        """The day itself where it is a working day, else the next one."""
        return self.at(self.counts[self.place(day)]) if self.holds(day) else None

    def preceding(self, day: date) -> date | None:
        return self.at(self.counts[self.place(day) + 1] - 1) if self.holds(day) else None

    def between(self, first: date, last: date) -> int | None:
        """The working days after the first day, up to and with the last."""
        if not (self.holds(first) and self.holds(last)):
            return None
        return self.counts[self.place(last) + 1] - self.counts[self.place(first) + 1]

    def day_off(self, day: date) -> DayOff | None:
        """What the calendar says of the day, where it is more than a weekday."""
        return next((one for one in self.declared.days if one.day == day), None)


WAYS: dict[str, Callable[..., date | int | None]] = {
    "add_working_days": WorkingDays.later,
    "next_working_day": WorkingDays.following,
    "previous_working_day": WorkingDays.preceding,
    "working_days_between": WorkingDays.between,
}


def working_days(declared: Calendar) -> WorkingDays:
    """The calendar, day by day."""
    length = max((declared.until - declared.since).days, 0)
    exceptions = {one.day: one.is_worked for one in declared.days}
    counts, worked = [0], []
    for place in range(length):
        day = declared.since + timedelta(days=place)
        if exceptions.get(day, WEEKDAYS[day.weekday()] not in declared.weekend):
            worked.append(place)
        counts.append(len(worked))
    last = declared.since + timedelta(days=length - 1)
    return WorkingDays(declared, declared.since, last, tuple(counts), tuple(worked))
