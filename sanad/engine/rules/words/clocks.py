"""A term in words: its last day, from when it ran and for how long, why it ends when it does, and who moved it."""

from collections.abc import Callable, Iterator
from datetime import date

from sanad.engine.rules.checking.clocks import TypedClock, TypedExtension
from sanad.engine.rules.words.speech import Speech
from sanad.engine.rules.words.teller import Teller

Cite = Callable[[str], str]
"""How a source is pointed to."""


def clock_in_words(cite: Cite, teller: Teller, clock: TypedClock) -> str:
    """One sentence for the clock, all its parts behind one another; without a claim, the rule of it."""
    declared, speech = clock.declared, teller.speech
    name, source = speech.pen.quoted(declared.label), cite(declared.source)
    last = _day(teller, clock)
    if teller.run is None:
        head, moved = f"{name}{source}", _rules(speech, clock)
    else:
        phrase = "clock_ends" if last else "clock_open"
        head, moved = speech.say(phrase, name=name, source=source, last=last), _moved(teller, clock)
    parts = [*_runs(teller, clock), *moved, *_extended(cite, teller, clock)]
    if declared.may_extend:
        parts.append(speech.say("clock_may_extend", body=speech.pen.words(declared.may_extend)))
    return speech.say("step", text=teller.joined([head, *parts], "semicolon"), source="")


def _day(teller: Teller, clock: TypedClock) -> str:
    day, _ = teller.found(clock.node)
    return teller.speech.pen.day(day) if isinstance(day, date) else ""


def _runs(teller: Teller, clock: TypedClock) -> Iterator[str]:
    declared, speech = clock.declared, teller.speech
    yield speech.say("clock_starts", start=teller.text(clock.starts))
    by = {"calendar": speech.calendar(declared.calendar)} if declared.unit == "working_days" else {}
    yield speech.say(f"clock_{declared.unit}", length=teller.text(clock.length), **by)
    yield speech.say("clock_first_day_counts" if declared.first_day_counts else "clock_first_day_is_not_counted")


def _moved(teller: Teller, clock: TypedClock) -> Iterator[str]:
    """Only where the last day fell on a day on which nobody works, or is itself too late."""
    (counted, _), (moved, _) = teller.found(clock.counted), teller.found(clock.moved)
    speech, declared = teller.speech, clock.declared
    if not isinstance(counted, date) or not isinstance(moved, date):
        return
    if moved != counted:
        day, calendar = _day_off(speech, declared.calendar, counted), speech.calendar(declared.calendar)
        phrase = "clock_next" if declared.if_not_working == "next" else "clock_previous"
        yield speech.say(phrase, day=day, calendar=calendar, moved=speech.pen.day(moved))
    if declared.last_day == "excluded":
        yield speech.say("clock_excluded", day=speech.pen.day(moved))


def _rules(speech: Speech, clock: TypedClock) -> Iterator[str]:
    """What follows where the last day is no working day, and whether it is in time itself."""
    declared = clock.declared
    if declared.unit != "working_days":
        calendar = speech.calendar(declared.calendar) if declared.calendar else ""
        yield speech.say(f"clock_if_{declared.if_not_working}", calendar=calendar)
    yield speech.say(f"clock_last_day_{declared.last_day}")


def _day_off(speech: Speech, calendar: str, day: date) -> str:
    """With the name of the holiday, where it is one."""
    off = speech.rules.calendars[calendar].day_off(day)
    written = speech.pen.day(day)
    return speech.say("holiday", day=written, name=speech.pen.words(off.label)) if off else written


def _extended(cite: Cite, teller: Teller, clock: TypedClock) -> Iterator[str]:
    """The extensions that apply to this claim; the others are another's affair."""
    for one in clock.extensions:
        if teller.run is None or teller.found(one.applies)[0] is True:
            yield _extension(cite, teller, clock, one)
            if one.when is not None:
                yield teller.speech.say("clock_for_whom", condition=teller.holds(one.when))


def _extension(cite: Cite, teller: Teller, clock: TypedClock, one: TypedExtension) -> str:
    speech, declared = teller.speech, one.declared
    gaps = {
        "body": speech.pen.words(declared.by_body),
        "decided": speech.pen.day(declared.decided_on),
        "reason": speech.pen.words(declared.reason),
        "source": cite(declared.source),
    }
    if one.until is not None:
        return speech.say("clock_until", until=teller.text(one.until), **gaps)
    assert one.by is not None
    unit = speech.say(f"unit_{clock.declared.unit}")
    return speech.say("clock_by", by=teller.text(one.by), unit=unit, **gaps)


def calendar_ends(speech: Speech, name: str, cite: Cite) -> str:
    calendar = speech.rules.calendars[name]
    since, last = speech.pen.day(calendar.first), speech.pen.day(calendar.last)
    source = cite(calendar.declared.source) if calendar.declared.source else ""
    return speech.say("calendar_ends", calendar=speech.calendar(name), since=since, last=last, source=source)
