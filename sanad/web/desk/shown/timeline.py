"""Days on an axis: a day as a stroke, a month or a year as wide as it is, an open end up to the edge."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.html import format_html
from django.utils.safestring import SafeString

from sanad.record.days import Within
from sanad.record.selectors.timeline import Dated

NARROWEST = 120
"""Of ten thousand: a day can still be seen on an axis of many years."""
UNSURE = "~?%"
WHOLE = 10_000


@dataclass(frozen=True, slots=True)
class Axis:
    """From the first day of the first to the last of the last, with a little room on both sides."""

    first: date
    last: date

    @property
    def days(self) -> int:
        return max((self.last - self.first).days, 1)

    @property
    def ends(self) -> tuple[str, str]:
        """The months at both ends, as EDTF."""
        return f"{self.first:%Y-%m}", f"{self.last:%Y-%m}"

    def at(self, day: date) -> int:
        """Of ten thousand."""
        return (day - self.first).days * WHOLE // self.days


@dataclass(frozen=True, slots=True)
class Row:
    """`drawn` is empty where no day of a calendar is given; `number` is the place in the order of telling."""

    dated: Dated
    drawn: SafeString
    number: int | None


def axis_of(dated: Iterable[Dated]) -> Axis | None:
    """None where nothing is dated."""
    withins = [one.within for one in dated if one.within]
    ends = [day for one in withins for day in (one.first, one.last) if day]
    if not ends:
        return None
    room = max((max(ends) - min(ends)).days // 20, 1)
    return Axis(max(min(ends), date(1, 1, 1) + timedelta(room)) - timedelta(room), _later(max(ends), room))


def _later(day: date, room: int) -> date:
    return min(day, date(9999, 12, 31) - timedelta(room)) + timedelta(room)


def rows_of(dated: Sequence[Dated], axis: Axis | None) -> list[Row]:
    return [
        Row(
            one,
            _drawn(one, axis) if axis and one.within else SafeString(""),
            one.statement.narrative_no if one.statement else None,
        )
        for one in dated
    ]


def _drawn(one: Dated, axis: Axis) -> SafeString:
    """Dashed where the text is not sure, where a person concluded it, and where an end is open."""
    within = one.within or Within(None, None)
    start = axis.at(within.first) if within.first else 0
    end = axis.at(within.last + timedelta(1)) if within.last else WHOLE
    wide = max(end - start, NARROWEST)
    start = min(start, WHOLE - wide)
    is_sure = bool(within.first and within.last and one.basis != "inferred" and not set(UNSURE) & set(one.when))
    kind = ("f-ink" if one.event else "f-accent") if is_sure else "s-none"
    y, tall = ("0", "100%") if is_sure else ("10%", "80%")
    return format_html(
        '<svg class="bar" aria-hidden="true"><rect class="{}" x="{}" width="{}" y="{}" height="{}"/></svg>',
        *(kind, _percent(start), _percent(min(wide, WHOLE)), y, tall),
    )


def _percent(share: int) -> str:
    return f"{share // 100}.{share % 100:02d}%"
