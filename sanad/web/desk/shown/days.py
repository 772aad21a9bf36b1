"""A day as a text gives it (EDTF), in words: a month without its day stays one; what is not said is not filled in."""

import re
from datetime import date

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from sanad.engine.rules.words.catalogue.plain import MONTHS
from sanad.web.shared.formats import day, language, reference

PARTS = re.compile(r"(?P<year>\d{4}|XXXX)(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d{2}))?)?(?P<sure>[~?%]?)")
OPEN = ("", "..")


def in_words(edtf: str) -> SafeString:
    """What is no day of these kinds, such as a season or a length of time, stays as it is written."""
    if not edtf:
        return SafeString("")
    first, slash, last = edtf.partition("/")
    if not slash:
        return _one(edtf)
    if last in OPEN:
        return format_html(gettext("from {first} on"), first=_one(first))
    if first in OPEN:
        return format_html(gettext("until {last}"), last=_one(last))
    return format_html(gettext("between {first} and {last}"), first=_one(first), last=_one(last))


def _one(edtf: str) -> SafeString:
    found = PARTS.fullmatch(edtf)
    if not found:
        return reference(edtf)
    words = _plain(found["year"], found["month"], found["day"])
    if not found["sure"]:
        return words
    return format_html(gettext("about {day}") if found["sure"] == "~" else gettext("{day}, not certain"), day=words)


def _plain(year: str, month: str | None, number: str | None) -> SafeString:
    known = year != "XXXX"
    if known and month and number:
        return _by_the_calendar(int(year), int(month), int(number))
    named = MONTHS[language()][int(month) - 1] if month else ""
    told = format_html("{} {}", reference(int(number)), named) if number else format_html("{}", named)
    if not known:
        return format_html(gettext("{day}, the year is not said"), day=told)
    return format_html("{} {}", told, reference(year)) if month else reference(year)


def _by_the_calendar(year: int, month: int, number: int) -> SafeString:
    """A day that no calendar has stays as it is written."""
    try:
        return day(date(year, month, number))
    except ValueError:
        return reference(f"{year:04}-{month:02}-{number:02}")
