"""English time expressions; a day that the text does not say is never filled in."""

from collections.abc import Callable, Sequence

from sanad.record.proposing.lexicon import Lexed
from sanad.record.proposing.page import Article, Moment
from sanad.record.proposing.times import Meaning, Read, calendar, day_of_month, duration, full_date, moments_by

SIZE = {"early": ("01", "03"), "mid": ("05", "08"), "late": ("10", "12")}


def moments_of(lexed: Lexed, articles: Sequence[Article]) -> list[Moment]:
    """Of the page, in their order."""
    return moments_by("en", _means, lexed, articles)


def _means(read: Read) -> Meaning:
    meaning = MEANINGS.get(read.rule)
    return meaning(read) if meaning else Meaning(None, read.rule if read.rule in KINDS else "relative")


def _month(read: Read) -> int:
    return calendar("en").months[read.parts.get("m") or read.parts["m2"]]


def _day(read: Read) -> str:
    return (read.parts.get("d") or read.parts["d2"]).rstrip("sthndr")


def _open(read: Read) -> Meaning:
    """What starts in a month is told by the month alone."""
    year, month = read.parts.get("y"), f"{_month(read):02}" if "m" in read.parts else ""
    norm = "-".join(part for part in (year or "XXXX", month) if part)
    if read.parts["to"] == "starting":
        return Meaning(norm, "open-ended")
    return Meaning(f"../{norm}" if read.parts["to"] in ("until", "till") else f"{norm}/..", "open-ended")


def _open_day(read: Read) -> Meaning:
    norm = day_of_month(_month(read), _day(read))
    return Meaning(f"../{norm}" if read.parts["to"] in ("until", "till") else f"{norm}/..", "open-ended")


def _part(read: Read) -> Meaning:
    since, until = SIZE[read.parts["p"]]
    return Meaning(f"{read.parts['y']}-{since}/{read.parts['y']}-{until}", "absolute")


def _length(read: Read) -> Meaning:
    return Meaning(_duration(read), "duration")


def _within(read: Read) -> Meaning:
    norm = None if "w" in read.parts else _duration(read)
    return Meaning(norm, "duration" if norm or "w" in read.parts else "vague")


def _hours(read: Read) -> Meaning:
    hours, minutes = _number(read.parts.get("h", "an")), _number(read.parts["n"])
    return Meaning(f"PT{hours}H{minutes}M" if hours and minutes else None, "duration")


def _duration(read: Read) -> str | None:
    number, further = (_number(read.parts[each]) if each in read.parts else 0 for each in ("n", "n2"))
    unit = calendar("en").units.get(read.parts.get("u", ""))
    return duration(unit, number + further) if unit and number and further is not None else None


def _number(word: str) -> int | None:
    return int(word) if word.isdigit() else calendar("en").numbers.get(word)


KINDS = frozenset(("sequence", "vague", "relative"))
MEANINGS: dict[str, Callable[[Read], Meaning]] = {
    "full": lambda read: Meaning(full_date(read.parts["y"], _month(read), _day(read)), "absolute", 0.97),
    "iso": lambda read: Meaning(full_date(read.parts["y"], int(read.parts["mm"]), read.parts["d"]), "absolute", 0.97),
    "month": lambda read: Meaning(f"{read.parts['y']}-{_month(read):02}", "absolute", 0.97),
    "day": lambda read: Meaning(day_of_month(_month(read), _day(read)), "absolute", 0.9),
    "alone": lambda read: Meaning(f"XXXX-{_month(read):02}", "absolute"),
    "year": lambda read: Meaning(read.parts.get("y"), "absolute", 0.9),
    "in_year": lambda read: Meaning(read.parts["y"], "absolute", 0.9),
    "year_edge": lambda read: Meaning(read.parts["y"], "absolute"),
    "year_season": lambda _: Meaning(None, "absolute"),
    "part_of": lambda _: Meaning(None, "relative", 0.8),
    "halves": lambda _: Meaning(None, "duration", 0.8),
    "open": _open,
    "open_day": _open_day,
    "part": _part,
    "length": _length,
    "hours": _hours,
    "within": _within,
    "range": lambda _: Meaning(None, "duration"),
    "no_end": lambda _: Meaning(None, "open-ended"),
    "until": lambda _: Meaning(None, "open-ended", 0.75),
    "anchored": lambda _: Meaning(None, "sequence", 0.8),
    "hour": lambda _: Meaning(None, "vague", 0.8),
    "ordinal": lambda _: Meaning(None, "vague", 0.8),
}
