"""Arabic time expressions; a day that the text does not say is never filled in."""

from collections.abc import Callable, Sequence
from functools import cache

from sanad.record.proposing.grammars import plain
from sanad.record.proposing.lexicon import Lexed
from sanad.record.proposing.page import Article, Moment
from sanad.record.proposing.tables import table_of
from sanad.record.proposing.times import Meaning, Read, calendar, day_of_month, duration, full_date, moments_by


def arabic_moments_of(lexed: Lexed, articles: Sequence[Article]) -> list[Moment]:
    """Of the page, in their order."""
    return moments_by("ar", _means, lexed, articles)


def _means(read: Read) -> Meaning:
    meaning = MEANINGS.get(read.rule)
    return meaning(read) if meaning else Meaning(None, read.rule if read.rule in KINDS else "relative", 0.8)


def _month(read: Read) -> int:
    return calendar("ar").months[read.parts["m"]]


def _in_month(read: Read) -> Meaning:
    return Meaning(f"{read.parts.get('y', 'XXXX')}-{_month(read):02}", "absolute", 0.95)


def _since(read: Read) -> Meaning:
    year = read.parts["y"]
    return Meaning(f"{year}/.." if read.parts["to"] == "منذ" else f"../{year}", "open-ended")


def _quarter(read: Read) -> Meaning:
    number = _quarters().get(read.parts["q"])
    return Meaning(f"{read.parts['y']}-{number}" if number else None, "absolute")


@cache
def _quarters() -> dict[str, int]:
    return {plain(name): number for name, number in table_of("times_ar")["quarters"].items()}


@cache
def _duals() -> dict[str, str]:
    return {plain(name): iso for name, iso in table_of("times_ar")["duals"].items()}


def _ordinal_day(read: Read) -> Meaning:
    day = _ordinals().get(read.parts["o"])
    year = read.parts.get("y", "XXXX")
    return Meaning(full_date(year, _month(read), str(day)) if day else None, "absolute", 0.9)


@cache
def _ordinals() -> dict[str, int]:
    return {plain(name).replace(" ", "_"): number for name, number in table_of("times_ar")["ordinals"].items()}


def _length(read: Read) -> Meaning:
    return Meaning(None if "w" in read.parts else _duration(read), "duration")


def _duration(read: Read) -> str | None:
    if "dual" in read.parts:
        return _duals()[read.parts["dual"]]
    words = [read.parts[name] for name in ("n", "n2") if name in read.parts] or ["1"]
    count = sum(int(word) if word.isdigit() else calendar("ar").numbers.get(word, 0) for word in words)
    return duration(calendar("ar").units[read.parts["u"]], count) if count else None


KINDS = frozenset(("sequence", "vague", "relative"))
MEANINGS: dict[str, Callable[[Read], Meaning]] = {
    "full": lambda read: Meaning(full_date(read.parts["y"], _month(read), read.parts["d"]), "absolute", 0.97),
    "hijri": lambda _: Meaning(None, "absolute", 0.9),
    "numeric": lambda _: Meaning(None, "absolute", 0.9),
    "day": lambda read: Meaning(day_of_month(_month(read), read.parts["d"]), "absolute", 0.9),
    "ordinal_day": _ordinal_day,
    "range": lambda _: Meaning(None, "duration"),
    "month": _in_month,
    "alone": _in_month,
    "edge_month": _in_month,
    "quarter": _quarter,
    "year": lambda read: Meaning(read.parts["y"], "absolute", 0.9),
    "year_season": lambda _: Meaning(None, "absolute"),
    "since": _since,
    "after": lambda read: Meaning(_duration(read), "sequence"),
    "ago": lambda _: Meaning(None, "relative"),
    "length": _length,
    "open": lambda _: Meaning(None, "open-ended"),
}
