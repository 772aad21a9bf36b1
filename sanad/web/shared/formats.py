"""Numbers, sums, days and references as pages show them: in the reader's language and digits, and each isolated from
the direction of the text around it."""

import re
from datetime import date, datetime

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localtime
from django.utils.translation import get_language

from sanad.engine.money import exponent
from sanad.engine.rules.words.catalogue.plain import ARABIC_CURRENCIES, MONTHS
from sanad.engine.rules.words.pen import digits
from sanad.web.shared.digits import as_chosen

Day = date | datetime
REFERENCE = re.compile(r"\b[A-Z]{1,5}-[A-Z]?[0-9]+(?:-[0-9]+)*\b")
BETWEEN = {"en": "between {first} and {last}", "ar": "بين {first} و{last}"}
ON = {"en": "on {first}", "ar": "في {first}"}
MOMENTS = {"en": "{day}, {clock}", "ar": "{day}، الساعة {clock}"}


def language() -> str:
    return (get_language() or "ar")[:2]


def number(value: int, scale: int = 0) -> SafeString:
    """A whole number, or one in tenths to the `scale`."""
    return _isolated(digits(value, scale))


def figure(minor: int, currency: str) -> SafeString:
    """A sum without its unit, for a column whose caption says it."""
    decimals = exponent(currency)
    return _isolated(digits(minor, decimals, decimals))


def money(minor: int, currency: str) -> SafeString:
    """A sum in minor units with its currency: `31,000 USD`, `31,000 دولار`."""
    return format_html("{}&nbsp;{}", figure(minor, currency), unit_of(minor, currency))


def unit_of(minor: int, currency: str) -> str:
    """The currency's word for this sum; the ISO code where the language has none."""
    if language() != "ar" or currency not in ARABIC_CURRENCIES:
        return currency
    many, few = ARABIC_CURRENCIES[currency]
    whole, rest = divmod(abs(minor), 10 ** exponent(currency))
    return few if not rest and 3 <= whole % 100 <= 10 else many


def day(value: Day) -> SafeString:
    """A day with its month in words; a moment is told as the day that it fell on here."""
    on = localtime(value).date() if isinstance(value, datetime) else value
    return format_html('<time datetime="{}">{}</time>', on.isoformat(), _day_in_words(on))


def moment(value: datetime) -> SafeString:
    """A day and the hour on the clock here."""
    here = localtime(value)
    clock = _isolated(f"{here:%H:%M}")
    words = format_html(MOMENTS[language()], day=_day_in_words(here.date()), clock=clock)
    return format_html('<time datetime="{}">{}</time>', here.isoformat(timespec="minutes"), words)


def span(first: date, last: date) -> SafeString:
    """Between two days, the year said once where it is one; of one day, on it."""
    told = {"first": day(first), "last": day(last)}
    if first == last:
        return format_html(ON[language()], **told)
    if first.year == last.year:
        told["first"] = format_html('<time datetime="{}">{}</time>', first.isoformat(), _day_and_month(first))
    return format_html(BETWEEN[language()], **told)


def reference(text: object) -> SafeString:
    """A number of a claim, a telephone, a hash: one line, left to right, Latin digits."""
    return format_html('<bdi class="ref" dir="ltr">{}</bdi>', text)


def with_references(text: object) -> SafeString:
    """A sentence in which numbers of claims, rounds and payments stay whole and keep their direction."""
    plain = str(text)
    if isinstance(plain, SafeString):  # it has its own elements already
        return plain
    return mark_safe(REFERENCE.sub(lambda found: reference(found[0]), escape(plain)))  # escaped before


def typed(text: object) -> SafeString:
    """Words that people typed: their own direction, and broken where they are too long."""
    return format_html('<span class="typed" dir="auto">{}</span>', text)


def _isolated(written: str) -> SafeString:
    """`written` are digits and signs between them, of which HTML reads none."""
    return SafeString(f"<bdi>{as_chosen(written, language())}</bdi>")


def _day_in_words(on: date) -> SafeString:
    return format_html("{} {}", _day_and_month(on), _isolated(str(on.year)))


def _day_and_month(on: date) -> SafeString:
    return format_html("{} {}", _isolated(str(on.day)), MONTHS[language()][on.month - 1])
