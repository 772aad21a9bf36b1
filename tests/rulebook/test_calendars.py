"""Calendars and clocks as files say them: what is read, what is refused, and what counts in the hash."""

from datetime import date
from pathlib import Path

import pytest

from sanad.rulebook.reading import canonical_text, load_canonical, load_programme
from tests.rulebook.folders import add, problems

CALENDAR = """\
label: {en: Town, ar: البلدة}
weekend: [saturday, sunday]
from: 2026-01-01
until: 2027-01-01
source: circular-1
days:
  2026-05-01: {en: Labour Day, ar: عيد العمال}
worked:
  2026-05-02: {en: Worked instead, ar: يوم بديل, source: circular-1}
"""
CLOCK = """
clocks:
  appeal:
    label: {en: Appeal, ar: الاعتراض}
    starts: filed_on
    length: 30
    unit: days
    if_not_working: next
    calendar: town
    extended:
      - {until: 2026-06-30, decided_on: 2026-05-02, source: circular-1,
         by_body: {en: Council, ar: المجلس}, reason: {en: Flood, ar: فيضان}}
    source: circular-1
"""


def with_calendar(town: Path, calendar: str = CALENDAR, clock: str = CLOCK) -> Path:
    (town / "calendars").mkdir()
    (town / "calendars/town.yaml").write_text(calendar, encoding="utf-8")
    add(town, "rules.yaml", clock)
    return town


def test_a_calendar_and_a_clock_are_read_with_their_sources(town: Path):
    programme = load_programme(with_calendar(town))

    calendar, clock = programme.calendars[0], programme.clocks[0]

    assert (calendar.name, calendar.weekend) == ("town", ("saturday", "sunday"))
    assert [(one.day, one.is_worked, one.source) for one in calendar.days] == [
        (date(2026, 5, 1), False, "circular-1"),
        (date(2026, 5, 2), True, "circular-1"),
    ]
    assert (clock.starts.text, clock.length.text, clock.unit, clock.calendar) == ("filed_on", "30", "days", "town")
    assert clock.extended[0].until.text == "'2026-06-30'"


def test_a_stored_programme_keeps_its_calendars_and_clocks(town: Path):
    programme = load_programme(with_calendar(town))

    again = load_canonical(canonical_text(programme))

    assert again.hash == programme.hash
    assert (len(again.calendars), again.clocks[0].extended[0].decided_on) == (1, date(2026, 5, 2))


def test_another_holiday_gives_another_hash(town: Path):
    before = load_programme(with_calendar(town)).hash

    (town / "calendars/town.yaml").write_text(CALENDAR.replace("05-01", "05-04"), encoding="utf-8")

    assert load_programme(town).hash != before


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("saturday", "caturday", "unknown_weekday"),
        ("until: 2027-01-01", "until: 2025-01-01", "dates_out_of_order"),
        ("until: 2027-01-01", "until: 2089-01-01", "calendar_too_long"),
        ("2026-05-01", "2028-05-01", "outside_calendar"),
        ("worked:\n  2026-05-02", "worked:\n  2026-05-01", "doubled_key"),
        ("weekend: [saturday, sunday]\n", "", "missing"),
        ("source: circular-1\ndays", "days", "missing"),
        ("{en: Labour Day, ar: عيد العمال}", "Labour Day", "wrong_type"),
        ("source: circular-1", "source: circular-9", "unknown_source"),
        ("[saturday, sunday]", "[monday, tuesday, wednesday, thursday, friday, saturday, sunday]", "no_working_day"),
    ],
)
def test_a_calendar_that_says_something_wrong_is_refused(town: Path, old: str, new: str, code: str):
    assert old in CALENDAR

    found = problems(with_calendar(town, CALENDAR.replace(old, new, 1)))

    assert code in {problem.code for problem in found}


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("    if_not_working: next\n", "", "missing"),
        ("    calendar: town\n", "", "missing"),
        ("until: 2026-06-30, ", "", "until_or_by"),
        ("until: 2026-06-30, ", "until: 2026-06-30, by: 3, ", "until_or_by"),
        ("decided_on: 2026-05-02, ", "", "missing"),
        ("unit: days", "unit: weeks", "wrong_type"),
        ("appeal:", "people:", "doubled_name"),
    ],
)
def test_a_clock_that_leaves_something_open_is_refused(town: Path, old: str, new: str, code: str):
    assert old in CLOCK

    found = problems(with_calendar(town, clock=CLOCK.replace(old, new, 1)))

    assert code in {problem.code for problem in found}
