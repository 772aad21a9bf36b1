"""Working days by a dated calendar, and the terms that run by them."""

from datetime import date
from decimal import Decimal

import pytest

from sanad.engine.rules.building import build
from sanad.engine.rules.deciding import decide
from sanad.engine.rules.declared import Calendar, Clock, DayOff, Extension, Programme
from sanad.engine.rules.interpreter import Interpreter
from sanad.engine.rules.problems import ProgrammeRefused
from sanad.engine.rules.records import Record
from sanad.engine.rules.words.blocks import as_text
from sanad.engine.rules.words.context import Context
from sanad.engine.rules.words.explaining import explain
from tests.engine.building import HERE, expression, gate, line, programme, value, version

BODY = {"en": "the Council", "ar": "المجلس"}
REASON = {"en": "the roads were closed", "ar": "كانت الطرق مغلقة"}
EID = DayOff(date(2020, 5, 25), {"en": "Feast", "ar": "العيد"}, "gazette", HERE)
WORKED = DayOff(date(2020, 5, 30), {"en": "Worked instead", "ar": "يوم عمل بديل"}, "gazette", HERE, is_worked=True)
NAMED = {"en": "Town calendar", "ar": "تقويم البلدة"}
TOWN = Calendar(
    "town", NAMED, ("saturday", "sunday"), date(2020, 1, 1), date(2021, 1, 1), "gazette", (EID, WORKED), HERE
)
FRIDAY, SATURDAY, MONDAY = date(2020, 5, 22), date(2020, 5, 23), date(2020, 5, 25)


def with_calendar(*clocks: Clock, **parts: object) -> Programme:
    return programme(calendars=[TOWN], clocks=clocks, **parts)


def clock(length: str = "10", unit="days", starts: str = "filed_on", **more: object) -> Clock:
    named = {"en": "Appeal", "ar": "الاعتراض"}
    return Clock("appeal", "claim", named, expression(starts), expression(length), unit, "gazette", HERE, **more)


def extension(decided_on: date, **more: object) -> Extension:
    return Extension(decided_on, BODY, REASON, "gazette", HERE, **more)


def last_day(declared: Clock, on: date = date(2020, 6, 15), values=(), **facts: object) -> object:
    rules = build(with_calendar(declared, values=values))
    return Interpreter(rules, on).evaluate(rules.definitions["appeal"].node, Record("claim", "Amal", facts))[0]


def counted(text: str, day: date = FRIDAY) -> object:
    rules = build(with_calendar(clock(starts=text, length="0", if_not_working="stays")))
    found, _ = Interpreter(rules, day).evaluate(
        rules.definitions["appeal"].node, Record("claim", "Amal", {"filed_on": day})
    )
    return found


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("add_working_days(filed_on, 1, 'town')", date(2020, 5, 26)),
        ("add_working_days(filed_on, 5, 'town')", date(2020, 5, 30)),
        ("add_working_days(filed_on, 6, 'town')", date(2020, 6, 1)),
        ("add_working_days(filed_on, -1, 'town')", date(2020, 5, 21)),
        ("add_working_days(filed_on, 0, 'town')", FRIDAY),
        ("next_working_day(filed_on, 'town')", FRIDAY),
        ("next_working_day(add_days(filed_on, 1), 'town')", date(2020, 5, 26)),
        ("previous_working_day(add_days(filed_on, 3), 'town')", FRIDAY),
        ("previous_working_day(filed_on, 'town')", FRIDAY),
    ],
)
def test_weekends_and_holidays_are_left_out_and_a_day_that_is_worked_counts(text, day):
    assert counted(text) == day


def test_working_days_are_counted_after_the_first_day_and_with_the_last():
    text = "add_days(filed_on, working_days_between(filed_on, '2020-06-02', 'town'))"

    assert counted(text) == date(2020, 5, 29)


@pytest.mark.parametrize("day", [date(2019, 12, 31), date(2021, 1, 1)])
def test_a_day_outside_the_calendar_is_an_error_that_says_where_it_ends(day):
    rules = build(with_calendar(lines=[line("home", "100", when="next_working_day(filed_on, 'town') > filed_on")]))
    claim = Record("claim", "Amal", {"filed_on": day})

    decision = decide(rules, claim, date(2020, 6, 15))
    text = as_text(explain(rules, decision, "en", run=Interpreter(rules, date(2020, 6, 15)), context=Context()))

    assert (decision.outcome, decision.reasons) == ("error", ("not_in_force",))
    assert "“Town calendar” begins on 1 January 2020 and ends on 31 December 2020" in text


@pytest.mark.parametrize(
    ("declared", "day"),
    [
        (clock("10", if_not_working="stays"), date(2020, 6, 1)),
        (clock("10", first_day_counts=True, if_not_working="stays"), date(2020, 5, 31)),
        (clock("1", if_not_working="next", calendar="town"), date(2020, 5, 26)),
        (clock("1", if_not_working="previous", calendar="town"), FRIDAY),
        (clock("1", if_not_working="next", calendar="town", last_day="excluded"), MONDAY),
        (clock("1", "months"), date(2020, 6, 22)),
        (clock("1", "months", first_day_counts=True), date(2020, 6, 21)),
        (clock("2", "working_days", calendar="town"), date(2020, 5, 27)),
        (clock("2", "working_days", calendar="town", first_day_counts=True), date(2020, 5, 26)),
    ],
)
def test_a_term_ends_as_its_clock_says(declared, day):
    assert last_day(declared, filed_on=FRIDAY) == day


def test_the_length_may_be_a_dated_value():
    days = value("days", version(date(2020, 1, 1), Decimal(30)), version(date(2020, 6, 1), Decimal(60)), kind="integer")

    assert last_day(clock("days"), values=[days], filed_on=FRIDAY) == date(2020, 7, 21)
    assert last_day(clock("as_of(days, filed_on)"), values=[days], filed_on=FRIDAY) == date(2020, 6, 21)


def test_an_extension_counts_from_the_day_on_which_it_was_decided():
    moved = clock(extended=(extension(date(2020, 6, 10), until=expression("'2020-07-31'")),))

    assert last_day(moved, on=date(2020, 6, 9), filed_on=FRIDAY) == date(2020, 6, 1)
    assert last_day(moved, on=date(2020, 6, 10), filed_on=FRIDAY) == date(2020, 7, 31)
    assert last_day(moved, filed_on=date(2020, 8, 1)) == date(2020, 8, 11)


def test_an_extension_holds_for_those_whom_it_names():
    moved = clock(extended=(extension(date(2020, 6, 10), by=expression("20"), when=expression("grade >= 4")),))

    assert last_day(moved, filed_on=FRIDAY, grade=4) == date(2020, 6, 21)
    assert last_day(moved, filed_on=FRIDAY, grade=3) == date(2020, 6, 1)
    assert last_day(moved, filed_on=FRIDAY) is None
    assert last_day(moved, on=date(2020, 6, 1), filed_on=FRIDAY) == date(2020, 6, 1)


def explained(language: str, declared: Clock, **facts: object) -> str:
    rules = build(
        with_calendar(declared, gates=[gate("too_late", "version_date > appeal")], lines=[line("home", "100")])
    )
    decision = decide(rules, Record("claim", "Amal", facts), date(2020, 6, 15))
    return as_text(explain(rules, decision, language, run=Interpreter(rules, date(2020, 6, 15)), context=Context()))


def test_a_refusal_says_how_the_term_came_to_its_last_day():
    extended = (extension(date(2020, 6, 1), by=expression("2"), when=expression("grade > 1")),)
    declared = clock("1", if_not_working="next", calendar="town", extended=extended, may_extend=BODY)

    english = explained("en", declared, filed_on=FRIDAY, grade=2)
    arabic = explained("ar", declared, filed_on=FRIDAY, grade=2)

    assert "“Appeal”: the last day is 26 May 2020; it starts with “said” (22 May 2020); length in days: 1" in english
    assert "25 May 2020 (Feast) is no working day by “Town calendar”, so the term goes on to the next one" in english
    assert "extended by 2 (days) by the Council, decided on 1 June 2020: the roads were closed" in english
    assert "for whom: “said” is 2 (more than 1)" in english
    assert "who may extend it: the Council" in english
    assert "مُدّدت" in arabic
    assert "ليس يوم عمل بحسب" in arabic


@pytest.mark.parametrize(
    ("declared", "code"),
    [
        (clock("grade - 2"), "bad_length"),
        (clock("0", first_day_counts=True), "bad_length"),
        (clock("cost"), "wrong_arguments"),
        (clock("10", starts="grade"), "date_needed"),
        (clock("10", "working_days", calendar="twon"), "unknown_calendar"),
        (clock("10", starts="appeal"), "cycle"),
        (clock(extended=(extension(date(2020, 6, 1), by=expression("grade - 9")),)), "bad_length"),
        (clock(starts="next_working_day(filed_on, grade)"), "calendar_needed"),
    ],
)
def test_a_clock_that_cannot_run_is_refused(declared, code):
    with pytest.raises(ProgrammeRefused) as refused:
        build(with_calendar(declared))

    assert refused.value.problems[0].code == code
