"""Numbers as the public page shows them; sums of millions are rounded there and whole in the table below."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from sanad.engine.money import exponent, scaled
from sanad.publication.words import NUMBERS
from sanad.web.public.words import ASKS, SOURCES, not_told
from sanad.web.shared.digits import as_chosen
from sanad.web.shared.formats import figure, language, money, number

MILLION = 1_000_000
HOMES = "homes"
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Number:
    """One number of a programme. `value` is in minor units, or counts homes; None where it is not told."""

    code: str
    value: int | None
    unit: str
    state: str
    as_of: date | None
    source: str

    @property
    def name(self) -> object:
        return NUMBERS[self.code]

    @property
    def asks(self) -> object:
        return ASKS[self.code]

    @property
    def comes_from(self) -> object:
        return SOURCES[self.source]

    @property
    def words(self) -> object:
        """In its place where it is not told."""
        return not_told(self.state, self.code)

    @property
    def is_held(self) -> bool:
        return self.state == "held"

    @property
    def short(self) -> SafeString | str:
        if self.value is None:
            return ""
        return number(self.value) if self.unit == HOMES else short_sum(self.value, self.unit)

    @property
    def whole(self) -> SafeString | str:
        if self.value is None:
            return ""
        return number(self.value) if self.unit == HOMES else money(self.value, self.unit)


def number_of(row: Row) -> Number:
    unit, value = row["unit"], row["value"]
    minor = None if value is None else int(value) if unit == HOMES else minor_of(value, unit)
    return Number(row["number"], minor, unit, row["state"], day_of(row["as_of"]), row["source"])


def minor_of(value: str, currency: str) -> int:
    return scaled(Decimal(value), exponent(currency))


def day_of(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def short_sum(minor: int, currency: str) -> SafeString | str:
    """`17.2 M` from a million on, rounded to the nearest tenth; below it the sum itself."""
    unit = 10 ** exponent(currency)
    if minor < MILLION * unit:
        return figure(minor, currency)
    whole, tenth = divmod((minor * 10 + MILLION * unit // 2) // (MILLION * unit), 10)
    written = format_html("<bdi>{}</bdi>", as_chosen(f"{whole:,}.{tenth}", language()))
    return format_html(gettext("{number} M"), number=written)
