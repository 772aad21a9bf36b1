"""Arabic time expressions: months of the Levant, the Gulf and the Maghreb; Hijri ones stay as they are."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from sanad.record.proposing.page import Moment, Span
from sanad.record.proposing.tables import table_of
from sanad.record.proposing.times import FOUR_DIGITS, Meaning, Read, Rule, Rules, day_of_month, full_date, moments_by

YEAR = r"(?:(?:1[89]|20)\d\d|[١٢][٠-٩]{3})"
DAY = r"(?:\d{1,2}|[٠-٩]{1,2})"
WEEKDAY = "(?:الأحد|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت)"
SINCE = "(?:(?:ابتداءً من|اعتبارًا من|بحلول|قبل|منذ|حتى|في غضون|خلال|بعد) )?"
NEAR = "(?: (?:الماضية?|المقبلة?|القادمة?|الجاري|الحالي))"
EXACT = {"أمس": -1, "اليوم": 0, "غدًا": 1, "أول أمس": -2, "أوّل أمس": -2, "أوّل من أمس": -2, "أول من أمس": -2}
JOINED = "(?:[وف]?[بل]?)"
"""Letters that are joined to the word before the expression begins are no part of it."""


@dataclass(frozen=True, slots=True)
class Times:
    months: dict[str, int]
    numbers: dict[str, int]
    units: dict[str, str]
    duals: dict[str, str]
    hijri: list[str]


@cache
def _times() -> Times:
    told = table_of("ar")
    months = {name: int(number) for number, names in told["months"].items() for name in names}
    units = {name: iso for iso, names in told["units"].items() for name in names}
    return Times(months, told["numbers"], units, told["duals"], told["hijri"])


@cache
def _rules() -> Rules:
    told = _times()
    month, unit, dual, hijri = (_any(each) for each in (told.months, told.units, told.duals, told.hijri))
    count = rf"(?:\d+|[٠-٩]+|{_any(told.numbers)})"
    span = "نهاية|مطلع|أوائل|أواخر|منتصف|موفى|آخر"
    patterns = (
        ("full", rf"{SINCE}(?:يوم )?(?:{WEEKDAY} )?(?P<d>{DAY}) (?P<m>{month})(?: من)?(?: عام| سنة)?،? (?P<y>{YEAR})"),
        ("hijri", rf"(?:{DAY} (?:{hijri})(?: (?:\d{{4}}|[٠-٩]{{4}}))?|(?:{hijri}) (?:\d{{4}}|[٠-٩]{{4}}))(?: ?هـ)?"),
        ("day", rf"{SINCE}(?:يوم )?(?:{WEEKDAY} )?(?P<d>{DAY}) (?P<m>{month})"),
        ("month", rf"{SINCE}(?:شهر )?(?P<m>{month})(?: من)?(?: عام| سنة)? (?P<y>{YEAR})"),
        ("relative", rf"(?:قبل |منذ |حتى |مع )?(?:{span}) (?:(?:هذا )?(?:الشهر|العام|السنة|الأسبوع)|{month}){NEAR}?"),
        ("relative", rf"(?:قبل |منذ |حتى )?(?:{month}|الأسبوع|الشهر|العام|السنة|الصيف|الشتاء){NEAR}"),
        (
            "relative",
            (
                r"أوّ?ل (?:من )?أمس|أمس|اليوم(?! (?:الأول|الثاني|الثالث|التالي))|غدًا|"
                r"هذا (?:الأسبوع|الشهر|العام)"
            ),
        ),
        ("open", r"حتى إشعار آخر|حتى الساعة|منذ (?:سنوات|أشهر|أسابيع|أيام|سنة|زمن(?: بعيد)?)"),
        ("vague", r"خلال (?:أيام|أسابيع|أشهر|سنوات)|في (?:الأيام|الأسابيع|الأشهر) (?:المقبلة|الأخيرة|الماضية)|قريبًا"),
        ("since", rf"(?P<to>منذ|حتى) (?:العام |عام |سنة )?(?P<y>{YEAR})"),
        ("after", rf"بعد (?:(?P<dual>{dual})|(?P<n>{count}) (?P<u>{unit}))"),
        ("ago", rf"(?:قبل|منذ) (?:(?:{dual})|(?:نحو |أكثر من )?{count}(?: و{count})? (?:{unit}))"),
        ("length", rf"(?:خلال|في غضون|في ظرف|طوال) (?:(?P<dual>{dual})|(?P<n>{count})? ?(?P<u>{unit}))(?P<w> عمل)?"),
        ("length", rf"(?P<dual>{dual})|(?P<n>{count}) (?P<u>{unit})(?P<w> عمل)?|(?P<one>ساعة|ليلة) (?:كاملة|واحدة)"),
        ("alone", rf"{SINCE}(?:شهر )?(?P<m>{month})"),
        ("year", rf"(?:(?:عام|العام|سنة) )?(?P<y>{YEAR})"),
        ("relative", rf"(?:(?:صباح|مساء|ظهر|بعد ظهر|ليل|يوم) )?{WEEKDAY}{NEAR}?"),
    )
    a_month = re.compile(month)

    def needs(pattern: str) -> re.Pattern[str] | None:
        return FOUR_DIGITS if "(?P<y>" in pattern else a_month if "(?P<m>" in pattern else None

    return [
        Rule(rule, re.compile(rf"(?<!\w){JOINED}(?P<time>{pattern})(?!\w)"), needs(pattern))
        for rule, pattern in patterns
    ]


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def arabic_moments_of(text: str, article: str, paragraph: Span, published: date | None = None) -> list[Moment]:
    """Of one paragraph, in their order. `published` is the day of the page, where it says one."""
    return moments_by(_rules(), _means, text, article, paragraph, published)


def _means(read: Read, published: date | None) -> Meaning | None:
    meaning = MEANINGS.get(read.rule)
    if meaning:
        return meaning(read)
    days = EXACT.get(read.parts["time"])
    exact = (published + timedelta(days=days)).isoformat() if published and days is not None else None
    return Meaning(exact, "relative", 0.8)


def _month(read: Read) -> int:
    return _times().months[read.parts["m"]]


def _since(read: Read) -> Meaning:
    year = read.parts["y"]
    return Meaning(f"{year}/.." if read.parts["to"] == "منذ" else f"../{year}", "open-ended")


def _length(read: Read) -> Meaning:
    if "w" in read.parts:
        return Meaning(None, "duration")
    return Meaning(_duration(read), "duration")


def _duration(read: Read) -> str | None:
    parts, told = read.parts, _times()
    if "dual" in parts:
        return told.duals[parts["dual"]]
    if "one" in parts:
        return "PT1H" if parts["one"] == "ساعة" else None
    number = parts.get("n", "واحد")
    count = int(number) if number.isdigit() else told.numbers.get(number)
    return told.units[parts["u"]].format(count) if count else None


MEANINGS: dict[str, Callable[[Read], Meaning]] = {
    "full": lambda read: Meaning(full_date(read.parts["y"], _month(read), read.parts["d"]), "absolute", 0.97),
    "hijri": lambda _: Meaning(None, "absolute", 0.9),
    "day": lambda read: Meaning(day_of_month(_month(read), read.parts["d"]), "absolute", 0.9),
    "month": lambda read: Meaning(f"{read.parts['y']}-{_month(read):02}", "absolute", 0.95),
    "alone": lambda read: Meaning(f"XXXX-{_month(read):02}", "absolute"),
    "year": lambda read: Meaning(read.parts["y"], "absolute", 0.9),
    "since": _since,
    "after": lambda read: Meaning(_duration(read), "sequence"),
    "ago": lambda _: Meaning(None, "relative"),
    "length": _length,
    "open": lambda _: Meaning(None, "open-ended"),
    "vague": lambda _: Meaning(None, "vague"),
}
